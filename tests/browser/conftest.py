from __future__ import annotations

import functools
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from chromium import ARGUMENTS, SORRY, find_chromium
from once import made_once
from playwright.sync_api import Browser, BrowserContext, Page, expect
from student import ALLES, EVERY_TYPE, QUIZ, Student, screens
from watch import HOST, PATIENCE, Watch

ROOT = Path(__file__).parents[2]
SCHOOL = "/school/"
"""A second school on the same host; its site knows from `SITE_URL` that it lies there."""

NO_HOST_BUT_OURS = f"--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE {HOST}"
expect.set_options(timeout=PATIENCE)


def build(output: Path, site_url: str = "", root: Path = ROOT) -> Path:
    """Build a site, the real one if no other is given, through the command as its keeper does."""
    environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    if site_url:
        environment["SITE_URL"] = site_url
    command = [sys.executable, "-m", "vijfvragen", "site", "--output", str(output)]
    done = subprocess.run(
        command, cwd=root, env=environment, check=False, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return output


@pytest.fixture(scope="session")
def site_folder(real_site: Path) -> Path:
    """The real site."""
    return real_site / "site"


@pytest.fixture(scope="session")
def school_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, made to lie in a folder of its host."""
    address = f"https://example.nl{SCHOOL}"
    return made_once(tmp_path_factory, "school", lambda folder: build(folder, address))


class _Site(SimpleHTTPRequestHandler):
    """Serves each folder under its prefix, and that folder's 404 page for what is not there."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 - the form of the standard library
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".woff2": "font/woff2",
    }

    def __init__(self, *arguments: Any, folders: dict[str, Path]) -> None:
        self.folders = folders
        super().__init__(*arguments)

    def translate_path(self, path: str) -> str:
        prefix = max((one for one in self.folders if path.startswith(one)), key=len)
        self.directory = str(self.folders[prefix])
        return super().translate_path(path.removeprefix(prefix.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture(scope="session")
def serve_folders() -> Iterator[Callable[[dict[str, Path]], str]]:
    """Give a function that serves folders by prefix, and answers with the address of the host."""
    servers = []

    def serve(folders: dict[str, Path]) -> str:
        answer = functools.partial(_Site, folders=folders)
        server = ThreadingHTTPServer((HOST, 0), answer)
        server.daemon_threads = True
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        return f"http://{HOST}:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def host_folders(site_folder: Path) -> dict[str, Path]:
    """What the host has, by prefix: a school at the top, and the other one once it is asked for."""
    return {"/": site_folder}


@pytest.fixture(scope="session")
def host_url(host_folders: dict[str, Path], serve_folders: Callable[[dict[str, Path]], str]) -> str:
    """The host, without a slash at the end."""
    return serve_folders(host_folders)


@pytest.fixture(scope="session")
def site_url(host_url: str) -> str:
    """The address of the site at the top of the host, with its slash."""
    return f"{host_url}/"


@pytest.fixture(scope="session")
def school_url(host_url: str, host_folders: dict[str, Path], school_folder: Path) -> str:
    """The address of the site in a folder of the same host, with its slash."""
    host_folders[SCHOOL] = school_folder
    return f"{host_url}{SCHOOL}"


@pytest.fixture(autouse=True)
def watch() -> Iterator[Watch]:
    """Fail the test on an error in a page, a stopped script, or a request to another host."""
    watch = Watch()
    yield watch
    assert [] == watch.wrong


@pytest.fixture
def new_context(new_context: Callable[..., BrowserContext], watch: Watch) -> Any:
    """Pytest-playwright's, with the watch over every context."""

    def make(**options: Any) -> BrowserContext:
        return watch.over(new_context(**options))

    return make


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the Chromium that this system has, without a way to the outside."""
    path = find_chromium()
    if path is None:
        pytest.fail(SORRY)
    return {
        **browser_type_launch_args,
        "executable_path": path,
        "args": [*ARGUMENTS, NO_HOST_BUT_OURS],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A Dutch browser with the screen of a Chromebook."""
    return {
        **browser_context_args,
        "locale": "nl-NL",
        "viewport": {"width": 1280, "height": 800},
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session")
def base_url() -> None:
    """None; instead of pytest-playwright's own, a method, of which pytest 9 warns."""


@pytest.fixture
def quiz_page(page: Page, site_url: str) -> Page:
    """The real quiz, ready to begin."""
    page.goto(site_url + QUIZ)
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    return page


@pytest.fixture(scope="session")
def finished(browser: Browser, browser_context_args: dict[str, Any], site_url: str) -> Any:
    """What a browser keeps when somebody has just had everything right."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(site_url + QUIZ)
    student = Student(page)
    student.press("Begin")
    student.work(screens())
    expect(page.get_by_role("heading", name="Klaar!", exact=True)).to_be_visible()
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def finished_page(new_context: Callable[..., BrowserContext], finished: Any, site_url: str) -> Page:
    """The quiz at its result, with everything right."""
    page = new_context(storage_state=finished).new_page()
    page.goto(site_url + QUIZ)
    Student(page).press("Bekijk je uitslag")
    return page


@pytest.fixture(scope="session")
def types_url(
    tmp_path_factory: pytest.TempPathFactory, serve_folders: Callable[[dict[str, Path]], str]
) -> str:
    """The address of a quiz with every type of question, in a site of its own."""
    folder = build(tmp_path_factory.mktemp("types") / "site", root=EVERY_TYPE)
    return f"{serve_folders({'/': folder})}/{ALLES.path}"


@pytest.fixture
def types_page(page: Page, types_url: str) -> Page:
    """The quiz with every type, ready to begin."""
    page.goto(types_url)
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_visible()
    return page
