"""The palette: anything that can be done or read, by a few letters of it."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from guide_tui.model.settings import Settings
from guide_tui.store.settings import SettingsFile
from tests.tui.conftest import Open
from tests.tui.stage import Stage


async def seek(stage: Stage, words: str) -> None:
    """Open the palette, type, and wait for what it finds."""
    await stage.press("ctrl+p")
    assert stage.where == "PaletteScreen"
    await stage.type(words)
    await stage.pilot.pause(0.05)


async def at_outcome(stage: Stage) -> None:
    """Reach the outcome of a check."""
    for question, value in {"event": "party", "guests": 20}.items():
        stage.app.keeper.save(question, value)
    stage.app.open_check("swim")
    await stage.pilot.pause()


async def test_shows_what_can_be_done_here_before_anything_is_typed(open_app: Open):
    """The actions of the screen stand first, each with its key, then those of the app, then every check."""
    async with open_app(size=(80, 40)) as stage:
        await at_outcome(stage)
        await stage.press("ctrl+p")
        lines = stage.lines
        assert any(line.startswith("F9 Save ") for line in lines)
        assert any(line.startswith("Ctrl+Q Quit ") for line in lines)
        save = next(n for n, line in enumerate(lines) if line.startswith("F9 Save"))
        leave = next(n for n, line in enumerate(lines) if line.startswith("Ctrl+Q Quit"))
        assert save < leave < lines.index("Check May we use the pool?")
        # What needs an open question is not offered at an outcome.
        assert not any("Take the last answer back" in line for line in lines)


@pytest.mark.parametrize("words", ["save", "svae", "sav", "outcome save", "SAVE"])
async def test_an_action_is_found_by_a_few_letters(open_app: Open, words: str):
    """Slips, word order and capitals do not matter; Enter does it on the screen below."""
    async with open_app() as stage:
        await at_outcome(stage)
        await seek(stage, words)
        assert stage.marked.startswith("F9 Save")
        await stage.press("enter")
        assert stage.where == "CheckScreen"
        assert any("Saved as" in told for told in stage.told)


async def test_enter_right_after_typing_does_what_was_typed(open_app: Open):
    """Enter does not wait for the list."""
    async with open_app() as stage:
        await at_outcome(stage)
        await stage.press("ctrl+p")
        stage.box.value = "save"
        await stage.press("enter")
        assert any("Saved as" in told for told in stage.told)


async def test_a_check_is_started(open_app: Open):
    """Every check is found by its name."""
    async with open_app() as stage:
        await seek(stage, "lockers how many")
        assert stage.marked == "Check How many lockers?"
        await stage.press("enter")
        assert stage.where == "CheckScreen"
        assert stage.masthead.startswith("How many lockers?")


async def test_a_text_is_opened(open_app: Open):
    """Sections, answers and terms are found as on the home screen."""
    async with open_app() as stage:
        await seek(stage, "lifegaurd")
        assert stage.marked == "Term Lifeguard"
        await stage.press("enter")
        assert stage.where == "ReaderScreen"
        assert "watches the water" in stage.text


async def test_a_text_opened_from_a_check_leads_back_to_it(open_app: Open):
    """Looking something up in the middle of a check loses no place in it."""
    async with open_app() as stage:
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await seek(stage, "lifeguard")
        await stage.press("enter")
        assert stage.where == "ReaderScreen"
        await stage.press("escape")
        assert stage.where == "CheckScreen"


async def test_each_text_stands_once(open_app: Open):
    """A check that is found by its name and by the search is one line."""
    async with open_app() as stage:
        await seek(stage, "pool")
        assert len(stage.lines) == len(set(stage.lines))


async def test_a_look_is_chosen(open_app: Open):
    """The looks of the app are found by their names, and kept."""
    settings = SettingsFile(None, Settings(welcome_seen=True))
    async with open_app(settings=settings) as stage:
        await seek(stage, "high contrast")
        await stage.press("enter")
        assert stage.where == "HomeScreen"
        assert settings.settings.look == "contrast"
        assert stage.app.theme == "guide-contrast"


async def test_escape_does_nothing(open_app: Open):
    """Esc, and the key that opened it, close it; what was typed elsewhere stands as it was."""
    async with open_app() as stage:
        await stage.search("keys")
        for key in ("escape", "ctrl+p"):
            await stage.press("ctrl+p")
            assert stage.where == "PaletteScreen"
            await stage.press(key)
            assert stage.where == "HomeScreen"
            assert stage.box.value == "keys"
            assert stage.app.focused is stage.box


async def test_arrows_and_clicks_choose(open_app: Open):
    """Down marks the next line; a click does what is clicked."""
    async with open_app(size=(80, 40)) as stage:
        await stage.press("ctrl+p")
        first = stage.marked
        await stage.press("down")
        assert stage.marked != first
        await stage.press("up")
        assert stage.marked == first
        await stage.click_row("How many lockers?")
        assert stage.where == "CheckScreen"


async def test_pages_of_it_can_be_gone_through(open_app: Open):
    """Page Down and Page Up go on by more than a line."""
    async with open_app() as stage:
        await stage.press("ctrl+p", "pagedown")
        assert stage.marked != stage.lines[1]
        await stage.press("pageup")
        assert stage.marked == stage.lines[0]


async def test_nothing_found_is_said(open_app: Open):
    """Enter does nothing then."""
    async with open_app() as stage:
        await seek(stage, "qqqqqq zzzzzz")
        assert stage.lines == ["Nothing of that name. Esc leads back."]
        await stage.press("enter")
        assert stage.where == "PaletteScreen"


async def test_letters_that_fit_are_marked(open_app: Open):
    """What was typed is underlined in what is found."""
    async with open_app() as stage:
        await seek(stage, "dar")
        prompt = stage.get("#palette-list").options[0].prompt
        marked = [prompt.plain[span.start : span.end] for span in prompt.spans if "underline" in str(span.style)]
        assert marked == ["Dar"]


async def test_it_opens_from_a_sheet_which_closes_for_it(open_app: Open):
    """Over a sheet or a list, it offers what can be done on the screen below."""
    async with open_app() as stage:
        stage.app.open_check("swim")
        await stage.press("f2")
        assert stage.where == "SheetScreen"
        await seek(stage, "why")
        assert stage.marked.startswith("F2 Why")
        await stage.press("enter")
        assert stage.where == "SheetScreen"
        await stage.press("f1", "ctrl+p")
        assert stage.where == "PaletteScreen"
        await stage.press("escape")
        assert stage.where == "CheckScreen"


async def test_it_shows_keys_as_they_are(open_app: Open):
    """An action that was given another key is shown with that."""
    settings = SettingsFile(None, Settings(welcome_seen=True, keys={"check.undo": "F11"}))
    async with open_app(settings=settings, size=(80, 40)) as stage:
        stage.app.open_check("swim")
        await stage.press("3", "ctrl+p")
        assert any(line.startswith("F11 Undo") for line in stage.lines)
        assert any("F11 brings the answers back" in line for line in stage.lines)


async def test_content_with_markup_is_text(open_with: Open):
    """A title with brackets neither disappears nor runs."""
    faq = "---\nquestion: Is [b]this[/b] [@click=app.quit]bold[/]?\ncite: rules/events\n---\nNo.\n"
    async with open_with({"content/faq/markup.md": faq}) as stage:
        await seek(stage, "bold")
        assert "Is [b]this[/b] [@click=app.quit]bold[/]?" in stage.text
        assert isinstance(stage.app.focused, Input)
