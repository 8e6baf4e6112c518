"""Words that are asked back about, and Enter as the answer to that."""

from __future__ import annotations

from tests.tui.conftest import Open
from tests.tui.test_check import PLAN, begin


async def test_enter_again_says_yes(open_app: Open):
    """Where one answer is proposed, Enter is said to mean yes, and does."""
    async with open_app() as stage:
        await begin(stage)
        await stage.type("it was a lessn", "enter")
        assert stage.said == 'Do you mean "A swimming lesson"? Enter means yes.'
        assert stage.kept == {}
        await stage.press("enter")
        assert stage.kept == {PLAN: "lesson"}


async def test_other_words_are_no_yes(open_app: Open):
    """Words changed after a proposal are read for themselves."""
    async with open_app() as stage:
        await begin(stage)
        await stage.type("it was a lessn", "enter")
        await stage.type("party", "enter")
        assert stage.kept == {PLAN: "party"}
