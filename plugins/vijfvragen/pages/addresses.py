"""How pages are named inside the build, where a reader finds them, and the way between two."""

from __future__ import annotations

import posixpath

from vijfvragen.model.curriculum import Drawing

INDEX = "index.md"


def address(uri: str) -> str:
    """The folder a page is published in: `ouders/fotos.md` gives `ouders/fotos/`."""
    folder, _, name = uri.rpartition("/")
    if name in {INDEX, "README.md"}:
        return f"{folder}/" if folder else ""
    return f"{uri.removesuffix('.md')}/"


def drawing_uri(drawing: Drawing) -> str:
    """Where a drawing is published, relative to the site."""
    return f"drawings/{drawing.name}.svg"


def relative(source: str, target: str) -> str:
    """The link from one page's uri to another page's uri, or to a file such as `assets/x.css`."""
    goal = address(target) if target.endswith(".md") else target
    start = address(source) or "."
    link = posixpath.relpath(goal or ".", start)
    return f"{link}/" if target.endswith(".md") else link
