"""Help for the screen one is on, and the bottom line that leads to it."""

from __future__ import annotations

import pytest

from guide_tui.model.settings import Settings
from guide_tui.store.settings import SettingsFile
from guide_tui.tui.keys import key_name
from guide_tui.tui.widgets.key_bar import ALL_KEYS, KeyBar
from tests.tui.conftest import Open
from tests.tui.stage import Stage


async def begin(stage: Stage) -> None:
    """A check with one answer given."""
    stage.app.keeper.save("event", "lesson")
    stage.app.open_check("swim")
    await stage.pilot.pause()


async def test_help_says_what_the_screen_is_for_and_what_can_be_done(open_app: Open):
    """What it is for stands first, then every action with its key, then what this program is and where answers are."""
    async with open_app() as stage:
        await begin(stage)
        await stage.press("f1")
        listed = stage.help
        assert listed.index("What you can do here") < listed.index("F2 Why") < listed.index("F12 Settings")
        assert listed.index("F12 Settings") < listed.index("About The pool rules decide, not this guide.")
        assert "Your answers are kept on this computer only, in" in listed
        # What needs an outcome is not offered at a question.
        assert "What to check next" not in listed


async def test_an_action_is_done_from_the_help(open_app: Open):
    """Arrows and Enter, or a click, do on the screen below what the line says."""
    async with open_app() as stage:
        await begin(stage)
        await stage.press("f1")
        while not stage.marked.startswith("F3 "):
            await stage.press("down")
        await stage.press("enter")
        assert stage.where == "SheetScreen"
        await stage.press("escape", "f1")
        await stage.click_row("Why this is asked")
        assert stage.where == "SheetScreen"
        await stage.press("escape")
        assert stage.where == "CheckScreen"


@pytest.mark.parametrize("key", ["escape", "f1"])
async def test_help_closes_and_nothing_is_lost(open_app: Open, key: str):
    """Esc or F1 leads back; what was being typed stands as it was."""
    async with open_app() as stage:
        await stage.search("lane")
        await stage.press("f1")
        assert stage.where == "HelpScreen"
        await stage.press(key)
        assert stage.where == "HomeScreen"
        assert stage.box.value == "lane"
        assert stage.app.focused is stage.box


async def test_help_of_a_sheet_and_of_a_list(open_app: Open):
    """Over a sheet and over a list, F1 tells what can be done there, and does it."""
    async with open_app() as stage:
        await begin(stage)
        await stage.press("f2", "f1")
        assert stage.where == "HelpScreen"
        assert "Close the sheet" in stage.help
        await stage.press("enter")
        assert stage.where == "CheckScreen"
        await stage.press("f5", "f1")
        assert "Choose nothing" in stage.help
        await stage.press("escape")
        assert stage.where == "ChooserScreen"


async def test_all_of_the_help_can_be_read_with_the_arrows(open_app: Open):
    """Down goes on past the last action to what stands under it, Up back to the first words."""
    async with open_app() as stage:
        await stage.press("f1")
        top = stage.text
        for _ in range(60):
            await stage.press("down")
        assert "Your answers are kept on this computer" in " ".join(stage.text.split())
        for _ in range(60):
            await stage.press("up")
        assert stage.text == top


async def test_help_fits_every_size(open_app: Open):
    """In a narrow window lines are wrapped, none is cut; the marked line stays marked through a change of size."""
    async with open_app() as stage:
        await begin(stage)
        await stage.press("f1", "down", "down")
        marked = stage.marked
        for size in ((120, 40), (44, 14)):
            await stage.resize(*size)
            assert stage.marked.split()[0] == marked.split()[0]
            options = stage.get("#help").options
            assert max(line.cell_length for option in options for line in option.prompt.split("\n")) <= size[0] - 4


async def test_keys_that_were_changed_are_shown_as_they_are(open_app: Open):
    """Bottom line and help name the key that does it now, also where one action speaks of another."""
    settings = SettingsFile(None, Settings(welcome_seen=True, keys={"check.why": "F11", "check.undo": "Ctrl+T"}))
    async with open_app(settings=settings) as stage:
        await begin(stage)
        assert "F11 Why" in stage.keys
        assert "F2" not in stage.keys
        await stage.press("f1")
        assert "F11 Why" in stage.help
        assert "Ctrl+T brings the answers back" in stage.help
        await stage.press("escape", "f11")
        assert stage.where == "SheetScreen"


async def test_a_click_on_the_bottom_line_does_it(open_app: Open):
    """Every entry of it is a button."""
    async with open_app() as stage:
        await begin(stage)
        await stage.click_row("Why  ")
        assert stage.where == "SheetScreen"
        await stage.click_row("Close")
        assert stage.where == "CheckScreen"
        await stage.click_row(ALL_KEYS)
        assert stage.where == "HelpScreen"


async def test_a_click_between_entries_does_nothing(open_app: Open):
    """Only the words are buttons."""
    async with open_app() as stage:
        await begin(stage)
        bar = stage.app.screen.query_one(KeyBar)
        await stage.pilot.click(KeyBar, offset=(bar.entries[0].end, 0))
        await stage.pilot.click(KeyBar, offset=(0, 0))
        await stage.pilot.pause()
        assert stage.where == "CheckScreen"


async def test_the_bottom_line_follows_what_can_be_done(open_app: Open):
    """Clearing is offered when there is something to clear."""
    async with open_app() as stage:
        assert "Clear" not in stage.keys
        await stage.search("lane")
        assert "Esc Clear" in stage.keys


async def test_the_bottom_line_shows_what_a_click_would_do(open_app: Open):
    """The entry under the mouse is marked, and no longer when the mouse is elsewhere."""
    async with open_app() as stage:
        bar = stage.app.screen.query_one(KeyBar)
        first = bar.entries[0]
        assert first.offer.shown == key_name(first.offer.keys[0])
        await stage.pilot.hover(KeyBar, offset=(first.start + 1, 0))
        assert bar.pointed == 0
        await stage.pilot.hover(KeyBar, offset=(first.end, 0))
        assert bar.pointed is None


async def test_both_ways_of_a_move_are_told_in_one_line(open_app: Open):
    """Up and Down stand together, as do Left and Right; neither way has a line of its own."""
    async with open_app() as stage:
        await stage.press("f1")
        assert stage.help.count("Go to another line of the list") == 1
        assert "↑↓ Choose" in stage.help
        assert stage.help.count("Go to the card beside") == 1
        assert "←→ Beside" in stage.help
