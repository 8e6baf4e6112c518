"""The reader: one text, the contents beside it, and the ways on from it."""

from __future__ import annotations

import pytest
from textual.color import Color

from guide_tui.tui.widgets.contents_list import ContentsList
from guide_tui.tui.widgets.find_bar import FindBox
from tests.tui.conftest import Open
from tests.tui.stage import POOL, Stage

LONG = """\
    ---
    title: Using the pool
    source: rules
    ---
    ## Events {#events}

    Races need [lifeguards](term:lifeguard). Then [check it](check:swim).

    ## How early to ask {#notice}

    """ + "".join(f"Line {number} of a long text about the café.\n\n    " for number in range(1, 41))


GLOSSARY = POOL["content/glossary.yaml"].rstrip(" ")


async def read(stage: Stage, document: str) -> Stage:
    """Open a document."""
    stage.app.open_document(document)
    await stage.pilot.pause()
    return stage


def title(stage: Stage) -> str:
    """The first line of the text."""
    return str(stage.get("#text-page").plain).split("\n")[0]


def contents(stage: Stage) -> list[str]:
    """The lines of the contents as they are drawn."""
    drawn = stage.app.screen.query_one("#contents-lines").content
    return [line.rstrip() for line in str(drawn).split("\n")]


def reach(stage: Stage) -> str:
    """What stands in the masthead at the right."""
    return stage.masthead.rsplit("  ", 1)[1]


# The text


async def test_shows_text_sources_and_words(open_app: Open):
    """An answer stands with its sources and the terms that it uses; every way on from it has a number in its place."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        assert stage.masthead.startswith("Questions and answers  ›  Using the pool")
        assert stage.page("text-page") == (
            "How early must we ask for the pool? At least six weeks before. You get a permit [1]. "
            "• Ask early. • Ask again after that. A request that is longer than one line of a narrow terminal hangs "
            "under its first word. ! The board carries no date. "
            "Sources [2] Pool rules (3, May 2026), How early to ask [3] Notice board (undated), Prices"
        )


async def test_terms_that_are_not_linked_are_offered(open_with: Open):
    """What the text uses without leading to it is offered below it, names of several words first."""
    terms = GLOSSARY + ("        race-day: {term: Race day, meaning: The day of a race., cite: rules/events}\n")
    text = """\
        ---
        title: Using the pool
        source: rules
        ---
        ## Events {#events}

        A lifeguard comes on race day. So does the [permit](term:permit).

        ## How early to ask {#notice}

        Six weeks.
        """
    async with open_with({"content/glossary.yaml": terms, "content/guide/using.md": text}) as stage:
        await read(stage, "guide:rules/events")
        assert stage.page("text-page").endswith("permit [1]. Words used here Race day [2] · Lifeguard [3]")
        await stage.press("2")
        assert title(stage) == "Race day"
        assert "Words used here" not in stage.page("text-page")


async def test_what_must_be_known_of_the_source_stands_above_the_text(open_with: Open):
    """That a document carries no date is told before anything of it is read."""
    text = """\
        ---
        title: The board
        source: board
        ---
        ## Prices {#prices}

        Ten pounds.
        """
    async with open_with({"content/guide/board.md": text}) as stage:
        await read(stage, "guide:board/prices")
        assert stage.page("text-page").startswith(
            "Prices Our digest of the Notice board (undated). ! The board carries no date. Ten pounds."
        )


async def test_what_the_text_says_of_its_source_is_not_said_twice(open_with: Open):
    """An answer that tells that its source is undated needs no further warning."""
    answer = "---\nquestion: What is on the board?\ncite: board/prices\n---\n{}\n"
    for words, warned in (("Prices.", True), ("This rests on an undated notice, so confirm it.", False)):
        async with open_with({"content/faq/board.md": answer.format(words)}) as stage:
            await read(stage, "faq:board")
            assert ("! The board carries no date." in stage.page("text-page")) is warned
            assert "Notice board (undated)" in stage.page("text-page")


async def test_a_term_warns(open_app: Open):
    """The caution of a term stands under its meaning."""
    async with open_app() as stage:
        await read(stage, "term:lifeguard")
        assert "! Take care: A coach is none." in stage.page("text-page")


async def test_text_to_take_along(open_app: Open):
    """What is shown can be taken along as plain lines with its sources, also after reading on."""
    async with open_app() as stage:
        await read(stage, "guide:rules/events")
        assert stage.app.screen.extract().text.startswith("Events\n------\n")
        await stage.press("right")
        assert stage.app.screen.extract().text == (
            "How early to ask\n----------------\nSix weeks.\n\nSource: Pool rules (3, May 2026): How early to ask.\n\n"
            "From Pool guide, Thursday 5 November 2026.\n\nThe pool rules decide, not this guide.\n"
        )


async def test_an_outcome_is_read_and_worked_out(open_app: Open):
    """What an outcome says can be read without reaching it; what depends on answers says so; Enter starts its check."""
    async with open_app() as stage:
        await read(stage, "outcome:swim/permit")
        assert stage.masthead.startswith("May we use the pool?  ›  Outcomes")
        page = stage.page("text-page")
        assert "▲ APPROVAL NEEDED Permit needed: ask the office first" in page
        assert "1. Send the form. [3] The club, at least six weeks before the first day" in page
        before, _, after = page.partition("Depending on your answers")
        assert "The coach must be approved first." not in before
        assert 'The coach must be approved first. [2] Only if "Coach approved" is No' in after
        assert "Work it out for your case: May we use the pool?" in stage.text
        await stage.press("enter")
        assert stage.where == "CheckScreen"
        assert stage.app.screen.conversation.tree.id == "swim"


async def test_a_question_is_read_and_its_check_started(open_app: Open):
    """What a check asks can be read with its answers and why; a click below it starts the check."""
    async with open_app() as stage:
        await read(stage, "question:swim/judges")
        page = stage.page("text-page")
        assert page.startswith('Who will judge? A question of the check "May we use the pool?"')
        assert "• People at the clock • People at the lanes" in page
        assert "Why it is asked Somebody has to take the time." in page
        await stage.click_row("Start the check: May we use the pool?")
        assert stage.where == "CheckScreen"


async def test_the_check_beside_an_answer_is_always_in_sight(open_app: Open):
    """However low the window, the check that works an answer out is offered; where there is none, nothing is."""
    async with open_app(size=(60, 10)) as stage:
        await read(stage, "faq:when")
        assert "Work it out for your case: May we use the pool?" in stage.text
        await read(stage, "faq:price")
        assert "Work it out" not in stage.text
        await stage.press("enter")
        assert stage.where == "ReaderScreen"


# Ways on


async def test_a_number_leads_on_and_escape_leaves_at_once(open_app: Open):
    """A number opens what it stands beside, in the same place; Esc leaves for the home screen however far one went."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        await stage.press("1")
        assert title(stage) == "Permit"
        await stage.press("1")
        assert title(stage) == "How early to ask"
        assert stage.masthead.startswith("Pool rules  ›  Using the pool")
        await stage.press("escape")
        assert stage.where == "HomeScreen"


@pytest.mark.parametrize("words", ["permit", "[1]"])
async def test_a_click_follows_a_link(open_app: Open, words: str):
    """A link is followed by a click on its words or on its number."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        await stage.click_row(words)
        assert title(stage) == "Permit"


async def test_a_click_on_a_source_opens_it(open_app: Open):
    """A source is opened by a click on its line."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        await stage.click_row("Pool rules (3, May 2026)")
        assert title(stage) == "How early to ask"


async def test_numbers_of_two_digits(open_with: Open):
    """Where a second digit may follow, it is waited for, and the screen says so; Enter takes the one, Esc neither."""
    links = " ".join("[a](faq:price)" if n == 1 else f"[{n}](term:t{n})" for n in range(1, 13))
    terms = "".join(
        f"        t{n}: {{term: Word {n}, meaning: The one numbered {n}., cite: rules/events}}\n" for n in range(2, 13)
    )
    text = f"---\nquestion: Which links?\ncite: rules/events\n---\n{links}\n"
    changes = {"content/faq/links.md": text, "content/glossary.yaml": GLOSSARY + terms}
    async with open_with(changes) as stage:
        await read(stage, "faq:links")
        await stage.press("1")
        assert title(stage) == "Which links?"
        assert "Number 1_   Type its second digit, such as 11, or Enter for 1." in stage.text
        assert "Enter Follow it" in stage.keys
        assert "Esc Stop" in stage.keys
        await stage.press("escape")
        assert stage.where == "ReaderScreen"
        assert "Number 1_" not in stage.text
        await stage.press("1", "2")
        assert title(stage) == "Word 12"
        await stage.press("b", "1", "enter")
        assert title(stage) == "What does a lane cost?"
        await stage.press("b", "2")
        assert title(stage) == "Word 2"
        await stage.press("b", "1", "9")
        assert title(stage) == "Which links?"
        assert stage.told == ["There is no number 19 in this text."]


async def test_digits_without_a_link_do_nothing(open_app: Open):
    """A number beyond the links leaves the text as it is and says so; a nought is none."""
    async with open_app() as stage:
        await read(stage, "guide:rules/notice")
        await stage.press("0", "9")
        assert title(stage) == "How early to ask"
        assert stage.told == ["There is no number 9 in this text."]


async def test_a_link_to_a_check_starts_it(open_app: Open):
    """The link to a check asks its first question; Esc leads back to the text."""
    async with open_app() as stage:
        await read(stage, "guide:rules/events")
        await stage.press("2")
        assert stage.where == "CheckScreen"
        await stage.press("escape")
        assert stage.where == "ReaderScreen"
        assert title(stage) == "Events"


async def test_escape_leads_back_to_the_check_that_one_came_from(open_app: Open):
    """A text opened from an outcome leads back to it, and says so."""
    async with open_app() as stage:
        for question, value in {"event": "party", "guests": 9}.items():
            stage.app.keeper.save(question, value)
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await read(stage, "guide:rules/events")
        assert "To the check" in stage.text
        await stage.press("1", "escape")
        assert stage.where == "CheckScreen"


async def test_a_link_to_what_cannot_be_used_is_told(open_with: Open):
    """A check that leads in a circle is withheld; a link to it says so and the text stays."""
    circle = """\
        id: lockers
        title: How many lockers?
        about: Goes round.
        start: a
        questions:
          a:
            ask: Round?
            short: Round
            why: So.
            cite: rules/keys
            kind: yes-no
            next: {"yes": a, "no": end}
        outcomes:
          end: {verdict: Out, tone: fine, says: Out., cite: rules/keys}
        """
    text = """\
        ---
        question: How many lockers are there?
        cite: rules/keys
        ---
        [Work it out](check:lockers).
        """
    changes = {"decision_trees/lockers.yaml": circle, "content/faq/lockers.md": text}
    async with open_with(changes) as stage:
        await read(stage, "faq:lockers")
        await stage.press("1")
        assert stage.where == "ReaderScreen"
        assert 'There is no text called "check:lockers".' in stage.told


# Back and forward


async def test_back_and_forward_keep_the_place(open_with: Open):
    """Back and forward lead through what was read, each text where it was left."""
    async with open_with({"content/guide/using.md": LONG}, size=(60, 14)) as stage:
        await read(stage, "term:permit")
        await stage.press("1", "pagedown", "down")
        left = stage.get("#text").scroll_y
        assert left > 5
        await stage.press("b")
        assert title(stage) == "Permit"
        assert stage.get("#text").scroll_y == 0
        await stage.press("f")
        assert title(stage) == "How early to ask"
        assert stage.get("#text").scroll_y == left
        await stage.press("backspace")
        assert title(stage) == "Permit"


async def test_letters_work_as_the_bottom_line_shows_them(open_app: Open):
    """B and F stand there as capitals, and capitals do what they say."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        await stage.press("1")
        opened = title(stage)
        assert "B Back" in stage.keys
        await stage.press("B")
        assert title(stage) == "How early must we ask for the pool?"
        assert "F Forward" in stage.keys
        await stage.press("F")
        assert title(stage) == opened


async def test_back_is_offered_only_where_it_leads_somewhere(open_app: Open):
    """The first text has nothing before it, the last nothing after it, and neither key leaves the reader."""
    async with open_app(size=(120, 30)) as stage:
        await read(stage, "faq:when")
        assert " Back" not in stage.text
        await stage.press("b", "f")
        assert title(stage) == "How early must we ask for the pool?"
        await stage.press("1")
        assert " Back" in stage.text
        assert " Forward" not in stage.text
        await stage.press("b")
        assert " Forward" in stage.text


async def test_leafing_leads_through_the_contents(open_app: Open):
    """Right and Left go from section to section across chapters, stop at both ends, and leave no trace for Back."""
    async with open_app() as stage:
        await read(stage, "guide:rules/events")
        titles = []
        for key in ("right", "right", "right", "left", "left", "left"):
            await stage.press(key)
            titles.append(title(stage))
        assert titles == ["How early to ask", "Keys", "Keys", "How early to ask", "Events", "Events"]
        assert not stage.app.screen.history.can_go(-1)


async def test_scroll_keys(open_with: Open):
    """Down and j scroll down, Up and k up by a line; the page keys and Space by a page; Home and End to the ends."""
    async with open_with({"content/guide/using.md": LONG}, size=(60, 14)) as stage:
        await read(stage, "guide:rules/notice")
        text = stage.get("#text")
        places = []
        for key in ("j", "down", "k", "up", "pagedown", "space", "pageup", "end", "home"):
            await stage.press(key)
            places.append(text.scroll_y)
        assert places[:4] == [1, 2, 1, 0]
        page = places[4]
        assert page > 5
        assert places[4:] == [page, 2 * page, page, text.max_scroll_y, 0]


async def test_the_masthead_says_how_far_one_has_read(open_with: Open):
    """Of a text that is longer than the window the lines in sight are told; of a shorter one, nothing."""
    async with open_with({"content/guide/using.md": LONG}, size=(60, 14)) as stage:
        await read(stage, "guide:rules/notice")
        assert reach(stage) == "lines 1–11 of 82"
        await stage.press("down", "down")
        assert reach(stage) == "lines 3–13 of 82"
        await stage.press("end")
        assert reach(stage) == "lines 72–82 of 82"
        await stage.press("left")
        assert "lines" not in stage.masthead


# The contents


async def test_contents_stand_beside_the_text_where_there_is_room(open_app: Open):
    """In a wide window the chapters and their sections are listed, with a mark at the one that is read."""
    async with open_app(size=(120, 30)) as stage:
        await read(stage, "guide:rules/events")
        assert contents(stage) == [
            "  Using the pool",
            "  ▪ Events",
            "    How early to ask",
            "",
            "  Keys of the pool",
            "    Keys",
        ]
        await stage.press("right", "right")
        assert contents(stage)[1] == "    Events"
        assert contents(stage)[5] == "  ▪ Keys"


async def test_tab_goes_to_the_contents_and_back(open_app: Open):
    """Tab moves between contents and text; the marked line carries a sign, and a bar stands along the one in use."""
    async with open_app(size=(120, 30)) as stage:
        await read(stage, "guide:rules/events")
        bars = {name: stage.get(name).styles.border_left[0] for name in ("#contents", "#text")}
        assert bars == {"#contents": "blank", "#text": "outer"}
        await stage.press("tab")
        assert contents(stage)[1].startswith("› ▪ Events")
        bars = {name: stage.get(name).styles.border_left[0] for name in ("#contents", "#text")}
        assert bars == {"#contents": "outer", "#text": "solid"}
        await stage.press("down", "down")
        assert contents(stage)[5].startswith("›   Keys")
        await stage.press("tab")
        assert not any(line.startswith("›") for line in contents(stage))
        assert title(stage) == "Events"
        await stage.press("tab")
        assert contents(stage)[1].startswith("› ▪ Events")


async def test_enter_opens_what_is_marked_in_the_contents(open_app: Open):
    """Up and Down mark, Enter opens, and the text has the focus again; Back leads to where one was."""
    async with open_app(size=(120, 30)) as stage:
        await read(stage, "guide:rules/events")
        await stage.press("c", "end", "home", "pagedown", "up", "enter")
        assert title(stage) == "How early to ask"
        assert stage.app.screen.focused.id == "text"
        await stage.press("b")
        assert title(stage) == "Events"


async def test_a_click_opens_what_is_in_the_contents(open_app: Open):
    """A line of the contents opens by a click; the heading of a chapter does not."""
    async with open_app(size=(120, 30)) as stage:
        await read(stage, "guide:rules/events")
        await stage.click_row("Keys of the pool")
        assert title(stage) == "Events"
        await stage.click_row("How early to ask")
        assert title(stage) == "How early to ask"


async def test_in_a_narrow_window_the_contents_come_over_the_text(open_app: Open):
    """At 80 columns the text stands alone; c shows the contents in its place, Enter opens, Esc or c shows the text."""
    async with open_app() as stage:
        await read(stage, "guide:rules/events")
        assert not stage.get("#contents").region
        for key in ("c", "escape"):
            await stage.press("c")
            assert stage.get("#contents").region.width > 70
            assert not stage.get("#text").region
            await stage.press(key)
            assert stage.get("#text").region
            assert stage.where == "ReaderScreen"
        await stage.press("c", "down", "enter")
        assert title(stage) == "How early to ask"
        assert stage.get("#text").region


async def test_many_answers_are_listed_by_subject(open_shipped: Open):
    """Of many answers those about one subject are listed; the heading of another opens with Enter or a click."""
    async with open_shipped(size=(120, 40)) as stage:
        await read(stage, "faq:application-deadline")
        listed = "\n".join(contents(stage))
        assert "▾ How to apply (" in listed
        assert "▸ Introduction (" in listed
        assert "▪ When do we have to submit the" in listed
        await stage.press("tab", "home", "enter")
        assert contents(stage)[0].startswith("› ▾ Introduction (")
        assert "▸ How to apply (" in "\n".join(contents(stage))
        await stage.press("enter")
        assert contents(stage)[0].startswith("› ▸ Introduction (")
        await stage.click_row("▸ Introduction")
        assert contents(stage)[0].startswith("› ▾ Introduction (")
        await stage.press("down", "enter")
        assert stage.masthead.startswith("Questions and answers  ›  Introduction")


async def test_the_check_itself_is_read_from_the_contents_of_its_outcome(open_app: Open):
    """What a check works out can be read from its contents without starting it."""
    async with open_app(size=(120, 30)) as stage:
        await read(stage, "outcome:swim/free")
        await stage.press("tab", "home", "enter")
        assert title(stage) == "May we use the pool?"
        assert stage.where == "ReaderScreen"
        await stage.press("enter")
        assert stage.where == "CheckScreen"


async def test_the_contents_follow_every_size(open_app: Open):
    """From wide to tiny and back, with the contents in use, nothing is lost."""
    async with open_app(size=(120, 30)) as stage:
        await read(stage, "guide:rules/events")
        await stage.press("tab", "down")
        for size in ((80, 24), (40, 12), (120, 40)):
            await stage.resize(*size)
            assert stage.app.screen.query_one(ContentsList).marked == "How early to ask"
        await stage.press("enter")
        assert title(stage) == "How early to ask"


# Finding words


async def find(stage: Stage, words: str) -> None:
    """Open the box and type words into it, a key at a time."""
    await stage.press("slash")
    names = {" ": "space"}
    await stage.press(*(names.get(letter, letter) for letter in words))
    await stage.pilot.pause()


def found(stage: Stage) -> str:
    """What is said beside the box."""
    return str(stage.get("#find-count").render())


def way_on(stage: Stage) -> str:
    """What is said under the text; empty where nothing is."""
    bar = stage.get("#way-on")
    return str(bar.render()) if bar.display else ""


def marks(stage: Stage) -> list[str]:
    """The words that are marked in the text as drawn, the current ones in brackets."""
    marked = Color.parse(stage.app.theme_variables["marked"]).rich_color
    drawn = []
    for strip in stage.strips[1:-2]:
        for text, style, _ in strip:
            # The scroll bar is drawn in reverse too.
            if style and style.reverse and len(text) > 1:
                drawn.append(f"[{text}]")
            elif style and style.bold and style.bgcolor == marked:
                drawn.append(text)
    return drawn


async def test_words_are_marked_as_they_are_typed(open_with: Open):
    """While words are typed their places are marked and counted, and the nearest is brought into sight."""
    async with open_with({"content/guide/using.md": LONG}, size=(60, 14)) as stage:
        await read(stage, "guide:rules/notice")
        await find(stage, "line 2")
        assert found(stage) == "1 of 11"
        assert marks(stage) == ["[Line 2]"]
        await stage.press("0")
        assert found(stage) == "1 of 1"
        assert marks(stage) == ["[Line 20]"]
        assert "Line 20 of a long text" in stage.text


async def test_enter_and_arrows_go_from_place_to_place(open_with: Open):
    """Enter and Down go on, Up goes back, round both ends; capitals and accents do not matter."""
    async with open_with({"content/guide/using.md": LONG}, size=(60, 14)) as stage:
        await read(stage, "guide:rules/notice")
        await find(stage, "CAFE")
        counts = [found(stage)]
        for key in ("enter", "down", "up", "up", "up"):
            await stage.press(key)
            counts.append(found(stage))
        assert counts == ["1 of 40", "2 of 40", "3 of 40", "2 of 40", "1 of 40", "40 of 40"]
        assert "Line 40 of a long text" in stage.text
        assert "[café]" in marks(stage)


async def test_n_goes_on_while_the_text_has_the_focus(open_with: Open):
    """Tab leads from the box to the text, where n and Shift+N go on and back; without words sought they do nothing."""
    async with open_with({"content/guide/using.md": LONG}, size=(60, 14)) as stage:
        await read(stage, "guide:rules/notice")
        await stage.press("n")
        await find(stage, "cafe")
        await stage.press("tab")
        assert stage.app.screen.focused.id == "text"
        counts = []
        for key in ("n", "n", "N", "p"):
            await stage.press(key)
            counts.append(found(stage))
        assert counts == ["2 of 40", "3 of 40", "2 of 40", "1 of 40"]


async def test_escape_stops_finding_and_leaves_the_text_where_it_is(open_with: Open):
    """Esc closes the box and takes the marks away, from the box or from the text; only then Esc leaves the reader."""
    async with open_with({"content/guide/using.md": LONG}, size=(60, 14)) as stage:
        await read(stage, "guide:rules/notice")
        for way in (("escape",), ("tab", "escape")):
            await find(stage, "line 30")
            place = stage.get("#text").scroll_y
            assert place > 20
            await stage.press(*way)
            assert not marks(stage)
            assert stage.get("#text").scroll_y == place
            assert stage.where == "ReaderScreen"
            assert not stage.get("#find").display
        await stage.press("escape")
        assert stage.where == "HomeScreen"


async def test_the_words_of_before_are_offered_again(open_app: Open):
    """The box keeps its words; what is typed takes their place."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        await find(stage, "early")
        await stage.press("escape", "ctrl+f")
        assert stage.app.screen.query_one(FindBox).value == "early"
        assert found(stage) == "1 of 3"
        await stage.press("a", "s", "k")
        assert stage.app.screen.query_one(FindBox).value == "ask"


async def test_words_that_stand_elsewhere_are_offered(open_app: Open):
    """Where the text has none of the words, it is told which other text has, and Enter goes there with them marked."""
    async with open_app() as stage:
        await read(stage, "guide:rules/events")
        await find(stage, "office")
        assert found(stage) == "not in this text"
        assert way_on(stage) == 'Enter goes on to "Keys".'
        await stage.press("enter")
        assert title(stage) == "Keys"
        assert found(stage) == "1 of 1"
        assert marks(stage) == ["[office]"]
        await stage.press("escape", "b")
        assert title(stage) == "Events"


async def test_words_that_also_stand_elsewhere_are_told(open_app: Open):
    """Where the text has some, it is told in how many others there are more."""
    async with open_app() as stage:
        await read(stage, "guide:rules/notice")
        await find(stage, "e")
        assert found(stage).endswith(" · also in 2 other texts")


async def test_finding_goes_on_from_text_to_text(open_app: Open):
    """After the last place Enter goes to the next text that has some, and says so; Up leads back."""
    async with open_app() as stage:
        await read(stage, "guide:rules/events")
        await find(stage, "ee")
        assert way_on(stage) == 'Enter goes on to "How early to ask".'
        await stage.press("enter")
        assert (title(stage), found(stage)[:6]) == ("How early to ask", "1 of 1")
        assert way_on(stage) == 'This is the next text that has it. Enter goes on to "Keys".'
        assert marks(stage) == ["[ee]"]
        await stage.press("enter")
        assert title(stage) == "Keys"
        await stage.press("enter")
        assert title(stage) == "Events"
        await stage.press("up")
        assert title(stage) == "Keys"
        assert way_on(stage).startswith("This is the text before that has it.")
        await stage.press("up", "up")
        assert title(stage) == "Events"
        assert isinstance(stage.app.screen.focused, FindBox)


async def test_a_slip_is_forgiven(open_app: Open):
    """Where words stand nowhere, those nearest to them are offered, and Enter looks for them."""
    async with open_app() as stage:
        await read(stage, "guide:rules/events")
        await find(stage, "ofice")
        assert way_on(stage) == 'Nothing has "ofice". Enter looks for "office".'
        await stage.press("enter")
        assert stage.app.screen.query_one(FindBox).value == "office"
        assert way_on(stage) == 'Enter goes on to "Keys".'


async def test_the_bottom_line_says_what_enter_does_while_something_is_begun(open_app: Open):
    """While words are sought Enter and Esc are theirs, also from the text; when that is over, they are the text's."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        assert "Enter Work it out" in stage.keys
        await find(stage, "ask")
        await stage.press("tab")
        assert "Enter Next found" in stage.keys
        assert "Esc Stop" in stage.keys
        assert "Work it out" not in stage.keys
        before = found(stage)
        await stage.press("enter")
        assert found(stage) != before
        await stage.press("escape")
        assert "Enter Work it out" in stage.keys
        assert "Esc Stop" not in stage.keys


async def test_words_that_stand_nowhere(open_app: Open):
    """What is in no text is said to be so; Enter does nothing; an empty box says nothing."""
    async with open_app() as stage:
        await read(stage, "guide:rules/notice")
        await find(stage, "zebra")
        assert found(stage) == "in none of the texts"
        assert way_on(stage) == ""
        await stage.press("enter")
        assert title(stage) == "How early to ask"
        await stage.press(*["backspace"] * 5)
        assert found(stage) == ""


async def test_a_resize_keeps_what_was_found(open_with: Open):
    """Words are found anew in the lines of another width, across their ends."""
    async with open_with({"content/guide/using.md": LONG}, size=(60, 14)) as stage:
        await read(stage, "guide:rules/notice")
        await find(stage, "long text about the cafe")
        await stage.press("enter", "enter")
        for size in ((40, 12), (120, 40)):
            await stage.resize(*size)
            assert found(stage) == "3 of 40"


# Help


async def test_help_names_the_keys(open_app: Open):
    """Help says how links are followed and what each key does."""
    async with open_app(size=(80, 60)) as stage:
        await read(stage, "guide:rules/events")
        await stage.press("f1")
        page = stage.help
        said = " ".join(page.split())
        for line in ("A number in brackets leads on", "The next text of the contents", "Find words in this text"):
            assert line in said
        assert "The text before this one" not in said
