from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import Overlay, write_tiny
from command import REPOSITORY, vijfvragen
from hypothesis import settings
from once import made_once

# The same examples in every run, and none kept on disk: a test fails for everybody or for nobody.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture
def write_site(tmp_path: Path) -> Callable[[Overlay], Path]:
    """Give a function that copies the tiny site and lays changes over it."""
    return lambda overlay: write_tiny(tmp_path / "site", overlay)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site in `site`, and beside it in `said` what the command said while it built it."""

    def make(folder: Path) -> None:
        done = vijfvragen("site", "--output", str(folder / "site"), cwd=REPOSITORY, SITE_URL="")
        assert (0, "") == (done.returncode, done.stderr)
        (folder / "said").write_text(done.stdout, encoding="utf-8")

    return made_once(tmp_path_factory, "real", make)
