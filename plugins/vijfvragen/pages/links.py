"""Tells a link that leads nowhere as one of our own errors: in Dutch, at the author's line.

MkDocs finds these links and says so in its log. Where its words are not known here, they stay.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from vijfvragen.errors import ContentError

LOGGER = "mkdocs.structure.pages"
PROBLEMS = (
    (
        re.compile(r"Doc file '([^']+)' contains a link '([^']+)', but .* not contain an anchor"),
        'De link "{link}" wijst naar een plek die op die pagina niet bestaat.',
        "Kijk welke kop of welk artikel je bedoelt, en neem de naam achter het # over.",
    ),
    (
        re.compile(r"Doc file '([^']+)' contains an? .*link '([^']+)'"),
        'De link "{link}" leidt nergens heen.',
        "Kijk of de naam klopt, en of het bestand er is.",
    ),
)


class LinkProblems(logging.Filter):
    """Rewrites what the log says about links."""

    def __init__(self, find: Callable[[str, str], tuple[str, int]]) -> None:
        """Take what finds the author's file and line from a page's uri and the link's text."""
        super().__init__()
        self._find = find
        self.told: list[str] = []
        """What was rewritten since this build began."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record; change its words where they are known."""
        message = record.getMessage()
        for pattern, problem, remedy in PROBLEMS:
            if match := pattern.match(message):
                path, line = self._find(match[1], match[2])
                error = ContentError(path, line, problem.format(link=match[2]), remedy)
                record.msg, record.args = str(error), ()
                self.told.append(str(error))
                break
        return True


def tell_links(find: Callable[[str, str], tuple[str, int]]) -> LinkProblems:
    """Rewrite from now on; what was set for an earlier build of this process goes."""
    logger = logging.getLogger(LOGGER)
    for earlier in [found for found in logger.filters if isinstance(found, LinkProblems)]:
        logger.removeFilter(earlier)
    problems = LinkProblems(find)
    logger.addFilter(problems)
    return problems
