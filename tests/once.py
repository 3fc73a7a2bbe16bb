"""Builds a site once for all processes that test it side by side."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name; who asks first makes it, and the others wait for that."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each process has a folder inside the common one
        base = base.parent
    folder = base / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            make(folder)
    return folder
