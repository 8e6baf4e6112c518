"""The home screen: ask, see the answer at once, open what is offered."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from guide_tui.store.cases import CaseStore
from guide_tui.tui.widgets.board import Board
from tests.tui.conftest import Open
from tests.tui.stage import Stage

NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)

CHECKS = [
    "Who gets a key? Works out who opens the door. at most 2 questions",
    "How many lockers? Works out the number of lockers. 1 question",
    "May we use the pool? Works out whether you need a permit. at most 4 questions",
]


def board(stage: Stage) -> Board:
    return stage.app.screen.query_one("#rows", Board)


async def begin(stage: Stage, tree: str, *keys: str) -> None:
    """Start a check, press keys in it, and come back home."""
    stage.app.open_check(tree)
    await stage.pilot.pause()
    await stage.press(*keys)
    while stage.where != "HomeScreen":
        await stage.press("escape")


# Where to begin


async def test_begins_with_the_cursor_in_the_ask_box(open_app: Open):
    """The first key goes into the ask box; under it stand what this is, every check, and what can be read."""
    async with open_app() as stage:
        assert stage.app.focused is stage.box
        assert stage.lines == [
            "Helps clubs that want to use the swimming pool.",
            "Type a question above, or choose one below: arrow keys, then Enter.",
            "Work it out for your case",
            *CHECKS,
            "Read",
            "Using the pool",
            "Keys of the pool",
            "Glossary · 2 terms",
        ]
        assert stage.marked == CHECKS[0]
        assert stage.masthead == "Pool guide   Pool rules 3, May 2026"
        assert stage.box.placeholder == "Ask in your own words, such as: book the pool"


async def test_the_marked_card_has_a_sign(open_app: Open):
    """A sign stands before the marked card, and before no other, so that no colour is needed to see it."""
    async with open_app() as stage:
        assert [row.split("  ")[0].strip() for row in stage.rows if "›" in row] == ["› Who gets a key?"]
        await stage.press("down")
        assert [row.split("  ")[0].strip() for row in stage.rows if "›" in row] == ["› How many lockers?"]


async def test_up_and_down_go_from_card_to_card(open_app: Open):
    """Down and Up mark the next card, headings passed over, and stop at either end."""
    async with open_app() as stage:
        await stage.press("up")
        assert stage.marked == CHECKS[0]
        await stage.press("down", "down", "down")
        assert stage.marked == "Using the pool"
        await stage.press("down", "down", "down")
        assert stage.marked == "Glossary · 2 terms"
        await stage.press("up", "up", "up")
        assert stage.marked == CHECKS[2]
        assert stage.app.focused is stage.box


async def test_left_and_right_go_to_the_card_beside(open_app: Open):
    """Where there is room cards stand in two columns; Down keeps the column, and the edges hold."""
    async with open_app(size=(120, 40)) as stage:
        assert board(stage).columns == 2
        await stage.press("left")
        assert stage.marked == CHECKS[0]
        await stage.press("right", "right")
        assert stage.marked == CHECKS[1]
        await stage.press("down")
        assert stage.marked == CHECKS[2]
        await stage.press("down")
        assert stage.marked == "Keys of the pool"
        await stage.press("left")
        assert stage.marked == "Using the pool"


async def test_left_and_right_move_the_cursor_in_words(open_app: Open):
    """As soon as something is typed, Left and Right belong to the words."""
    async with open_app(size=(120, 40)) as stage:
        await stage.search("how early must we ask")
        marked = stage.marked
        await stage.press("left", "left")
        assert (stage.box.cursor_position, stage.marked) == (19, marked)


async def test_a_digit_begins_a_question(open_app: Open):
    """A digit picks nothing here: questions begin with digits too."""
    async with open_app() as stage:
        await stage.search("6 weeks")
        assert stage.where == "HomeScreen"
        assert stage.box.value == "6 weeks"
        assert stage.marked.endswith("How early must we ask for the pool?")


async def test_page_keys_go_through_the_cards(open_shipped: Open):
    """Page Down and Page Up mark a card a page away, and the ends can be reached."""
    async with open_shipped() as stage:
        first = stage.marked
        await stage.press("pagedown")
        lines = stage.lines
        assert lines.index(stage.marked) > lines.index(first) + 3
        await stage.press("pageup")
        assert stage.marked == first
        await stage.press(*["pagedown"] * 9)
        assert stage.marked == lines[-1]
        await stage.press(*["pageup"] * 9)
        assert stage.marked == first
        assert lines[0].split()[0] in stage.text


async def test_enter_starts_the_marked_check(open_app: Open):
    """Enter on a check asks its first question; Esc leads back home, where the same card is marked."""
    async with open_app() as stage:
        await stage.press("down", "down", "enter")
        assert stage.where == "CheckScreen"
        assert stage.masthead.startswith("May we use the pool?")
        await stage.press("escape")
        assert stage.where == "HomeScreen"
        assert stage.marked == CHECKS[2]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("How many lockers?", "CheckScreen"),
        ("Works out the number", "CheckScreen"),
        ("Keys of the pool", "ReaderScreen"),
        ("Glossary", "ChooserScreen"),
    ],
)
async def test_a_click_opens_a_card(open_app: Open, size: tuple[int, int], words: str, where: str):
    """A click anywhere on a card opens it."""
    async with open_app(size=size) as stage:
        await stage.click_row(words)
        assert stage.where == where


async def test_a_click_beside_the_cards_does_nothing(open_app: Open):
    """Headings and empty places are no cards."""
    async with open_app(size=(120, 40)) as stage:
        await stage.click_row("Work it out for your case")
        await stage.pilot.click(offset=(40, 37))
        assert stage.where == "HomeScreen"
        assert stage.marked == CHECKS[0]


async def test_the_glossary_lists_every_term(open_app: Open):
    """From the list of terms one is opened, or none."""
    async with open_app() as stage:
        await stage.press(*["down"] * 5, "enter")
        assert stage.where == "ChooserScreen"
        assert "Lifeguard (LG)" in stage.text
        await stage.press("escape")
        assert stage.where == "HomeScreen"
        await stage.press("enter", "down", "enter")
        assert stage.where == "ReaderScreen"
        assert "Leave to use the pool" in stage.text


# What there is already


async def test_a_check_that_was_left_comes_first(open_app: Open):
    """A check begun stands on top, marked, with how far one was in it and when; a new one only shares answers."""
    async with open_app() as stage:
        await begin(stage, "swim", "3")
        assert stage.lines[:3] == [
            "Carry on where you left off",
            "May we use the pool? 1 answer, 1 question left · today",
            "Work it out for your case",
        ]
        assert "Who gets a key? Works out who opens the door. 1 question" in stage.lines
        assert len([line for line in stage.lines if line.startswith("May we use the pool?")]) == 1
        await stage.press("up", "enter")
        assert stage.where == "CheckScreen"


async def test_an_outcome_is_told_with_its_check(open_app: Open):
    """A check that is settled stands among what was worked out, and its card says the outcome."""
    async with open_app() as stage:
        stage.app.keeper.save("event", "party")
        stage.app.keeper.save("guests", 20)
        await begin(stage, "swim")
        assert stage.lines[:2] == ["What you worked out", "✓ No permit needed · May we use the pool? · today"]
        assert "May we use the pool? Works out whether you need a permit. ✓ No permit needed" in stage.lines
        await stage.click_row("No permit needed")
        assert stage.where == "CheckScreen"
        assert stage.app.screen.report is not None


async def test_f7_begins_a_new_situation(open_app: Open):
    """F7 starts with no answers; the situation of before is offered, and leads back to its answers."""
    async with open_app() as stage:
        stage.app.keeper.save("event", "party")
        stage.app.keeper.save("guests", 20)
        await begin(stage, "swim")
        await stage.press("f7")
        assert stage.kept == {}
        assert CHECKS[2] in stage.lines
        earlier = stage.lines[stage.lines.index("Earlier situations") + 1]
        assert re.fullmatch(r"✓ [A-Z][a-z]{2} \d+ [A-Z][a-z]{2} \d{4}: No permit needed", earlier)
        assert stage.marked == CHECKS[0], "Enter begins a check rather than going back"
        await stage.press("up")
        assert stage.marked == earlier
        await stage.press("enter")
        assert stage.kept == {"event": "party", "guests": 20}
        assert stage.told[-1].startswith("Back in the earlier situation, with 2 answers.")
        assert stage.lines[0] == "What you worked out"


async def test_earlier_situations_are_found_after_a_restart(open_app: Open, tmp_path: Path):
    """What was left days ago stands above the checks in a small window, behind a key, and in the palette."""
    store = CaseStore.open(tmp_path / "data", lambda: NOW - timedelta(days=9))
    case = store.new_case().id
    for question, value in {"event": "party", "guests": 20}.items():
        store.save(case, question, value)
    store.set_tree(case, "swim")
    store.new_case()
    async with open_app(store=store, size=(80, 24)) as stage:
        assert "Tue 27 Oct 2026: No permit needed" in stage.text
        assert "F6 Earlier" in stage.keys
        assert "F8" not in stage.keys
        await stage.press("f6")
        assert stage.where == "ChooserScreen"
        assert "Tue 27 Oct 2026: No permit needed · 2 answers" in stage.text
        await stage.press("enter")
        assert stage.kept == {"event": "party", "guests": 20}
        await stage.press("f8", "ctrl+p")
        await stage.type("earlier situation", "enter")
        assert stage.where == "ChooserScreen"


async def test_without_earlier_situations_there_is_nothing_to_go_back_to(open_app: Open):
    """At the first start neither key nor heading speaks of them, and a new situation does not either."""
    async with open_app() as stage:
        assert "F6" not in stage.keys
        await stage.press("f6", "f7")
        assert stage.where == "HomeScreen"
        assert stage.told[-1] == "A new situation: no answers yet."


async def test_a_check_that_earlier_answers_settle_says_so(open_app: Open):
    """Where nothing is left to ask in a check that was never opened, its card says why."""
    async with open_app() as stage:
        stage.app.keeper.save("event", "party")
        stage.app.keeper.save("guests", 20)
        stage.app.screen.search()
        assert next(line for line in stage.lines if line.startswith("May we use")).endswith(
            "worked out from your earlier answers"
        )


async def test_many_situations_are_a_list_of_their_own(open_app: Open, tmp_path: Path):
    """The latest stand on the screen, the others one step behind; one that has gone is told."""
    hours = iter(range(100))
    store = CaseStore.open(tmp_path / "data", lambda: NOW - timedelta(days=2) + timedelta(hours=next(hours) / 60))
    for number in range(6):
        store.save(store.new_case().id, "guests", 100 + number)
    store.new_case()
    async with open_app(store=store, size=(80, 50)) as stage:
        start = stage.lines.index("Earlier situations")
        assert stage.lines[start + 1 : start + 4] == ["Tue 3 Nov 2026: 1 answer"] * 2 + ["4 more …"]
        await stage.click_row("4 more …")
        assert stage.where == "ChooserScreen"
        await stage.press("enter")
        assert stage.kept == {"guests": 105}
        gone = next(case for case in store.cases() if case.responses.get("guests") == 100)
        store.remove_case(gone.id)
        stage.app.screen.open(f"situation:{gone.id}")
        await stage.pilot.pause()
        assert "There may" in stage.told[-1] or "not among your cases" in stage.told[-1]
        assert stage.kept == {"guests": 105}


async def test_typing_after_coming_back_is_another_question(open_app: Open):
    """What was asked before stands selected, so that typing replaces it; an arrow key keeps it and moves in it."""
    async with open_app() as stage:
        await stage.search("lifeguard")
        await stage.press("enter", "escape")
        await stage.type("pool")
        assert stage.box.value == "pool"
        await stage.press("enter", "escape", "right", "s")
        assert stage.box.value == "pools"


async def test_coming_back_keeps_the_place(open_app: Open):
    """After reading something, the card that was opened is still the marked one, also of what was found."""
    async with open_app() as stage:
        await stage.press("down", "down", "down", "enter")
        assert stage.where == "ReaderScreen"
        await stage.press("escape")
        assert stage.marked == "Using the pool"
        await stage.search("lifeguard")
        await stage.press("down", "enter", "escape")
        assert stage.box.value == "lifeguard"
        assert stage.lines.index(stage.marked) == 1


# What is found


async def test_typing_filters_and_shows_the_best_answer(open_app: Open):
    """When the typing pauses, the cards are what is found, and the best answer is readable with its source."""
    async with open_app() as stage:
        await stage.search("how early must we ask")
        assert stage.marked == "ANSWER How early must we ask for the pool?"
        assert "At least six weeks before. You get a permit." in stage.page("preview-page")
        assert "Source: Pool rules (3, May 2026): How early to ask." in stage.page("preview-page")
        assert "The board carries no date." in stage.page("preview-page")
        # The check that works it out stands right under its answer, once.
        assert stage.lines[1] == "CHECK May we use the pool? Works it out for your case"
        assert len([line for line in stage.lines if "May we use the pool?" in line]) == 1


async def test_a_section_names_the_check_it_links_to(open_app: Open):
    """Beside a section of the guide stands the check that its text leads to."""
    async with open_app() as stage:
        await stage.search("events")
        assert stage.marked == "GUIDE Events"
        assert stage.lines[1] == "CHECK May we use the pool? Works it out for your case"


async def test_preview_follows_the_marked_card(open_app: Open):
    """Down and Up mark another card, and the text beside is that of the marked one."""
    async with open_app() as stage:
        await stage.search("how early must we ask")
        await stage.press("down")
        assert stage.page("preview-page").startswith("May we use the pool? Works out whether you need a permit.")
        assert "at most 4 questions" in stage.page("preview-page")
        await stage.press("up")
        assert stage.page("preview-page").startswith("How early must we ask for the pool?")


async def test_words_of_the_query_are_marked(open_app: Open):
    """In titles and in the text beside, words that were asked for stand out, other forms of them too; sources not."""
    async with open_app(size=(120, 40)) as stage:
        await stage.search("asking early")
        marked = {text.strip() for row in stage.strips[5:-1] for text, style, _ in row if style and style.bold}
        assert {"early", "ask", "Ask early"} <= marked or {"early", "ask", "Ask"} <= marked
        accent = stage.app.theme_variables["text-accent"].lower()
        spoken = [
            text
            for row in stage.strips[5:-1]
            for text, style, _ in row
            if style and style.color and style.color.name == accent
        ]
        assert not any("Source" in text for text in spoken)


async def test_enter_right_after_typing_opens_what_was_typed(open_app: Open):
    """Enter does not wait for the cards: it opens what is found for the words in the box at that moment."""
    async with open_app() as stage:
        stage.box.value = "lifeguard"
        await stage.box.action_submit()
        await stage.pilot.pause()
        assert stage.where == "ReaderScreen"
        assert "Somebody who watches the water." in stage.text


async def test_down_right_after_typing_moves_in_what_was_found(open_app: Open):
    """A key right after typing works on what is found for the words, not on the cards of before."""
    async with open_app() as stage:
        stage.box.value = "how early must we ask"
        await stage.press("down")
        assert stage.marked == "CHECK May we use the pool? Works it out for your case"


async def test_escape_empties_the_box_and_then_does_nothing(open_app: Open):
    """Esc takes the words away and shows where to begin again; nobody leaves by pressing it once more."""
    async with open_app() as stage:
        await stage.search("keys")
        await stage.press("escape")
        await stage.pilot.pause(0.05)
        assert stage.box.value == ""
        assert CHECKS[0] in stage.lines
        await stage.press("escape", "escape", "escape")
        assert stage.where == "HomeScreen"
        assert stage.app.is_running


async def test_says_so_where_nothing_answers(open_app: Open):
    """What the library does not cover is called that, with whom to ask; nothing is shown as if it were the answer."""
    async with open_app() as stage:
        await stage.search("parking bikes")
        assert stage.lines == ["This guidance does not seem to answer that.", "ASK The pool office"]
        assert stage.page("preview-page") == "Whom to ask The pool office For anything about the pool."
        await stage.press("enter")
        assert stage.where == "SheetScreen"
        assert "For anything about the pool." in stage.text
        await stage.press("escape")
        assert stage.box.value == "parking bikes"


async def test_a_doubtful_topic_is_called_that(open_app: Open):
    """What only comes close is listed briefly under that name, with a warning over its text; above it, whom to ask."""
    async with open_app() as stage:
        await stage.search("keys of a parking meter")
        assert stage.lines[:3] == [
            "This guidance does not seem to answer that.",
            "ASK The pool office",
            "The nearest topics:",
        ]
        assert stage.marked == stage.lines[3]
        assert stage.page("preview-page").startswith("Not an answer to your question, only a near topic:")
        await stage.press("up")
        assert "For anything about the pool." in stage.page("preview-page")


async def test_says_how_a_misspelt_query_was_understood(open_app: Open):
    """A misspelt word is corrected, and the correction is told."""
    async with open_app() as stage:
        await stage.search("lifegaurd")
        assert stage.lines[0] == "Understood as: lifeguard"
        assert stage.marked.startswith("TERM Lifeguard")


async def test_page_keys_scroll_the_answer(open_app: Open):
    """Page Down and Page Up move the answer while the cursor stays in the box."""
    async with open_app(size=(50, 16)) as stage:
        await stage.search("how early must we ask")
        preview = stage.get("#preview")
        await stage.press("pagedown")
        down = preview.scroll_y
        await stage.press("pageup")
        assert (down > 0, preview.scroll_y) == (True, 0)
        assert stage.app.focused is stage.box


# Whatever the library is like


async def test_an_empty_library_says_so(open_with: Open):
    """Where there is nothing to ask about, the screen says it and nothing fails."""
    files: dict[str, str | None] = {f"content/faq/{name}.md": None for name in ("when", "price")}
    files |= {f"content/guide/{name}.md": None for name in ("using", "keys")}
    files |= {f"decision_trees/{name}.yaml": None for name in ("swim", "keys", "lockers", "questions")}
    files |= {"content/glossary.yaml": "{}\n"}
    async with open_with(files) as stage:
        assert stage.lines[-1] == "There is nothing in this library yet."
        await stage.press("down", "right", "enter", "pagedown")
        await stage.search("how early must we ask")
        await stage.press("down", "enter", "escape")
        assert stage.app.is_running


async def test_one_check(open_with: Open):
    """One check is one card."""
    files = {f"decision_trees/{name}.yaml": None for name in ("swim", "keys")}
    files |= {"content/faq/when.md": None, "content/guide/using.md": None}
    async with open_with(files) as stage:
        start = stage.lines.index("Work it out for your case")
        assert stage.lines[start + 1 : start + 3] == [CHECKS[1], "Read"]


async def test_forty_checks(open_with: Open):
    """Of forty checks each can be reached with the arrow keys, and stands in sight when it is marked."""
    tree = """\
        id: NAME
        title: "TITLE"
        about: Works something out.
        start: well
        questions:
          well: {ask: Is all well?, short: Well, why: So., cite: rules/keys, kind: yes-no, next: end}
        outcomes:
          end: {verdict: The end, tone: fine, says: So., cite: rules/keys}
        """
    word = "Extraordinarily "
    more = {
        f"decision_trees/many-{n}.yaml": tree.replace("NAME", f"many-{n}").replace("TITLE", f"{n} {word * (n % 30)}")
        for n in range(37)
    }
    async with open_with(more, size=(120, 40)) as stage:
        assert len(board(stage).cards) == 43
        for _ in range(25):
            await stage.press("down")
            assert any("›" in row for row in stage.rows), stage.text
        assert stage.marked == "Glossary · 2 terms"
        await stage.resize(40, 12)
        assert any("›" in row for row in stage.rows), stage.text
        for _ in range(45):
            await stage.press("up")
            assert any("›" in row for row in stage.rows), stage.text
        assert stage.lines[2] == "Work it out for your case"


async def test_resizing_keeps_the_marked_card(open_app: Open):
    """Cards are laid out anew for every size, and the marked one stays marked and in sight."""
    async with open_app(size=(120, 40)) as stage:
        await stage.press("right")
        for size, columns in (((80, 24), 1), ((40, 12), 1), ((200, 50), 3), ((120, 40), 2)):
            await stage.resize(*size)
            assert board(stage).columns == columns, size
            assert stage.marked == CHECKS[1]


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
        assert not any("How many lockers" in line for line in stage.lines)
        await stage.search("how early must we ask")
        assert stage.marked == "ANSWER How early must we ask for the pool?"


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
