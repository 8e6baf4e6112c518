"""Writing what the library holds onto a page."""

from __future__ import annotations

from collections.abc import Sequence

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Tree
from guide_tui.services.finding import Readable
from guide_tui.services.wording import cited
from guide_tui.tui.page import Page


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
