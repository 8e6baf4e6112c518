"""Writing what the library holds onto a page."""

from __future__ import annotations

from collections.abc import Sequence

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Note, Tree
from guide_tui.services.find_text import running_text
from guide_tui.services.finding import Readable, TreeOutcome, TreeQuestion
from guide_tui.services.terms_in import distinct_terms
from guide_tui.services.tree_text import (
    ASKED_IN,
    ENDS,
    contact_words,
    outcome_notes,
    outcome_references,
    source_notes,
    when_words,
    who_when,
)
from guide_tui.services.wording import cited
from guide_tui.tui.page import Page, Piece
from guide_tui.tui.tones import COLOURS, SYMBOLS, tone_words

TITLE = "bold $text-accent"
MOST_WORDS = 5
"""How many terms are offered that a text uses without leading to them."""


def write_document(page: Page, library: Library, found: Readable) -> Page:
    """Write anything readable, with its sources. What it leads to is numbered where the page has links."""
    if isinstance(found, FaqEntry):
        return _write_answer(page, library, found)
    if isinstance(found, Section):
        return write_section(page, library, found)
    if isinstance(found, Term):
        return _write_term(page, library, found)
    if isinstance(found, Tree):
        return write_check(page, found)
    if isinstance(found, TreeQuestion):
        return write_question(page, library, found)
    if isinstance(found, TreeOutcome):
        return write_outcome(page, library, found)
    return write_article(page, library, found)


def write_section(page: Page, library: Library, section: Section) -> Page:
    """A guide section, under which document and edition it digests, and what must be known of that."""
    page.text((section.title, TITLE))
    source = library.sources.get(section.cite.source)
    if source:
        page.text((f"Our digest of the {source.short} ({source.edition}).", "$muted"))
    _write_notes(page, library, (section.cite,))
    return _write_words(page.gap().prose(section.body), library, section)


def write_check(page: Page, tree: Tree) -> Page:
    """What a check works out and what it asks."""
    return write_asked(page.text((tree.title, TITLE)).gap().text((tree.about, "")).gap(), tree)


def write_asked(page: Page, tree: Tree) -> Page:
    """What a check may ask about."""
    page.text(("Enter opens it. It may ask about:", "$muted"))
    for question in tree.questions.values():
        page.text((question.short, ""), mark=("• ", "$muted"))
    return page


def write_question(page: Page, library: Library, found: TreeQuestion) -> Page:
    """What a check asks, which answers it offers, and why it asks."""
    page.text((found.question.ask, TITLE)).text((f'{ASKED_IN} "{found.tree.title}"', "$muted"))
    if found.question.options:
        page.heading("Answers", "bold")
    for option in found.question.options.values():
        hint = f" · {option.hint}" if option.hint else ""
        page.text((option.label, ""), (hint, "$muted"), mark=("• ", "$muted"))
    if found.question.why:
        page.heading("Why it is asked", "bold").prose(found.question.why)
    return _write_words(write_sources(page, library, found.question.cite), library, found)


def write_outcome(page: Page, library: Library, found: TreeOutcome) -> Page:
    """Everything that an outcome can say; what depends on the answers stands last, with what it depends on."""
    tree, outcome = found.tree, found.outcome
    references = outcome_references(outcome)
    always, sometimes = outcome_notes(outcome)
    colour = COLOURS[outcome.tone]
    page.text((tone_words(outcome.tone), f"bold reverse {colour}")).text((outcome.verdict, f"bold {colour}"))
    page.text((f'{ENDS} "{tree.title}"', "$muted")).gap()
    page.prose(outcome.says, rests_on=_passages(outcome.cite))
    if outcome.actions:
        page.heading("What to do")
    for number, action in enumerate(outcome.actions, start=1):
        if number > 1:
            page.gap()
        sign = (f"{number}. ", "bold $text-accent")
        page.prose(action.do, mark=sign, rests_on=_passages(action.cite))
        when = when_words(action.when, tree)
        page.text((who_when(library, tree, action), "$text-success"), indent=3)
        if when:
            page.text((f"Only {when}.", "$muted"), indent=3)

    def notes(title: str, listed: Sequence[Note], mark: Piece) -> None:
        if listed:
            page.heading(title)
        for number, note in enumerate(listed):
            if number:
                page.gap()
            sign = (f"{SYMBOLS[note.tone]} ", f"bold {COLOURS[note.tone]}") if note.tone else mark
            page.prose(note.say, mark=sign, rests_on=_passages(note.cite))
            when = when_words(note.when, tree)
            if when:
                page.text((f"Only {when}.", "$muted"), indent=2)

    notes("What not to do", outcome.avoid, ("✕ ", "bold $text-error"))
    notes("Also know", always, ("• ", "$muted"))
    notes("Depending on your answers", sometimes, ("• ", "$muted"))
    contacts = contact_words(library, outcome)
    if contacts:
        page.heading("Whom to contact")
    for contact in contacts:
        page.text((contact, ""), mark=("• ", "$muted"))
    return _write_words(write_sources(page, library, references), library, found)


def write_article(page: Page, library: Library, article: Article) -> Page:
    """A chapter, section by section."""
    page.text((article.title, TITLE))
    for section in article.sections:
        page.gap()
        write_document(page, library, section)
    return page


def write_sources(page: Page, library: Library, cite: Sequence[Citation], said: str = "") -> Page:
    """What a text rests on, and what must be known of those documents unless ``said``, the text, says it."""
    if not cite:
        return page
    _write_notes(page.gap(), library, cite, said)
    page.gap()
    if page.links is None:
        return page.text((f"Source: {cited(library, cite)}.", "$muted"))
    page.text(("Sources" if len(cite) > 1 else "Source", "bold"))
    for citation in dict.fromkeys(cite):
        _, (number, style) = page.links.mark(_passage(citation))
        page.text((library.cited(citation), style.replace("bold $text-accent", "")), mark=(f"{number} ", style))
    return page


def _write_answer(page: Page, library: Library, entry: FaqEntry) -> Page:
    page.text((entry.question, TITLE)).gap().prose(entry.answer)
    tree = library.trees.get(entry.check)
    if tree and page.links is None:
        page.gap().text(("This can be worked out for your case: ", "$muted"), (tree.title, "bold $text-warning"))
    return _write_words(write_sources(page, library, entry.cite, running_text(entry)), library, entry)


def _write_term(page: Page, library: Library, term: Term) -> Page:
    forms = f" ({', '.join(term.forms)})" if term.forms else ""
    page.text((term.term, TITLE), (forms, "$muted")).gap().prose(term.meaning)
    if term.caution:
        page.gap().text(("Take care: ", "bold $text-warning"), (term.caution, ""), mark=("! ", "bold $text-warning"))
    return _write_words(write_sources(page, library, term.cite), library, term)


def _write_notes(page: Page, library: Library, cite: Sequence[Citation], said: str = "") -> None:
    """What must be known of the documents before anyone relies on them."""
    for note in source_notes(library, cite, said):
        page.text((note, "$text-warning"), mark=("! ", "bold $text-warning"))


def _write_words(page: Page, library: Library, found: Readable) -> Page:
    """The terms that a text uses without leading to them; names of several words first, as they say the most."""
    if page.links is None:
        return page
    known = {*page.links.targets, f"term:{found.id}" if isinstance(found, Term) else ""}
    terms = [term for term in distinct_terms(library, running_text(found)) if f"term:{term.id}" not in known]
    if not terms:
        return page
    terms.sort(key=lambda term: " " not in term.term)
    page.gap().text(("Words used here", "bold"))
    pieces: list[Piece] = []
    for term in terms[:MOST_WORDS]:
        # A term stays on one line with its number.
        words = term.term.replace(" ", "\u00a0")
        pieces += [("  · " if pieces else "", "$muted"), *page.links.pieces(words, f"term:{term.id}")]
    return page.text(*pieces)


def _passage(citation: Citation) -> str:
    return f"guide:{citation}"


def _passages(cite: Sequence[Citation]) -> list[str]:
    return [_passage(citation) for citation in cite]
