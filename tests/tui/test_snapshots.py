"""Every place as a whole picture, in three sizes and four looks, to see what a change does to it.

After a wanted change, write them anew with GUIDE_WRITE_SNAPSHOTS=1 and read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


async def in_every_look(stage: Stage) -> str:
    """The place with a letter under each character for its style, and what the letters stand for in each look.

    Looks of one picture share it.
    """
    pictures: dict[str, dict[str, Mapping[str, str]]] = {}
    for look in LOOKS:
        stage.app.change_settings(replace(stage.app.settings.settings, look=look.id))
        await at_rest(stage)
        picture, legend = styled(stage)
        pictures.setdefault(picture, {})[look.id] = legend
    return "\n\n".join(f"{picture}\n\n{_table(legends)}" for picture, legends in pictures.items())


def styled(stage: Stage) -> tuple[str, Mapping[str, str]]:
    """The screen row by row, under each row a letter for the style of each character; and the style by letter."""
    letters: dict[str, str] = {}
    rows = []
    for strip in stage.strips:
        words, marks = "", ""
        for text, style, _ in strip:
            words += text
            if text.strip() or (style and style.reverse):
                letter = letters.setdefault(str(style), ascii_letters[len(letters)])
                marks += "".join(letter if character != " " else " " for character in text)
            else:
                marks += " " * len(text)
        rows += [words.rstrip(), marks.rstrip()] if marks.strip() else [words.rstrip()]
    return "\n".join(rows), {letter: style for style, letter in letters.items()}


def _table(legends: Mapping[str, Mapping[str, str]]) -> str:
    """What each letter stands for, a line for each, a column for each look."""
    looks = list(legends)
    lines = [["", *looks], *([letter, *(legends[look][letter] for look in looks)] for letter in legends[looks[0]])]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)).rstrip() for line in lines)
