"""The map of a check: where everything stands, the path lit, and what keys and clicks do."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

import pytest
from textual.theme import Theme

from guide_tui.tui.theme import THEMES
from tests.tui.conftest import Open
from tests.tui.stage import Stage
from tests.tui.test_colours import poor_runs

LESSON = {"event": "lesson", "approved": "yes"}


async def show_map(stage: Stage, answers: Mapping[str, object] | None = None, tree: str = "swim") -> Stage:
    """Open the map from a check with these answers."""
    for question, value in (answers or {}).items():
        stage.app.keeper.save(question, value)
    stage.app.open_check(tree)
    await stage.pilot.pause()
    await stage.press("ctrl+g")
    await stage.pilot.pause()
    assert stage.where == "MapScreen"
    return stage


async def test_the_whole_tree_stands_on_the_map(open_app: Open):
    """Every question stands with its answers under it; the path is marked, and so is what cannot come any more."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        assert stage.masthead == "May we use the pool?   map   ● your path   ○ ruled out"
        assert stage.lines == [
            "● Plan",
            "├─○ A race → Judges",
            "│ ├── if it includes People at the clock → ↓ see First day",
            "│ └─○ otherwise → ? Not settled",
            "├─● A swimming lesson → Coach approved",
            "│ └─● any answer → Coach · you are here",
            "│ └── any answer → First day",
            "│ └── any answer → ▲ Permit needed",
            "├─○ A party in the water → People",
            "│ ├─○ a number: if it is at most 60 → ✓ No permit needed",
            "│ ├─○ I cannot say → Not settled yet",
            "│ └─○ a number: otherwise → ■ Stop",
            "└─○ I do not know yet → Not settled yet",
        ]
        assert stage.marked == "│ └─● any answer → Coach · you are here"


async def test_you_are_in_one_place(open_app: Open):
    """Of the lines of one question, only that on the path is where one stands; the others say so."""
    async with open_app() as stage:
        screen = (await show_map(stage, {**LESSON, "coach": "Jo"})).app.screen
        outline = screen.outline
        told = {}
        for place, row in enumerate(outline.rows):
            if row.node == outline.progress.here:
                screen.map.go_to(place)
                await stage.pilot.pause()
                told[outline.lit(row)] = stage.page("node-page")
        assert "You are here." in told[True]
        assert "You are here." not in told[False]
        assert "You came to it another way." in told[False]


async def test_the_arrow_keys_move_fold_and_unfold(open_app: Open):
    """Down and Up, Home and End move; Left folds and then goes up; Right unfolds, then goes to the first answer."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        whole = stage.lines
        await stage.press("home")
        assert stage.marked == "● Plan"
        await stage.press("end")
        assert stage.marked == whole[-1]
        await stage.press("up", "up", "down")
        assert stage.marked == whole[-2]
        await stage.press("home", "left")
        assert stage.lines == [f"● Plan +{len(whole) - 1}"]
        await stage.press("left")
        assert stage.marked.startswith("● Plan")
        await stage.press("right")
        assert stage.lines == whole
        await stage.press("right")
        assert stage.marked == whole[1]
        await stage.press("left", "left")
        assert stage.marked == "● Plan"


async def test_right_on_a_reference_goes_to_the_question(open_app: Open):
    """Where a question is only referred to, Right leads to where it stands."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        while "see First day" not in stage.marked:
            await stage.press("up")
        await stage.press("right")
        assert "First day" in stage.marked
        assert "see" not in stage.marked


async def test_all_but_the_path_is_folded_and_unfolded(open_app: Open):
    """Ctrl+E leaves the path open and folds the rest, keeping the mark; pressed again, everything is open."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        whole, here = stage.lines, stage.marked
        await stage.press("ctrl+e")
        assert len(stage.lines) < len(whole)
        assert here.split(" +")[0] in stage.marked
        assert any("Judges +" in line for line in stage.lines)
        await stage.press("ctrl+e")
        assert stage.lines == whole
        # A mark that would be folded away goes to what it is folded into.
        await stage.press("home", "down", "down", "ctrl+e")
        assert "Judges" in stage.marked


async def test_letters_go_to_a_node(open_app: Open):
    """Typing goes to the first node of that name, Ctrl+N to the next, Backspace takes a letter back, Esc forgets."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        await stage.press("p")
        assert stage.marked == "● Plan"
        assert "Go to: p   1 of 4" in stage.text
        await stage.press("ctrl+n")
        assert "▲ Permit needed" in stage.marked
        await stage.press("ctrl+n", "ctrl+n", "ctrl+n")
        assert stage.marked == "● Plan"
        await stage.press("e", "o")
        assert "People" in stage.marked
        await stage.press("x")
        assert "nothing begins so" in stage.text
        await stage.press("backspace")
        assert "People" in stage.marked
        await stage.press("escape")
        assert "Go to:" not in stage.text
        assert stage.where == "MapScreen"
        await stage.press("p", "down")
        assert "Go to:" not in stage.text


async def test_f5_goes_to_where_the_person_stands(open_app: Open):
    """However far one has gone, Ctrl+L comes back to "you are here"."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        await stage.press("home", "left", "ctrl+l")
        assert "you are here" in stage.marked


async def test_enter_on_an_answer_of_the_path_changes_it(open_app: Open):
    """On an answered question Enter leads back to the check with that answer open to be changed."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        await stage.press("home")
        assert "You answered: A swimming lesson." in stage.page("node-page")
        await stage.press("enter")
        assert stage.where == "CheckScreen"
        assert stage.masthead.endswith("changing an answer")
        assert stage.lines[0].startswith("✓ Plan: A swimming lesson")


async def test_enter_on_the_open_question_goes_back_to_it(open_app: Open):
    """Where one stands there is nothing to change: the check comes back as it was."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        await stage.press("enter")
        assert stage.where == "CheckScreen"
        assert "changing" not in stage.masthead


@pytest.mark.parametrize("key", ["escape", "ctrl+g"])
async def test_the_map_closes(open_app: Open, key: str):
    """Esc, and the key that opened it, lead back to the check."""
    async with open_app() as stage:
        await show_map(stage)
        await stage.press(key)
        assert stage.where == "CheckScreen"


async def test_enter_elsewhere_tells_how_one_would_come_there(open_app: Open):
    """An outcome off the path is told on a sheet: what it says, its source, and the answers that would lead to it."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        await stage.press(*"stop", "enter")
        assert stage.where == "SheetScreen"
        page = stage.page("sheet-page")
        assert page.startswith("■ STOP Stop: the pool holds 60 people")
        assert "Your answers have ruled it out." in page
        assert "Find a lake. Pool rules (3, May 2026): Events." in page
        assert page.endswith(
            "By which answers you would come here → Plan: A party in the water (you answered: A swimming lesson) "
            "→ People: a number such as 61"
        )
        await stage.press("escape")
        assert stage.where == "MapScreen"


async def test_a_click_opens_as_enter_does(open_app: Open):
    """A click on a node off the path opens its sheet; one on an answer of the path changes it."""
    async with open_app(size=(120, 40)) as stage:
        await show_map(stage, LESSON)
        await stage.click_row("Judges")
        assert stage.where == "SheetScreen"
        await stage.press("escape")
        await stage.click_row("● Plan")
        assert stage.where == "CheckScreen"
        assert stage.masthead.endswith("changing an answer")
        assert stage.lines[0].startswith("✓ Plan: A swimming lesson")


async def test_the_picture_is_saved(open_app: Open, tmp_path):
    """F9 writes an SVG file with the path lit, each time under a new name, and says where."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        await stage.press("f9", "f9")
        files = sorted(path.name for path in (tmp_path / "saved").iterdir())
        assert files == ["swim-map-2.svg", "swim-map.svg"]
        text = (tmp_path / "saved" / "swim-map.svg").read_text(encoding="utf-8")
        assert ElementTree.fromstring(text).tag.endswith("svg")
        assert "You are here" in text
        assert "swim-map.svg" in stage.told[0]


async def test_a_picture_that_cannot_be_saved_is_told(open_app: Open, tmp_path):
    """Where the folder is gone, a message says so and the map stays."""
    async with open_app() as stage:
        await show_map(stage, LESSON)
        (tmp_path / "saved").rmdir()
        await stage.press("f9")
        assert "The picture cannot be saved" in stage.told[-1]
        assert stage.where == "MapScreen"


async def test_the_map_of_an_outcome(open_app: Open):
    """At an outcome everything else is ruled out, and Enter on it leads back to its page."""
    async with open_app() as stage:
        await show_map(stage, {"event": "party", "guests": 30})
        assert "you are here" in stage.marked
        assert "✓ No permit needed" in stage.marked
        await stage.press("enter")
        assert stage.where == "CheckScreen"
        assert stage.app.screen.report is not None


async def test_an_answer_changed_from_the_map_is_on_it_the_next_time(open_app: Open):
    """After a change the map shows the new path."""
    async with open_app() as stage:
        await show_map(stage, {"event": "party"})
        await stage.press("home", "enter", "2", "1")
        await stage.pilot.pause()
        await stage.press("ctrl+g")
        assert any("you are here" in line and "Coach approved" in line for line in stage.lines), stage.lines


async def test_rows_fit_every_width(open_app: Open):
    """Rows are clipped to the window: no row is wrapped, and the name of the marked one can be read."""
    async with open_app(size=(120, 40)) as stage:
        await show_map(stage, LESSON)
        rows = len(stage.lines)
        for width in (60, 100, 44):
            await stage.resize(width, 30)
            listed = stage.app.screen.map
            assert len(stage.lines) == rows
            assert all(len(str(option.prompt)) <= listed.scrollable_content_region.width for option in listed.options)


async def test_a_large_tree_opens_with_its_path_only(open_with: Open):
    """Of a tree with very many rows only the path is open at first."""
    chain = "".join(
        f"""
          q{n}:
            ask: What is part {n}?
            short: Part {n}
            why: So.
            cite: rules/keys
            kind: one
            options: {{a: {{label: A}}, b: {{label: B}}, c: {{label: C}}}}
            next: {{a: q{n + 1}, b: enough, c: too-few}}"""
        for n in range(100)
    )
    text = f"""\
        id: lockers
        title: How many lockers?
        about: Works out the number of lockers.
        start: q0
        questions:{chain}
          q100: {{ask: Last?, short: Last, why: So., cite: rules/keys, kind: yes-no, next: enough}}
        outcomes:
          enough: {{verdict: Enough lockers, tone: fine, says: Take them., cite: rules/keys}}
          too-few: {{verdict: Too few lockers, tone: stop, says: Bring bags., cite: rules/keys}}
        """
    async with open_with({"decision_trees/lockers.yaml": text}) as stage:
        assert "lockers" in stage.app.library.trees, stage.app.library.problems
        await show_map(stage, {"q0": "a", "q1": "a"}, "lockers")
        assert len(stage.lines) < 12
        assert any("Part 2" in line and "you are here" in line for line in stage.lines)
        await stage.press("ctrl+e")
        assert len(stage.lines) > 200


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_every_word_can_be_read(open_app: Open, theme: Theme):
    """In every theme the map, what is ruled out on it, the sheet and the line of what is typed have 4.5 to 1."""
    async with open_app(size=(120, 40)) as stage:
        stage.app.theme = theme.name
        await show_map(stage, LESSON)
        poor = {"map": poor_runs(stage)}
        await stage.press(*"stop")
        poor["typed"] = poor_runs(stage)
        await stage.press("enter")
        poor["sheet"] = poor_runs(stage)
        assert {name: runs for name, runs in poor.items() if runs} == {}


async def test_the_marked_row_is_in_sight(open_app: Open):
    """In a low window the map scrolls with the mark, and opens where the person stands."""
    async with open_app(size=(60, 14)) as stage:
        await show_map(stage, {"event": "party"})
        assert "you are here" in stage.text
        await stage.press("end")
        assert "I do not know yet" in stage.text
        await stage.press("home")
        assert "● Plan" in stage.text
