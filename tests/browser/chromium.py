"""Finds a Chromium for the browser tests, and installs one when run as a program.

Playwright's own where its download works, otherwise the one of the distribution, otherwise one
clear sentence.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DOWNLOAD_SECONDS = 240
ARGUMENTS = (
    # Nothing may leave the machine, the browser's own chatter included.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-gpu",
)
SORRY = (
    "No Chromium for the browser tests: Playwright could not download its own, and this system "
    "has none. Install Chromium or Chrome with your system's package manager, then run again."
)


def find_chromium() -> str | None:
    """The path of a Chromium that starts here; None when there is none."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        paths = [own, *(path for name in NAMES if (path := shutil.which(name)))]
        for path in paths:
            if Path(path).exists() and _starts(playwright.chromium, path):
                return path
    return None


def _starts(chromium: object, path: str) -> bool:
    try:
        chromium.launch(executable_path=path, args=list(ARGUMENTS)).close()  # type: ignore[attr-defined]
    except Error:
        return False
    return True


def install_chromium() -> str | None:
    """Try Playwright's download, then the distribution's package; return what starts."""
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    if _done(download) and (path := find_chromium()):
        return path
    if apt := shutil.which("apt-get"):
        root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        _done([*root, apt, "update", "-qq"])
        _done([*root, apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    return find_chromium()


def _done(command: list[str]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            check=False,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=DOWNLOAD_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    found = find_chromium() or install_chromium()
    print(f"Chromium: {found}" if found else SORRY)
    sys.exit(0 if found else 1)
