"""The one list of what the site keeps on a device, as the browser's module states it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from typing import Literal

LIST = "storage-keys.js"


@dataclass(frozen=True)
class StorageKey:
    """One key, or a family of keys where `name` holds a `*`; stored behind the site's base path."""

    name: str
    area: Literal["local", "session"]
    """`local` stays until it is erased; `session` goes with the tab."""
    owner: Literal["vijfvragen", "theme"]
    whose: Literal["child", "class", "teacher"]
    """`child` goes when somebody else begins; `class` and `teacher` stay until all is erased."""
    what: str
    """English message of the catalogue: what is kept."""
    until: str
    """English message of the catalogue: how long."""


def storage_keys() -> tuple[StorageKey, ...]:
    """Read the list out of `browser/storage-keys.js`, which is JSON after its first `=`."""
    text = (resources.files("vijfvragen") / "browser" / LIST).read_text(encoding="utf-8")
    data = text[text.index("= [") + 2 : text.rindex("]") + 1]
    return tuple(StorageKey(**entry) for entry in json.loads(data))
