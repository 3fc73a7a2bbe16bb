"""When the content last changed, so that the same input always gives the same bytes."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from vijfvragen.sources.folders import Folders

VARIABLE = "SOURCE_DATE_EPOCH"


def last_change(folders: Folders, given: str) -> datetime:
    """The given date (`SOURCE_DATE_EPOCH`), else the last commit, else the newest file."""
    for epoch in (given, _last_commit(folders.root)):
        with suppress(ValueError, OverflowError, OSError):
            return datetime.fromtimestamp(int(epoch), tz=UTC)
    return datetime.fromtimestamp(_newest(folders), tz=UTC)


def _last_commit(root: Path) -> str:
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            command, cwd=root, capture_output=True, text=True, check=False
        )
    except OSError:  # no git here: a downloaded archive
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _newest(folders: Folders) -> int:
    places = (folders.protocol, folders.lessons, folders.quizzes, folders.docs)
    files = [path for place in places for path in (folders.root / place).rglob("*")]
    return int(max((path.stat().st_mtime for path in files if path.is_file()), default=0))
