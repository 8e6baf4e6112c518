"""What a library holds as plain lines: chapters, answers, terms, whole checks, and all of it as one handbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Contact, Library, Resource
from guide_tui.services.finding import Readable, TreeOutcome, TreeQuestion
from guide_tui.services.layout import WIDTH, apart, heading, paragraph, prose_lines
from guide_tui.services.tree_text import node_outcome_lines, node_question_lines, tree_lines
from guide_tui.services.wording import cited


def readable_lines(library: Library, found: Readable, width: int = WIDTH, *, commands: bool = True) -> list[str]:
    """Whatever can be read, whole; with ``commands``, also the commands that lead on from it."""
    if isinstance(found, Article):
        return article_lines(library, found, width)
    if isinstance(found, Section):
        return section_lines(library, found, width)
    if isinstance(found, FaqEntry):
        return faq_lines(library, found, width, commands=commands)
    if isinstance(found, Term):
        return term_lines(library, found, width)
    if isinstance(found, TreeQuestion):
        return node_question_lines(library, found, width, commands=commands)
    if isinstance(found, TreeOutcome):
        return node_outcome_lines(library, found, width, commands=commands)
    return tree_lines(library, found, width)


def article_lines(library: Library, article: Article, width: int = WIDTH) -> list[str]:
    """A chapter, section by section."""
    source = library.sources.get(article.source)
    lines = heading(article.title, width, "=")
    if source:
        lines += [*paragraph(f"Our digest, in our own words, of {source.title} ({source.edition}).", width), ""]
        if source.note:
            lines += [*paragraph(source.note, width), ""]
    return lines + apart(section_lines(library, section, width) for section in article.sections)


def section_lines(library: Library, section: Section, width: int = WIDTH) -> list[str]:
    """A guide section with its source."""
    return [
        *heading(section.title, width),
        *prose_lines(section.body, width),
        "",
        *paragraph(f"Source: {cited(library, [section.cite])}.", width),
    ]


def faq_lines(library: Library, entry: FaqEntry, width: int = WIDTH, *, commands: bool = True) -> list[str]:
    """A question with its answer and sources; with ``commands``, also the command that works it out."""
    lines = [*heading(entry.question, width), *prose_lines(entry.answer, width), ""]
    tree = library.trees.get(entry.check)
    if tree and commands:
        lines += [*paragraph(f'This can be worked out for your case: "{tree.title}", guide check {tree.id}', width), ""]
    return [*lines, *paragraph(f"Source: {cited(library, entry.cite)}.", width)]


def term_lines(library: Library, term: Term, width: int = WIDTH) -> list[str]:
    """A glossary entry."""
    title = f"{term.term} ({', '.join(term.forms)})" if term.forms else term.term
    lines = [*heading(title, width), *prose_lines(term.meaning, width)]
    if term.caution:
        lines += ["", *paragraph(f"Take care: {term.caution}", width)]
    return [*lines, "", *paragraph(f"Source: {cited(library, term.cite)}.", width)]


def handbook_lines(library: Library, width: int = WIDTH) -> list[str]:
    """The whole library as one text."""
    lines = heading(library.about.title, width, "=") + paragraph(library.about.disclaimer, width)
    parts: list[Iterable[str]] = [
        *(article_lines(library, article, width) for article in library.articles.values()),
        *(faq_lines(library, entry, width) for entry in library.faq.values()),
        *(tree_lines(library, tree, width) for tree in library.trees.values()),
        *(term_lines(library, term, width) for term in library.terms.values()),
        _directory(library, "Whom to contact", library.about.contacts, width),
        _directory(library, "Documents and pages to know of", library.about.resources, width),
    ]
    return [*lines, "", *apart(parts)]


def _directory(
    library: Library, title: str, entries: Mapping[str, Contact] | Mapping[str, Resource], width: int
) -> list[str]:
    lines = heading(title, width)
    for entry in entries.values():
        lines += paragraph(f"- {entry.name}: {entry.about} [{cited(library, entry.cite)}]", width, "", "  ")
    return lines
