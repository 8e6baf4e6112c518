"""How far a check has come, and what can still come of it."""

from __future__ import annotations

import pytest

from guide_tui.model.library import Library
from guide_tui.search.index import Index
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.tui import standing
from guide_tui.tui.standing import possible_line, progress_bar, progress_words
from tests.tui.stage import TODAY


def talk(library: Library, **told: str) -> Conversation:
    """The check of the pool after some answers."""
    return Conversation(library.trees["swim"], MemoryKeeper(told), TODAY)


@pytest.mark.parametrize(
    ("told", "words", "bar"),
    [
        ({}, "at most 4 questions", "○○○○"),
        ({"event": "lesson"}, "at most 3 more questions", "●○○○"),
        ({"event": "lesson", "approved": "no", "coach": "Jo"}, "last question", "●●●○"),
        ({"event": "party"}, "last question", "●○"),
    ],
)
def test_progress(pool: tuple[Library, Index], told: dict[str, str], words: str, bar: str):
    """Words and dots say the same: what is answered, and how much can still come."""
    conversation = talk(pool[0], **told)
    assert (progress_words(conversation), progress_bar(conversation)) == (words, bar)


def test_a_long_check_has_a_short_bar(pool: tuple[Library, Index], monkeypatch: pytest.MonkeyPatch):
    """Beyond the most dots they stand for shares; one answer is never none, and an open question never the end."""
    monkeypatch.setattr(standing, "MOST_DOTS", 3)
    assert progress_bar(talk(pool[0])) == "○○○"
    assert progress_bar(talk(pool[0], event="lesson")) == "●○○"
    assert progress_bar(talk(pool[0], event="lesson", approved="no", coach="Jo")) == "●●○"


@pytest.mark.parametrize("width", [40, 60, 90, 200])
def test_what_is_possible_fits_one_line(pool: tuple[Library, Index], width: int):
    """As many outcomes as there is room for; of the others the line says how many and which key lists them."""
    line = possible_line(talk(pool[0]), width, "F3").plain
    assert len(line) <= width
    assert line.startswith("5 possible: ")
    assert ("(F3)" in line) is (width < 200)


async def test_a_click_on_what_is_possible_lists_it(open_app):
    """The line leads to the list that its key leads to."""
    async with open_app() as stage:
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.click_row("5 possible")
        assert stage.page("sheet-page").startswith("Still possible: 5 of 5")


async def test_room_between_the_options(open_app):
    """On a roomy screen an empty row stands between the options, and the mark before one of them."""
    async with open_app() as stage:
        stage.app.add_class("-roomy")
        stage.app.open_check("swim")
        await stage.pilot.pause()
        rows = [row.rstrip() for row in stage.rows]
        first = rows.index("› 1  A race · somebody wins")
        assert rows[first + 1 : first + 3] == ["", "  2  A swimming lesson"]
