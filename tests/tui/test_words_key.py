"""The key that explains the words of a check."""

from __future__ import annotations

from tests.tui.conftest import Open
from tests.tui.test_check import begin


async def test_it_says_so_where_there_is_nothing_to_explain(open_app: Open):
    """Where the question has no word of the glossary the key is not offered, and pressed, it says why nothing opens."""
    async with open_app() as stage:
        await begin(stage, "lockers")
        await stage.press("f6")
        assert stage.where == "CheckScreen"
        assert stage.said == "There are no words of the glossary here."
        await stage.type("small", "enter", "f6")
        assert stage.told == ["There are no words of the glossary here."]


async def test_it_explains_words_where_there_are_some(open_app: Open):
    """Where the question has one, its meaning opens and nothing is said."""
    async with open_app() as stage:
        await begin(stage, event="race")
        await stage.press("f6")
        assert stage.where == "SheetScreen"
        assert stage.told == []
