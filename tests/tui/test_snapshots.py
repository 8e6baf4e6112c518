"""Every place as a whole picture, in three sizes and four looks, to see what a change does to it.

After a wanted change, write them anew with GUIDE_WRITE_SNAPSHOTS=1 and read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from string import ascii_letters

import pytest

from guide_tui.model.library import Library
from guide_tui.search.index import Index
from guide_tui.tui.theme import LOOKS
from tests.tui.conftest import Open
from tests.tui.places import PLACES, at_rest, place
from tests.tui.stage import Stage

Snapshot = Callable[[str, str], None]

LEAST, *WIDER = (80, 24), (120, 40), (200, 50)
IN_EVERY_LOOK = {"home", "found", "check", "outcome", "reader-section", "map", "help", "palette", "settings"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the same name everywhere, since some places name it."""
    monkeypatch.chdir(tmp_path)
    return Path()


@pytest.mark.parametrize("name", PLACES)
async def test_every_place(pool: tuple[Library, Index], folder: Path, snapshot: Snapshot, name: str):
    """In three sizes; back in the first one it looks as before."""
    async with place(name, pool, folder, size=LEAST) as stage:
        first = stage.text
        snapshot(f"{name}-{LEAST[0]}x{LEAST[1]}", first)
        for size in WIDER:
            await stage.resize(*size)
            await at_rest(stage)
            snapshot(f"{name}-{size[0]}x{size[1]}", stage.text)
        await stage.resize(*LEAST)
        await at_rest(stage)
        assert stage.text == first
        if name in IN_EVERY_LOOK:
            snapshot(f"{name}-looks", await in_every_look(stage))


async def test_a_window_that_is_too_small(open_app: Open, snapshot: Snapshot):
    """It says what it needs."""
    async with open_app(size=(36, 10)) as stage:
        snapshot("small-36x10", stage.text)


Cell = tuple[str, str]
"""A character of the screen, and the style that it is drawn in."""


async def in_every_look(stage: Stage) -> str:
    """The place with a letter under each character for its style, and what the letters stand for in each look.

    Looks in which the place reads the same share a picture.
    """
    pictures: dict[str, dict[str, list[Cell]]] = {}
    for look in LOOKS:
        stage.app.change_settings(replace(stage.app.settings.settings, look=look.id))
        await at_rest(stage)
        cells = [(character, str(style)) for strip in stage.strips for text, style, _ in strip for character in text]
        pictures.setdefault(stage.text, {})[look.id] = cells
    return "\n\n".join(picture(looks, stage.app.size.width) for looks in pictures.values())


def picture(looks: Mapping[str, Sequence[Cell]], width: int) -> str:
    """Rows of so many characters, under each row its letters, and at the end a line for each letter."""
    letters: dict[tuple[str, ...], str] = {}
    words, marks = "", ""
    for in_looks in zip(*looks.values(), strict=True):
        character, styles = in_looks[0][0], tuple(style for _, style in in_looks)
        words += character
        marks += " " if character == " " else letters.setdefault(styles, ascii_letters[len(letters)])
    starts = range(0, len(words), width)
    rows = [line[start : start + width].rstrip() for start in starts for line in (words, marks)]
    # Rows with nothing on them need no letters.
    drawn = [row for number, row in enumerate(rows) if number % 2 == 0 or row]
    return "\n".join([*drawn, "", table([["", *looks], *([letter, *styles] for styles, letter in letters.items())])])


def table(lines: Sequence[Sequence[str]]) -> str:
    """Lines of cells, in columns."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rows = ("  ".join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)) for line in lines)
    return "\n".join(row.rstrip() for row in rows)
