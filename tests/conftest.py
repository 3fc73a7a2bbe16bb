from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import Overlay, write_tiny
from hypothesis import settings

# The same examples in every run, and none kept on disk: a test fails for everybody or for nobody.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture
def write_site(tmp_path: Path) -> Callable[[Overlay], Path]:
    """Give a function that copies the tiny site and lays changes over it."""
    return lambda overlay: write_tiny(tmp_path / "site", overlay)
