"""The screens as whole pictures, to see what a change does to them.

After a wanted change, write them anew with GUIDE_WRITE_SNAPSHOTS=1 and read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import pytest
from textual.theme import Theme

from guide_tui.tui.theme import THEMES
from tests.tui.conftest import Open
from tests.tui.stage import Stage

Snapshot = Callable[[str, str], None]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_screens(open_app: Open, snapshot: Snapshot, size: tuple[int, int]):
    """Home, what is found, a text, a question, a change to be decided, an outcome, and what would change it."""
    async with open_app(size=size) as stage:
        pictures = {"home": stage.text}
        await stage.search("how early")
        pictures["found"] = stage.text
        await stage.press("enter")
        pictures["reader"] = stage.text
        await stage.press("escape")
        stage.app.keeper.save("event", "lesson")
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.press("2")
        stage.app.keeper.save("coach", "Jo")
        await stage.press("f4", "2")
        pictures["check"] = stage.text
        await stage.press("f5", "1", "3")
        pictures["change"] = stage.text
        await stage.press("escape")
        stage.box.value = "6 september 2027"
        await stage.press("enter")
        pictures["outcome"] = stage.text
        await stage.press("f3", "down")
        pictures["try"] = stage.text
        for name, text in pictures.items():
            snapshot(f"{name}-{size[0]}x{size[1]}", text)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_styles(open_app: Open, snapshot: Snapshot, theme: Theme):
    """A question in both themes, run by run with its style."""
    async with open_app() as stage:
        stage.app.theme = theme.name
        stage.app.keeper.save("event", "race")
        stage.app.open_check("swim")
        await stage.pilot.pause()
        stage.box.cursor_blink = False
        await stage.press("1", "down")
        snapshot(f"check-{theme.name}", styled(stage))


def styled(stage: Stage) -> str:
    """The screen row by row; under each row its runs, each with the style that it is drawn in."""
    rows = []
    for strip in stage.strips:
        rows.append("".join(text for text, _, _ in strip).rstrip())
        words = [(text.strip(), style) for text, style, _ in strip if text.strip()]
        for style, run in groupby(words, key=lambda word: word[1]):
            rows.append(f"        {style}: {' '.join(text for text, _ in run)}")
    return "\n".join(rows)
