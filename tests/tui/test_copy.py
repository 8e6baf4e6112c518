"""Taking along what is shown: the clipboard as far as it can be reached, and always a file."""

from __future__ import annotations

import sys
from pathlib import Path

from guide_tui.model.settings import Settings
from guide_tui.services.clipboard import ClipboardProgram
from guide_tui.store.settings import SettingsFile
from tests.tui.conftest import Open
from tests.tui.stage import Stage

SENT = "Sent to the terminal's clipboard; some terminals ignore this. Press F9 to save it as a file instead."


def writes_to(target: Path) -> tuple[ClipboardProgram, ...]:
    """A clipboard that is a file."""
    code = f"import sys, pathlib; pathlib.Path({str(target)!r}).write_bytes(sys.stdin.buffer.read())"
    return (ClipboardProgram((sys.executable, "-c", code)),)


async def copied(stage: Stage) -> str:
    """Copy, wait for what is told of it, and give that."""
    before = len(stage.told)
    await stage.press("ctrl+y")
    for _ in range(200):
        if len(stage.told) > before:
            break
        await stage.pilot.pause(0.02)
    return stage.told[-1]


async def at_outcome(stage: Stage) -> None:
    """Reach the outcome of a check."""
    for question, value in {"event": "party", "guests": 20}.items():
        stage.app.keeper.save(question, value)
    stage.app.open_check("swim")
    await stage.pilot.pause()


async def test_an_outcome_is_copied_as_it_is_saved(open_app: Open, tmp_path: Path):
    """The clipboard of the computer gets what the file gets, and the person is told that it worked."""
    target = tmp_path / "clipboard"
    async with open_app(clipboard=writes_to(target)) as stage:
        await at_outcome(stage)
        assert await copied(stage) == "Copied."
        await stage.press("f9")
        saved = next((tmp_path / "saved").iterdir())
        assert target.read_text(encoding="utf-8") == saved.read_text(encoding="utf-8")
        assert "No permit needed" in target.read_text(encoding="utf-8")


async def test_without_a_clipboard_the_terminal_is_told_and_a_file_offered(open_app: Open):
    """Over a network or without a display nothing is claimed that is not known."""
    async with open_app() as stage:
        await at_outcome(stage)
        assert await copied(stage) == SENT
        assert "No permit needed" in stage.app.clipboard


async def test_a_clipboard_that_fails_is_not_claimed(open_app: Open):
    """A program that is there and does not work is as none."""
    refuses = ClipboardProgram((sys.executable, "-c", "raise SystemExit(1)"))
    async with open_app(clipboard=(refuses,)) as stage:
        await at_outcome(stage)
        assert await copied(stage) == SENT


async def test_the_key_that_saves_is_named_as_it_is(open_app: Open):
    """Where saving has another key, that one is told."""
    settings = SettingsFile(None, Settings(welcome_seen=True, keys={"check.save": "F11"}))
    async with open_app(settings=settings) as stage:
        await at_outcome(stage)
        assert "Press F11 to save" in await copied(stage)


async def test_a_text_is_copied_and_saved_with_its_source(open_app: Open, tmp_path: Path):
    """In the reader."""
    async with open_app() as stage:
        stage.app.open_document("faq:price")
        await stage.pilot.pause()
        await copied(stage)
        assert stage.app.clipboard.startswith("What does a lane cost?")
        assert "Source: Notice board" in stage.app.clipboard
        await stage.press("f9")
        assert (tmp_path / "saved" / "what-does-a-lane-cost.txt").read_text(encoding="utf-8") == stage.app.clipboard


async def test_the_answer_shown_on_the_home_screen_is_copied_and_saved(open_app: Open, tmp_path: Path):
    """What is found can be taken along without opening it; before anything is found there is nothing to take."""
    async with open_app() as stage:
        await stage.press("ctrl+y", "f9")
        assert stage.told == []
        await stage.search("lane cost")
        assert await copied(stage) == SENT
        assert "Ten pounds." in stage.app.clipboard
        await stage.press("f9")
        assert "Ten pounds." in (tmp_path / "saved" / "what-does-a-lane-cost.txt").read_text(encoding="utf-8")


async def test_an_open_question_is_copied_with_the_answers_so_far(open_app: Open, tmp_path: Path):
    """A colleague can be asked without having the app; it can be saved as well."""
    async with open_app() as stage:
        stage.app.keeper.save("event", "party")
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await copied(stage)
        assert "- Plan: A party in the water" in stage.app.clipboard
        assert "How many people come?" in stage.app.clipboard
        await stage.press("f9")
        saved = tmp_path / "saved" / "may-we-use-the-pool-answers-2026-11-05.txt"
        assert saved.read_text(encoding="utf-8") == stage.app.clipboard


async def test_a_folder_that_cannot_be_written_is_told(open_app: Open, tmp_path: Path):
    """Saving fails in words, not loudly."""
    async with open_app() as stage:
        (tmp_path / "saved").rmdir()
        stage.app.open_document("faq:price")
        await stage.press("f9")
        assert "cannot be saved" in stage.told[-1]
