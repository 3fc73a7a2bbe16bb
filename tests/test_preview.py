"""What serving adds to a site builder that counts its warnings."""

from __future__ import annotations

import logging

from mkdocs.utils import CountHandler
from vijfvragen.pages.preview import SERVER_LOG, tell_requests


def test_a_request_is_no_warning_of_a_build() -> None:
    """While serving, a page asked for in vain is not counted by a strict build."""
    tell_requests()
    tell_requests()
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(counter)
    try:
        logging.getLogger(SERVER_LOG).warning('"GET /les/ HTTP/1.1" code 503')
        assert [] == [name for name, number in counter.get_counts() if number]
        logging.getLogger("mkdocs.structure.pages").warning("a link to nowhere")
        assert [("WARNING", 1)] == [pair for pair in counter.get_counts() if pair[1]]
    finally:
        logger.removeHandler(counter)
    assert 1 == len(logging.getLogger(SERVER_LOG).filters)
