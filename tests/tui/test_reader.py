"""The reader: one text, and the ways on from it."""

from __future__ import annotations

from tests.tui.conftest import Open
from tests.tui.stage import Stage


async def read(stage: Stage, document: str) -> Stage:
    """Open a document."""
    stage.app.open_document(document)
    await stage.pilot.pause()
    return stage


async def test_shows_text_sources_and_links(open_app: Open):
    """An answer stands with its sources; under it are the check, the links of the text and the passages, numbered."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        assert stage.masthead == "Pool guide  ›  Questions and answers"
        page = stage.page("text-page")
        assert page.startswith("How early must we ask for the pool? At least six weeks before. You get a permit.")
        assert page.endswith(
            "Go on 1 Work it out: May we use the pool? 2 Permit "
            "3 Pool rules (3, May 2026): How early to ask 4 Notice board (undated): Prices"
        )


async def test_digits_follow_links_and_escape_leads_back(open_app: Open):
    """A digit opens the link of that number, text upon text; Esc and b go back one by one."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        await stage.press("2")
        assert stage.masthead == "Pool guide  ›  Glossary"
        assert stage.page("text-page").startswith("Permit Leave to use the pool")
        await stage.press("1")
        assert stage.masthead == "Pool guide  ›  Pool rules  ›  Using the pool"
        assert stage.page("text-page").startswith("How early to ask Six weeks.")
        await stage.press("escape")
        assert stage.page("text-page").startswith("Permit")
        await stage.press("b")
        assert stage.page("text-page").startswith("How early must we ask")
        await stage.press("escape")
        assert stage.where == "HomeScreen"


async def test_a_link_to_a_check_starts_it(open_app: Open):
    """The link to a check asks its first question; Esc leads back to the text."""
    async with open_app() as stage:
        await read(stage, "faq:when")
        await stage.press("1")
        assert stage.where == "CheckScreen"
        assert stage.lines[0] == "What do you plan?"
        await stage.press("escape")
        assert stage.where == "ReaderScreen"


async def test_digits_without_a_link_do_nothing(open_app: Open):
    """A digit beyond the links leaves the text as it is."""
    async with open_app() as stage:
        await read(stage, "guide:rules/notice")
        await stage.press("1", "9")
        assert stage.page("text-page").startswith("How early to ask")


async def test_leafing_leads_through_all_chapters(open_app: Open):
    """n and p, Right and Left go from section to section across chapters, and stop at both ends."""
    async with open_app() as stage:
        await read(stage, "guide:rules/events")
        titles = []
        for key in ("n", "right", "n", "p", "left", "p"):
            await stage.press(key)
            titles.append(stage.page("text-page").split(".")[0])
        assert titles == [
            "How early to ask Six weeks",
            "Keys The office keeps the keys",
            "Keys The office keeps the keys",
            "How early to ask Six weeks",
            "Events Races need lifeguards",
            "Events Races need lifeguards",
        ]
        assert "p Previous" not in stage.text
        assert "n Next section" in stage.text


async def test_scroll_keys(open_app: Open):
    """Down and j scroll down, Up and k up, by a line; the page keys by a page."""
    async with open_app(size=(40, 12)) as stage:
        await read(stage, "faq:when")
        text = stage.get("#text")
        places = []
        for key in ("j", "down", "k", "up", "pagedown", "pageup"):
            await stage.press(key)
            await stage.pilot.wait_for_animation()
            places.append(text.scroll_y)
        assert places[:4] == [1, 2, 1, 0]
        assert places[4] > 2
        assert places[5] == 0


async def test_help_names_the_keys(open_app: Open):
    """Help says how links are followed and what each key does."""
    async with open_app(size=(80, 50)) as stage:
        await read(stage, "guide:rules/events")
        await stage.press("f1")
        page = stage.page("help-page")
        for line in (
            "The numbered lines under the text lead on: press the number.",
            "Esc B Back to where you came from",
            "N Right The next section of the chapter",
            "Scroll down; Up and Page keys too",
        ):
            assert line in page
        assert "The previous section" not in page


async def test_a_term_warns(open_app: Open):
    """The caution of a term stands under its meaning."""
    async with open_app() as stage:
        await read(stage, "term:lifeguard")
        assert "Take care: A coach is none." in stage.page("text-page")


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


async def test_an_outcome_is_read_and_worked_out(open_app: Open):
    """What an outcome says can be read without reaching it; what depends on answers says so; Enter starts its check."""
    async with open_app() as stage:
        await read(stage, "outcome:swim/permit")
        assert "May we use the pool?" in stage.masthead
        page = stage.page("text-page")
        assert "▲ APPROVAL NEEDED Permit needed: ask the office first" in page
        assert "The club, at least six weeks before the first day" in page
        before, _, after = page.partition("Depending on your answers")
        assert "The coach must be approved first." not in before
        assert 'The coach must be approved first. [1] Only if "Coach approved" is No' in after
        await stage.press("enter")
        assert stage.where == "CheckScreen"
        assert stage.lines[0] == "What do you plan?"


async def test_a_question_is_read_and_its_check_started(open_app: Open):
    """What a check asks can be read with its answers and why; Enter starts the check."""
    async with open_app() as stage:
        await read(stage, "question:swim/judges")
        page = stage.page("text-page")
        assert page.startswith("Who will judge?")
        assert "• People at the clock • People at the lanes" in page
        assert "Why it is asked Somebody has to take the time." in page
        await stage.press("enter")
        assert stage.where == "CheckScreen"
