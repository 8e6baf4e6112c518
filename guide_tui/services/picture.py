"""Saving the picture of a tree."""

from __future__ import annotations

from pathlib import Path

from guide_tui.errors import StoreError
from guide_tui.services.graph_svg import svg_text
from guide_tui.trees.graph import Graph, Progress


def save_picture(graph: Graph, progress: Progress | None, footer: str, folder: Path) -> Path:
    """Write the picture as an SVG file into ``folder``, under a name that no file has yet, and say where.

    Raises:
        StoreError: It cannot be written there.
    """
    text = svg_text(graph, progress, footer)
    stem = f"{graph.tree.id}-map"
    for number in range(1, 1000):
        path = folder / (f"{stem}.svg" if number == 1 else f"{stem}-{number}.svg")
        try:
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            raise StoreError(f"The picture cannot be saved in {folder}: {error.strerror}.") from error
        return path
    raise StoreError(f"The picture cannot be saved in {folder}: there are too many files called {stem}.")
