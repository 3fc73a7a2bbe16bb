"""Whole sites: what is read from a good one, and the report about a bad one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from case_files import Overlay, cases

from vijfvragen.errors import ContentErrors
from vijfvragen.i18n import Texts
from vijfvragen.sources.curriculum import read
from vijfvragen.sources.folders import Folders

WriteSite = Callable[[Overlay], Path]
SCHOOL = "protocols/de-linde"


@pytest.mark.parametrize("case", cases("errors"))
def test_report(case: dict[str, Any], write_site: WriteSite) -> None:
    """A site with something wrong is refused with exactly this report."""
    root = write_site(case["files"])
    with pytest.raises(ContentErrors) as wrong:
        read(Folders(root, SCHOOL), Texts("en"))
    assert case["report"] == f"{wrong.value}\n"
