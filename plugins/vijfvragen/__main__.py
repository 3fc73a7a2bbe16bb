"""The command `vijfvragen`: serve, site and check."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, STDOUT

from vijfvragen.checks import DONE, Spelling, checked
from vijfvragen.checks.report import report
from vijfvragen.errors import ContentErrors
from vijfvragen.mkdocs_plugin import Setting, read_setting
from vijfvragen.pages.outline import site_outline
from vijfvragen.sources import curriculum
from vijfvragen.sources.folders import Folders

LAST_PORT = 65535
HEADERS = "_headers"
"""The file by which a folder is known to be a built site."""
SMALL_TALK = ("INFO ", "Aborted with ")
LOOK_AGAIN = 0.5
"""Seconds between two looks at the files while waiting for a mended one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = _options().parse_args(arguments)
    try:
        setting = read_setting(options.config)
    except ContentErrors as wrong:
        _say(str(wrong))
        return 1
    match options.command:
        case "check":
            return _check(setting, table=options.table)
        case "site":
            return _site(setting, options.config, Path(options.output))
        case _:
            return _serve(setting, options)


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vijfvragen", description="Lessen en quizzen uit het protocol van een school."
    )
    parser.add_argument("--config", default="mkdocs.yml", help="de site (standaard mkdocs.yml)")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="kijk alle inhoud na")
    check.add_argument("--table", action="store_true", help="toon ook wat er geteld is")
    site = commands.add_parser("site", help="bouw de site")
    site.add_argument("--output", default="site", help="de map (standaard site)")
    serve = commands.add_parser("serve", help="bekijk de site terwijl je schrijft")
    serve.add_argument("--port", type=_port, default=8000, help="de poort (standaard 8000)")
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 < port <= LAST_PORT:
        raise argparse.ArgumentTypeError(text)
    return port


def _check(setting: Setting, *, table: bool = False) -> int:
    folders, texts, _ = setting
    try:
        found = checked(curriculum.read(folders, texts), Spelling())
        site_outline(found, texts)
    except ContentErrors as wrong:
        _say(str(wrong))
        return 1
    for advice in found.advice:
        print(f"{advice.path}: {advice.text}")  # noqa: T201 - a command speaks
    if table:
        print(report(found))  # noqa: T201
    counts = (
        _count(len(found.protocol.articles), "artikel", "artikelen"),
        _count(len(found.lessons), "les", "lessen"),
        _count(len(found.quizzes), "quiz", "quizzen"),
        _count(len(found.guidance), "pagina", "pagina's"),
    )
    print(f"Alles klopt: {', '.join(counts)}.")  # noqa: T201
    return 0


def _not_an_output(output: Path, folders: Folders) -> str:
    """Why a folder may not be replaced by a site: it holds something else; empty when it may."""
    places = [folders.root / place for place in _places(folders)]
    ours = any(output == place or output in place.parents for place in places)
    if ours or any(place in output.parents for place in places):
        return f"{output} is een map met inhoud van de site zelf.\n    Kies een andere map."
    if output.exists() and any(output.iterdir()) and not (output / HEADERS).is_file():
        return f"{output} is geen eerder gebouwde site.\n    Kies een lege of een nieuwe map."
    return ""


def _places(folders: Folders) -> tuple[str, ...]:
    return (folders.protocol, folders.lessons, folders.quizzes, folders.docs)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _site(setting: Setting, config: str, output: Path) -> int:
    """Build beside the last good site and put the new one in its place only when it is whole."""
    if wrong := _not_an_output(output.resolve(), setting.folders):
        _say(wrong)
        return 1
    if _check(setting):
        return 1
    shown, output = output, output.resolve()
    fresh = output.with_name(f".{output.name}-new")
    build = [*_mkdocs(config, "build"), "--strict", "--site-dir", str(fresh.resolve())]
    environment = _environment() | {DONE: "true"}
    done = subprocess.run(  # noqa: S603 - our own words
        build, env=environment, check=False, text=True, stdout=PIPE, stderr=STDOUT
    )
    if done.returncode:
        shutil.rmtree(fresh, ignore_errors=True)
        _say(_told(done.stdout))
        _say("De site is niet gebouwd. Was er al een, dan staat die er nog.")
        return 1
    former = output.with_name(f".{output.name}-old")
    shutil.rmtree(former, ignore_errors=True)
    if output.exists():
        output.rename(former)
    fresh.rename(output)
    shutil.rmtree(former, ignore_errors=True)
    print(f"De site staat in {shown}/")  # noqa: T201
    return 0


def _serve(setting: Setting, options: argparse.Namespace) -> int:
    if not _is_free(options.port):
        _say(
            f"Poort {options.port} is al in gebruik.\n"
            f"    Stop het andere programma, of kies een andere: --port {options.port + 1}"
        )
        return 1
    try:
        while True:
            before = _state(setting.folders, options.config)
            if _served(setting, options):
                return 0
            _say("Verbeter dit en sla het op; daarna gaat het vanzelf verder. Stoppen: Ctrl+C.")
            while _state(setting.folders, options.config) == before:
                time.sleep(LOOK_AGAIN)
            with suppress(ContentErrors):  # still wrong: the look at the next change tells
                setting = read_setting(options.config)
    except KeyboardInterrupt:
        return 0


def _served(setting: Setting, options: argparse.Namespace) -> bool:
    """Serve until the user stops; false when there is something to mend first."""
    if _check(setting):
        return False
    print(f"De site komt op http://127.0.0.1:{options.port}{setting.path} te staan.", flush=True)  # noqa: T201
    serve = [*_mkdocs(options.config, "serve"), "--livereload", "--strict"]
    serve += ["--dev-addr", f"127.0.0.1:{options.port}"]
    return subprocess.run(serve, env=_environment(), check=False).returncode == 0  # noqa: S603


def _told(log: str) -> str:
    """What the site builder's log says beside its small talk; what broke inside it stays inside."""
    log, _, traceback = log.partition("Traceback (most recent call last)")
    if traceback:
        log += "De bouw is onverwacht gestopt. Wat veranderde je het laatst? Kijk daar eerst."
    lines = [line for line in log.splitlines() if not line.startswith(SMALL_TALK)]
    return "\n".join(re.sub(r"^(WARNING|ERROR) +-  +", "", line) for line in lines).strip()


def _mkdocs(config: str, command: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", command, "--config-file", config]


def _environment() -> dict[str, str]:
    # The theme greets every build with news for site keepers; decision record 1 has answered it.
    return {"NO_MKDOCS_2_WARNING": "true"} | os.environ


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _state(folders: Folders, config: str) -> dict[str, int]:
    files = [path for place in _places(folders) for path in (folders.root / place).rglob("*")]
    state = {}
    for path in [*files, Path(config)]:
        with suppress(OSError):  # an editor's own file, gone again
            state[str(path)] = path.stat().st_mtime_ns
    return state


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - a command speaks


if __name__ == "__main__":
    sys.exit(main())
