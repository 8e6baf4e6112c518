"""Undo where one would look for it: in a check that was left, and for a situation that was begun."""

from __future__ import annotations

from tests.tui.conftest import Open
from tests.tui.stage import Stage


async def check(stage: Stage, tree: str) -> None:
    """Open a check."""
    stage.app.open_check(tree)
    await stage.pilot.pause()


async def test_what_was_done_in_a_check_can_be_undone_after_leaving_it(open_app: Open):
    """Leaving a check and coming back loses no way back."""
    async with open_app() as stage:
        await check(stage, "swim")
        await stage.press("3", "escape")
        assert stage.where == "HomeScreen"
        await check(stage, "swim")
        await stage.press("f8")
        assert stage.kept == {}
        await stage.press("f8")
        assert stage.kept == {}


async def test_undo_in_one_check_leaves_what_another_changed_since(open_app: Open):
    """An answer that both checks ask for belongs to the one that gave it last."""
    async with open_app() as stage:
        await check(stage, "swim")
        await stage.press("3", "escape")
        await check(stage, "keys")
        await stage.press("f5", "1", "2", "1")
        changed = stage.kept["event"]
        assert changed == "lesson"
        await stage.press("escape")
        await check(stage, "swim")
        await stage.press("f8")
        assert stage.kept["event"] == "lesson"


async def test_one_notice_stands_at_a_time(open_app: Open):
    """The latest, under the first line and not over a box; an earlier one could contradict it."""
    async with open_app() as stage:
        stage.app.keeper.save("event", "party")
        await stage.press("f7")
        assert "A new situation" in " ".join(stage.rows[1:5])
        await stage.press("f8")
        assert "Back in the situation" in " ".join(stage.rows[1:5])
        assert "A new situation" not in stage.text


async def test_a_new_situation_is_taken_back_with_f8(open_app: Open):
    """F7 asks nothing and F8 brings everything back, with a word on what happened each time."""
    async with open_app() as stage:
        stage.app.keeper.save("event", "party")
        assert "F8" not in stage.keys
        await stage.press("f7")
        assert stage.kept == {}
        assert stage.told[-1] == (
            "A new situation: no answers yet. Earlier ones are kept: F6 lists them, also after a restart."
        )
        await stage.press("f8")
        assert stage.kept == {"event": "party"}
        assert stage.told[-1].startswith("Back in the situation of before, with 1 answer")
        before = len(stage.told)
        await stage.press("f8")
        assert len(stage.told) == before


async def test_undo_of_a_check_survives_a_detour_to_another_situation(open_app: Open):
    """Each situation keeps its own way back."""
    async with open_app() as stage:
        await check(stage, "swim")
        await stage.press("3", "escape", "f7", "f8")
        await check(stage, "swim")
        await stage.press("f8")
        assert stage.kept == {}
