"""The home screen: ask, see the answer at once, open what is listed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.widgets import OptionList

from guide_tui.store.cases import CaseStore
from guide_tui.tui.theme import DARK, LIGHT
from tests.tui.conftest import Open


async def test_begins_with_the_cursor_in_the_ask_box(open_app: Open):
    """The first key typed goes into the ask box; under it stand the checks and the chapters, the first check marked."""
    async with open_app() as stage:
        assert stage.app.focused is stage.box
        assert stage.lines[0] == "Work something out"
        assert stage.lines[4:] == ["Read", "GUIDE Using the pool", "GUIDE Keys of the pool"]
        assert stage.marked == "CHECK Who gets a key?"
        assert stage.page("preview-page").startswith(
            "Who gets a key? Works out who opens the door. At most 2 questions."
        )
        assert stage.masthead == "Pool guide   Pool rules 3, May 2026"


async def test_typing_filters_and_shows_the_best_answer(open_app: Open):
    """When the typing pauses, the list holds what is found and the best answer is readable with its source."""
    async with open_app() as stage:
        await stage.search("how early")
        assert stage.marked == "ANSWER How early must we ask for the pool?"
        assert "At least six weeks before. You get a permit." in stage.page("preview-page")
        assert "Source: Pool rules (3, May 2026): How early to ask." in stage.page("preview-page")
        assert "The board carries no date." in stage.page("preview-page")
        # The check that works it out stands right under its answer.
        assert stage.lines[1] == "CHECK May we use the pool? work it out for your case"


async def test_preview_follows_the_marked_line(open_app: Open):
    """Down and Up mark another line, headings left out, and the preview shows what is marked."""
    async with open_app() as stage:
        await stage.press("down", "down", "down")
        assert stage.marked == "GUIDE Using the pool"
        assert stage.page("preview-page").startswith("Events Races need lifeguards.")
        await stage.press("up")
        assert stage.marked.startswith("CHECK May we use the pool?")
        assert stage.app.focused is stage.box


async def test_enter_right_after_typing_opens_what_was_typed(open_app: Open):
    """Enter does not wait for the list: it opens what is found for the words in the box at that moment."""
    async with open_app() as stage:
        stage.box.value = "lifeguard"
        await stage.box.action_submit()
        await stage.pilot.pause()
        assert stage.where == "ReaderScreen"
        assert stage.page("text-page").startswith("Lifeguard (LG) Somebody who watches the water.")


async def test_down_right_after_typing_moves_in_the_new_list(open_app: Open):
    """A key of the list right after typing works on what is found for the words, not on the list of before."""
    async with open_app() as stage:
        stage.box.value = "how early"
        await stage.press("down")
        assert stage.marked == "CHECK May we use the pool? work it out for your case"


async def test_escape_empties_the_box(open_app: Open):
    """Esc takes the words away and shows where to begin again; on an empty box it does nothing."""
    async with open_app() as stage:
        await stage.search("keys")
        await stage.press("escape")
        await stage.pilot.pause(0.05)
        assert stage.box.value == ""
        assert stage.lines[0] == "Work something out"
        await stage.press("escape")
        assert stage.where == "HomeScreen"


async def test_enter_starts_the_marked_check(open_app: Open):
    """Enter on a check asks its first question; Esc leads back home."""
    async with open_app() as stage:
        await stage.press("down", "down", "enter")
        assert stage.where == "CheckScreen"
        assert stage.masthead == "May we use the pool?   at most 4 questions"
        await stage.press("escape")
        assert stage.where == "HomeScreen"


async def test_a_click_opens_a_line(open_app: Open):
    """A click on a line of the list opens it."""
    async with open_app() as stage:
        await stage.click_row("Keys of the pool")
        assert stage.where == "ReaderScreen"
        assert stage.page("text-page").startswith("Keys The office keeps the keys.")


async def test_says_so_where_nothing_answers(open_app: Open):
    """What the library does not cover is called that, with whom to ask; nothing is shown as if it were the answer."""
    async with open_app() as stage:
        await stage.search("parking bikes")
        heading = "This guidance does not seem to answer that. Ask The pool office where it matters."
        # Whole, although lines of the list are not wrapped.
        assert heading in " ".join(stage.text.split())


async def test_a_doubtful_topic_is_called_that(open_app: Open):
    """What only comes close is shown under a warning, and briefly listed."""
    async with open_app() as stage:
        await stage.search("keys of a parking meter")
        assert "Closest topics:" in " ".join(stage.lines)
        assert stage.page("preview-page").startswith("Not an answer to your question, only the nearest topic:")


async def test_says_how_a_misspelt_query_was_understood(open_app: Open):
    """A misspelt word is corrected, and the correction is told."""
    async with open_app() as stage:
        await stage.search("lifegaurd")
        assert stage.lines[0] == "Understood as: lifeguard"
        assert stage.marked.startswith("TERM Lifeguard")


async def test_checks_say_where_they_stand(open_app: Open):
    """A check begun says "carry on", a finished one its outcome; one that only shares answers is as new."""
    async with open_app() as stage:
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.press("3")
        await stage.press("escape")
        assert "CHECK May we use the pool? carry on" in stage.lines
        assert "CHECK Who gets a key?" in stage.lines
        await stage.press("down", "down", "enter")
        await stage.type("20", "enter")
        await stage.press("escape")
        assert "CHECK May we use the pool? ✓ No permit needed" in stage.lines


async def test_coming_back_keeps_the_place(open_app: Open):
    """After reading something, the line that was opened is still the marked one."""
    async with open_app() as stage:
        await stage.press("down", "down", "down", "enter")
        assert stage.where == "ReaderScreen"
        await stage.press("escape")
        assert stage.marked == "GUIDE Using the pool"
        await stage.search("lifeguard")
        await stage.press("down", "enter", "escape")
        assert stage.box.value == "lifeguard"
        assert stage.app.screen.query_one("#rows", OptionList).highlighted == 1


async def test_f7_begins_a_new_situation(open_app: Open):
    """F7 starts with no answers, and says that those of before stay stored."""
    async with open_app() as stage:
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.press("3", "escape", "f7")
        assert stage.kept == {}
        assert "CHECK May we use the pool?" in stage.lines
        assert stage.told[-1] == "A new situation: no answers yet. The earlier ones stay stored."


async def test_page_keys_scroll_the_answer(open_app: Open):
    """Page Down and Page Up move the answer while the cursor stays in the box."""
    async with open_app(size=(50, 16)) as stage:
        await stage.search("how early")
        preview = stage.get("#preview")
        await stage.press("pagedown")
        down = preview.scroll_y
        await stage.press("pageup")
        assert (down > 0, preview.scroll_y) == (True, 0)
        assert stage.app.focused is stage.box


async def test_the_notice_of_the_store_is_shown(open_app: Open, tmp_path: Path):
    """Where answers cannot be kept, the person is told when the app opens."""
    (tmp_path / "blocked").write_text("a file where a folder should be", encoding="utf-8")
    store = CaseStore.open(tmp_path / "blocked", lambda: datetime(2026, 11, 5, tzinfo=UTC))
    assert store.notice
    async with open_app(store=store) as stage:
        assert stage.told == [store.notice]


async def test_broken_content_is_told(open_with: Open):
    """Where part of the library cannot be used, the person is told, and the rest works."""
    async with open_with({"decision_trees/lockers.yaml": "id: lockers\nstart: nowhere\n"}) as stage:
        assert stage.told[0].startswith("Part of the library cannot be used (")
        assert "Run: guide lint" in stage.told[0]
        assert not any("lockers" in line for line in stage.lines)
        await stage.search("how early")
        assert stage.marked == "ANSWER How early must we ask for the pool?"


async def test_f1_lists_every_key_with_its_purpose(open_app: Open):
    """Help names each key of the screen and of the app, with what it does; any of its keys closes it."""
    async with open_app(size=(80, 50)) as stage:
        await stage.press("f1")
        assert stage.where == "HelpScreen"
        page = stage.page("help-page")
        for line in (
            "Enter Open the selected line; a check starts",
            "Go to another line of the list",
            "Page Down Scroll the answer",
            "Page Up Scroll the answer back",
            "F7 Start with no answers; those of before stay stored",
            "Esc Empty the ask box",
            "F10 Change between light and dark colours",
            "F1 What the keys do on this screen",
            "Ctrl+Q Leave the app; every answer is kept",
            "The pool rules decide, not this guide.",
        ):
            assert line in page
        for key in ("escape", "enter", "f1", "q"):
            if stage.where != "HelpScreen":
                await stage.press("f1")
            await stage.press(key)
            assert stage.where == "HomeScreen", key


async def test_f10_changes_between_light_and_dark(open_app: Open):
    """F10 changes the colours, and changes them back."""
    async with open_app() as stage:
        assert stage.app.theme == DARK.name
        await stage.press("f10")
        assert stage.app.theme == LIGHT.name
        await stage.press("f10")
        assert stage.app.theme == DARK.name


@pytest.mark.parametrize("screen", ["home", "sheet"])
async def test_ctrl_q_leaves_from_anywhere(open_app: Open, screen: str):
    """Ctrl+Q ends the app, also from a sheet over a screen."""
    async with open_app() as stage:
        if screen == "sheet":
            stage.app.open_check("swim")
            await stage.pilot.pause()
            await stage.press("f2")
        await stage.pilot.press("ctrl+q")
        await stage.pilot.pause()
        assert stage.app._exit
