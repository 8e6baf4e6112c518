"""Every terminal has room: small ones crash nothing and hide nothing for good."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.model.tree import Kind
from guide_tui.tui.screens.small import LEAST
from guide_tui.tui.talk import Line, LineKind
from guide_tui.tui.widgets.talk_view import TalkView
from tests.tui.conftest import Open
from tests.tui.stage import Stage

SIZES = [(80, 24), (120, 40), (40, 12), (20, 6), (40, 12)]
TREES = ["arrangement-type", "policies", "programme-code", "qmr-timeline"]


async def test_a_whole_visit_in_the_smallest_terminal(open_app: Open):
    """Asking, reading, checking, changing and saving work at the least size; other sizes lose nothing."""
    async with open_app(size=LEAST) as stage:
        await stage.search("how early")
        await stage.press("f1", "escape", "enter", "down", "escape", "escape")
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.press("f2", "escape", "f3", "escape", "2", "1")
        await stage.type("Jo")
        for other in SIZES:
            await stage.resize(*other)
        assert stage.box.value == "Jo"
        await stage.press("enter", "f5", "1", "3", "escape")
        await stage.type("6 september 2027", "enter")
        assert "▲ APPROVAL NEEDED" in stage.page("outcome-page")
        await stage.press("f2", "escape", "f7", "escape", "f9", "escape")
        assert stage.where == "HomeScreen"
        assert stage.app.is_running


@pytest.mark.parametrize("size", [(LEAST.width - 1, 40), (120, LEAST.height - 1), (1, 1)])
async def test_a_window_that_is_too_small_says_so_and_nothing_is_lost(open_app: Open, size: tuple[int, int]):
    """It asks for a bigger window, takes no other key than the one that leaves, and goes when there is room again."""
    async with open_app() as stage:
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.press("2", "1")
        await stage.type("Jo")
        await stage.press("f1")
        before = stage.app.screen
        await stage.resize(*size)
        assert stage.where == "SmallScreen"
        await stage.press("x", "f1", "f10", "f12", "ctrl+p", "escape", "enter")
        assert stage.where == "SmallScreen"
        assert stage.app.theme == "guide-dark"
        await stage.resize(LEAST.width, LEAST.height)
        assert stage.app.screen is before
        await stage.press("escape")
        assert stage.box.value == "Jo"
        await stage.resize(*size)
        await stage.press("ctrl+q")
        assert not stage.app.is_running or stage.app._exit


async def test_the_page_can_be_read_in_a_small_window(open_app: Open):
    """It says what is needed and what there is."""
    async with open_app(size=(30, 9)) as stage:
        said = " ".join(stage.text.split())
        assert "Make the window bigger" in said
        assert f"needs {LEAST.width} columns and {LEAST.height} lines and has 30 and 9" in said


Shown = tuple[LineKind, str]
"""What a line of the question is: its kind, and its id or the words asked."""


def shown(line: Line) -> Shown:
    """The line, whatever its place in the list."""
    return (line.kind, line.id or line.prompt.plain.strip())


def visible(stage: Stage) -> set[Shown]:
    """The lines of the conversation that are wholly on the screen."""
    view = stage.app.screen.query_one(TalkView)
    top, height = view.scroll_offset.y, view.scrollable_content_region.height
    found, y = set(), 0
    for line in view.lines:
        words = line.prompt.plain
        # Of what cannot be picked, the empty rows around it need not be seen.
        first = y + (line.rows - len(words.lstrip("\n").split("\n")))
        last = y + len(words.rstrip("\n").split("\n"))
        if top <= first and last <= top + height:
            found.add(shown(line))
        y += line.rows
    return found


@pytest.mark.parametrize("tree", TREES)
async def test_every_shipped_question_can_be_answered_at_80_by_24(open_shipped: Open, tree: str):
    """At 80 by 24 question, answers and answer box are on the screen, or come there with the arrow keys."""
    async with open_shipped() as stage:
        library = stage.app.library
        walked = set()
        for option in range(3):
            # Three ways through: the first, the second and the last option of every question.
            stage.app.keeper.new_situation()
            stage.app.open_check(tree)
            await stage.pilot.pause()
            for _ in range(30):
                question = stage.app.screen.conversation.position.question
                if question is None:
                    break
                if question.id not in walked:
                    walked.add(question.id)
                    await look_at(stage, question.id)
                names = list(question.options)
                if question.kind is Kind.DATE:
                    value: object = date(2027, 9, 6)
                elif question.kind is Kind.NUMBER:
                    value = question.least or 1
                elif question.kind is Kind.TEXT:
                    value = "Words"
                else:
                    value = names[min(option, len(names) - 1) if option < 2 else -1]
                stage.app.screen.conversation.answer(value)
                stage.app.screen.show()
                await stage.pilot.pause()
            assert stage.app.screen.report is not None
        assert len(walked) >= min(5, len(library.trees[tree].questions))


async def look_at(stage: Stage, name: str) -> None:
    """Assert that the whole question can be seen, with at most two looks: as it opens, and going up or down."""
    screen = stage.app.screen
    box = stage.box
    assert box.region.height >= 1, name
    assert screen.region.contains_region(box.region), name
    lines = screen.query_one(TalkView).lines
    asked = next(number for number, line in enumerate(lines) if line.kind is LineKind.TEXT)
    wanted = set(map(shown, lines[asked:]))
    seen = visible(stage)
    for key, times in (("down", len(wanted)), ("up", len(wanted) + 1)):
        for _ in range(0 if wanted <= seen else times):
            await stage.pilot.press(key)
            seen |= visible(stage)
    assert wanted <= seen, f"{name}: never seen {wanted - seen}"


async def test_a_long_chooser_keeps_its_marked_line_in_sight(open_app: Open):
    """In a low terminal the list of answers to change scrolls with the mark."""
    async with open_app(size=LEAST) as stage:
        for question, value in {"event": "lesson", "approved": "yes", "coach": "Jo"}.items():
            stage.app.keeper.save(question, value)
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.press("f5", "down", "down")
        (marked,) = (row for row in stage.rows if "› 3" in row)
        assert "Coach" in marked
