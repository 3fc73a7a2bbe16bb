from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import Overlay, lay_over
from hypothesis import settings

# The same examples in every run, and none kept on disk: a test fails for everybody or for nobody.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")

TINY = Path(__file__).parent / "sites" / "tiny"


@pytest.fixture
def write_site(tmp_path: Path) -> Callable[[Overlay], Path]:
    """Give a function that copies the tiny site and lays changes over it."""

    def write(overlay: Overlay) -> Path:
        root = tmp_path / "site"
        shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("site"))
        for path, change in overlay.items():
            lay_over(root / path, change)
        return root

    return write
