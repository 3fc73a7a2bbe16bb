"""What serving adds: live reload under the content policy, and a report while content is wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from importlib import resources
from typing import Any

from jinja2 import Environment

from vijfvragen.pages.policy import HEAD, with_policy

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Header = tuple[str, str]


SERVER_LOG = "mkdocs.livereload"


class RequestsAreNoWarnings(logging.Filter):
    """Tells a request that found nothing as news.

    The server warns of it, and a strict build counts the warnings of its time: a page that looks
    again while its repair is being built would stop that build.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record; what the server warns of is information."""
        if record.levelno == logging.WARNING:
            record.levelno, record.levelname = logging.INFO, logging.getLevelName(logging.INFO)
        return True


def tell_requests() -> None:
    """From now on, in this process."""
    logger = logging.getLogger(SERVER_LOG)
    if not any(isinstance(found, RequestsAreNoWarnings) for found in logger.filters):
        logger.addFilter(RequestsAreNoWarnings())


class Preview:
    """Wraps the preview server's WSGI application.

    The server writes its live reload script into each page as it goes out; the policy that the
    page was built with does not know that script, so the page gets its policy anew.
    """

    def __init__(self, app: WsgiApp) -> None:
        """Serve what `app` serves, until there is something to report."""
        self._app = app
        self.report = ""
        """The problems of the last build, shown instead of pages that would wait for it."""

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer one request."""
        if self.report and _is_page(environ["PATH_INFO"]):
            body = with_policy(_report_page(self.report)).encode()
            start_response("503 Service Unavailable", _html_headers(body))
            return [body]
        answer: list[Any] = []

        def remember(status: str, headers: list[Header], *more: Any) -> None:
            answer[:] = [status, headers, *more]

        parts = self._app(environ, remember)
        status, headers, *more = answer
        if not _is_html(headers):
            start_response(status, headers, *more)
            return parts
        body = b"".join(parts)
        if HEAD in body.decode(errors="replace"):
            body = with_policy(body.decode()).encode()
        kept = [header for header in headers if header[0].lower() != "content-length"]
        start_response(status, [*kept, ("Content-Length", str(len(body)))], *more)
        return [body]


def _is_page(path: str) -> bool:
    return path.endswith(("/", ".html"))


def _is_html(headers: list[Header]) -> bool:
    return any(
        name.lower() == "content-type" and value.startswith("text/html") for name, value in headers
    )


def _html_headers(body: bytes) -> list[Header]:
    return [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]


def _report_page(report: str) -> str:
    template = resources.files("vijfvragen") / "pages" / "templates" / "report.html"
    environment = Environment(autoescape=True)
    page = environment.from_string(template.read_text(encoding="utf-8"))
    return page.render(report=report)
