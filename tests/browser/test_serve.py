from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from watch import HOST, Watch

TINY = Path(__file__).parents[1] / "sites" / "tiny"
FOLDER = "/linde/"
"""The folder in which the tiny site lies on its host."""
LESSON = "leerlingen/groep-5-6/jouw-foto/"
PATIENCE = 40.0
"""Seconds that building may take on a busy machine."""
pytestmark = pytest.mark.timed
"""A server that waits for a change to settle is easily late where others work beside it."""
VIJFVRAGEN = (sys.executable, "-m", "vijfvragen")
GO_ON = "Verbeter dit en sla het op; daarna gaat het vanzelf verder."


@dataclass
class Serving:
    """The command `vijfvragen serve` at work on a site of its own."""

    root: Path
    port: int
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """Where the site stands, with its slash."""
        return f"http://{HOST}:{self.port}{FOLDER}"

    @property
    def lesson(self) -> Path:
        """A file that its author saves while looking."""
        return self.root / "lessons" / "g56" / "jouw-foto.md"

    @property
    def said(self) -> str:
        """What stands in the terminal."""
        return (self.root.parent / "terminal").read_text(encoding="utf-8")

    def answers(self) -> bool:
        """Whether somebody who asks for the site gets it."""
        assert self.process.poll() is None, self.said
        try:
            with urllib.request.urlopen(self.url, timeout=5) as answer:  # noqa: S310 - our own
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        """End it, with all it started."""
        for word in (signal.SIGINT, signal.SIGKILL):
            if self.process.poll() is None:
                os.killpg(self.process.pid, word)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                continue
        # What it started may outlive it.
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return


def until(condition: Callable[[], bool], what: str) -> None:
    """Look again and again, up to a limit."""
    end = time.monotonic() + PATIENCE
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < end, what
        pause.wait(0.1)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def site_copy(tmp_path: Path) -> Path:
    """The tiny site, to write in."""
    return Path(shutil.copytree(TINY, tmp_path / "site"))


@pytest.fixture
def serve(site_copy: Path) -> Iterator[Callable[[], Serving]]:
    """Give a function that starts serving, and end it afterwards."""
    started = []

    def start() -> Serving:
        port = free_port()
        with (site_copy.parent / "terminal").open("wb") as terminal:
            process = subprocess.Popen(
                [*VIJFVRAGEN, "serve", "--port", str(port)],
                cwd=site_copy,
                env=os.environ | {"PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"},
                stdin=subprocess.DEVNULL,
                stdout=terminal,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        started.append(Serving(site_copy, port, process))
        return started[-1]

    yield start
    for serving in started:
        serving.stop()


def report_of(site: Path) -> str:
    """What `vijfvragen check` says about a site with something wrong."""
    done = subprocess.run(
        [*VIJFVRAGEN, "check"], cwd=site, check=False, capture_output=True, text=True
    )
    assert done.returncode == 1, done.stdout
    assert "Traceback" not in done.stderr
    return done.stderr.strip()


def break_lesson(lesson: Path) -> str:
    """Save a lesson with a slip; returns what it was."""
    good = lesson.read_text(encoding="utf-8")
    lesson.write_text(good.replace("goal:", "gaol:"), encoding="utf-8")
    return good


def test_live(serve: Callable[[], Serving], page: Page) -> None:
    """A saved lesson is seen to change in the open page, under the content policy."""
    serving = serve()
    until(serving.answers, "serving begins")
    assert f"http://{HOST}:{serving.port}/" in serving.said
    page.goto(serving.url + LESSON)
    policy = page.locator("meta[http-equiv='content-security-policy' i]")
    expect(policy).to_have_count(1)
    for word in ("Kastanje", "Eikenblad"):
        text = serving.lesson.read_text(encoding="utf-8")
        serving.lesson.write_text(f"{text}\n{word} staat nu in de les.\n", encoding="utf-8")
        expect(page.get_by_text(f"{word} staat nu in de les.")).to_be_visible(
            timeout=PATIENCE * 1000
        )


def test_broken_while_serving(serve: Callable[[], Serving], page: Page, watch: Watch) -> None:
    """A slip gives the report of `check` in terminal and page, and the next good save recovers."""
    watch.allow("status of 503")
    serving = serve()
    until(serving.answers, "serving begins")
    page.goto(serving.url + LESSON)
    expect(page.get_by_role("heading", level=1)).to_have_text("Jouw foto, mijn foto")
    good = break_lesson(serving.lesson)
    report = report_of(serving.root)
    first_line = report.splitlines()[0]
    until(lambda: first_line in serving.said, "the report in the terminal")
    for line in report.splitlines():
        assert line.strip() in serving.said
    assert "Traceback" not in serving.said
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog niet klaar")
    expect(page.locator("pre")).to_contain_text(first_line)
    serving.lesson.write_text(f"{good}\nAlles is weer goed.\n", encoding="utf-8")
    expect(page.get_by_text("Alles is weer goed.")).to_be_visible(timeout=PATIENCE * 1000)


def test_broken_at_the_start(serve: Callable[[], Serving], site_copy: Path) -> None:
    """Started with a slip it prints the report, waits, and begins when the slip is mended."""
    good = break_lesson(site_copy / "lessons" / "g56" / "jouw-foto.md")
    report = report_of(site_copy)
    serving = serve()
    until(lambda: GO_ON in serving.said, "the advice in the terminal")
    assert report in serving.said
    assert "Traceback" not in serving.said
    serving.lesson.write_text(good, encoding="utf-8")
    until(serving.answers, "serving begins")


def test_port_in_use(site_copy: Path) -> None:
    """When something else has the port, one Dutch sentence says so and what to do."""
    with socket.create_server((HOST, 0)) as other:
        port = other.getsockname()[1]
        done = subprocess.run(
            [*VIJFVRAGEN, "serve", "--port", str(port)],
            cwd=site_copy,
            check=False,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    assert 1 == done.returncode
    assert f"Poort {port} is al in gebruik." in done.stderr
    assert f"--port {port + 1}" in done.stderr
    assert "Traceback" not in done.stderr
