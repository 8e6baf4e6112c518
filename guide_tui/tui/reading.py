"""Writing what the library holds onto a page."""

from __future__ import annotations

from collections.abc import Sequence

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Note, Tree
from guide_tui.services.finding import Readable, TreeOutcome, TreeQuestion
from guide_tui.services.tree_text import (
    ASKED_IN,
    ENDS,
    contact_words,
    outcome_notes,
    outcome_references,
    reference_words,
    when_words,
    who_when,
)
from guide_tui.services.wording import cited
from guide_tui.tui.page import Page, Piece
from guide_tui.tui.tones import COLOURS, SYMBOLS, tone_words


def write_document(page: Page, library: Library, found: Readable) -> Page:
    """Write anything readable, with its sources."""
    if isinstance(found, FaqEntry):
        page.text((found.question, "bold")).gap().prose(found.answer)
        tree = library.trees.get(found.check)
        if tree:
            page.gap().text(("This can be worked out for your case: ", "$muted"), (tree.title, "bold $text-warning"))
        return write_sources(page, library, found.cite)
    if isinstance(found, Section):
        page.text((found.title, "bold")).gap().prose(found.body)
        return write_sources(page, library, (found.cite,))
    if isinstance(found, Term):
        forms = f" ({', '.join(found.forms)})" if found.forms else ""
        page.text((found.term, "bold"), (forms, "$muted")).gap().prose(found.meaning)
        if found.caution:
            page.gap().text(("Take care: ", "bold $text-warning"), (found.caution, ""))
        return write_sources(page, library, found.cite)
    if isinstance(found, Tree):
        return write_check(page, found)
    if isinstance(found, TreeQuestion):
        return write_question(page, library, found)
    if isinstance(found, TreeOutcome):
        return write_outcome(page, library, found)
    return write_article(page, library, found)


def write_check(page: Page, tree: Tree) -> Page:
    """What a check works out and what it asks."""
    return write_asked(page.text((tree.title, "bold")).gap().text((tree.about, "")).gap(), tree)


def write_asked(page: Page, tree: Tree) -> Page:
    """What a check may ask about."""
    page.text(("Enter opens it. It may ask about:", "$muted"))
    for question in tree.questions.values():
        page.text((question.short, ""), mark=("• ", "$muted"))
    return page


def write_question(page: Page, library: Library, found: TreeQuestion) -> Page:
    """What a check asks, which answers it offers, and why it asks."""
    page.text((found.question.ask, "bold")).text((f"{ASKED_IN} ", "$muted"), (found.tree.title, "$muted"))
    if found.question.options:
        page.heading("Answers")
    for option in found.question.options.values():
        hint = f" · {option.hint}" if option.hint else ""
        page.text((option.label, ""), (hint, "$muted"), mark=("• ", "$muted"))
    if found.question.why:
        page.heading("Why it is asked").prose(found.question.why)
    return write_sources(page, library, found.question.cite)


def write_outcome(page: Page, library: Library, found: TreeOutcome) -> Page:
    """Everything that an outcome can say; what depends on the answers stands last, with what it depends on."""
    tree, outcome = found.tree, found.outcome
    references = outcome_references(outcome)
    always, sometimes = outcome_notes(outcome)
    colour = COLOURS[outcome.tone]
    page.text((tone_words(outcome.tone), f"bold reverse {colour}")).text((outcome.verdict, f"bold {colour}"))
    page.text((f"{ENDS} ", "$muted"), (tree.title, "$muted")).gap()
    page.prose(outcome.says, tail=_reference(references, outcome.cite))
    if outcome.actions:
        page.heading("What to do")
    for number, action in enumerate(outcome.actions, start=1):
        page.prose(action.do, mark=(f"{number}. ", "bold $text-accent"), tail=_reference(references, action.cite))
        when = when_words(action.when, tree)
        page.text((who_when(library, tree, action), "$text-success"), indent=3)
        if when:
            page.text((f"Only {when}.", "$muted"), indent=3)

    def notes(title: str, listed: Sequence[Note], mark: Piece) -> None:
        if listed:
            page.heading(title)
        for note in listed:
            sign = (f"{SYMBOLS[note.tone]} ", f"bold {COLOURS[note.tone]}") if note.tone else mark
            page.prose(note.say, mark=sign, tail=_reference(references, note.cite))
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
    page.heading("Sources")
    for number, citation in enumerate(references, start=1):
        page.text((library.cited(citation), ""), mark=(f"{f'[{number}]':<5}", "$muted"))
    return page


def _reference(references: Sequence[Citation], cite: Sequence[Citation]) -> Piece:
    numbers = reference_words(references, cite)
    # Unbroken, so that a line never ends inside the brackets.
    return (" " + numbers.replace(" ", "\u00a0"), "$muted") if numbers else ("", "")


def write_article(page: Page, library: Library, article: Article) -> Page:
    """A chapter, section by section."""
    page.text((article.title, "bold"))
    for section in article.sections:
        page.gap()
        write_document(page, library, section)
    return page


def write_sources(page: Page, library: Library, cite: Sequence[Citation]) -> Page:
    """What a text rests on, and what must be known of those documents."""
    if not cite:
        return page
    page.gap().text((f"Source: {cited(library, cite)}.", "$muted"))
    for name in dict.fromkeys(citation.source for citation in cite):
        source = library.sources.get(name)
        if source and source.note:
            page.text((source.note, "italic $text-secondary"))
    return page
