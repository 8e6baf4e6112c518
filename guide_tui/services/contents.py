"""The contents of what is being read: the texts beside it, in their order, under headings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Tree
from guide_tui.services.finding import Readable, TreeOutcome, TreeQuestion

ANSWERS = "Questions and answers"
GLOSSARY = "Glossary"
OTHERS = "Other subjects"


@dataclass(frozen=True, slots=True)
class Entry:
    """A text that can be opened."""

    document: str
    """Its document id."""

    title: str


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that belong together."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The texts among which one is read, in reading order."""

    title: str
    """What they are together: "Collaborative guide", "Glossary"."""

    groups: tuple[Group, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every text, in reading order."""
        return tuple(entry for group in self.groups for entry in group.entries)

    def beside(self, document: str, step: int) -> Entry | None:
        """The text ``step`` places after (or, negative, before) another; None beyond either end."""
        entries = self.entries
        place = next((number for number, entry in enumerate(entries) if entry.document == document), None)
        if place is None:
            return None
        return entries[place + step] if 0 <= place + step < len(entries) else None

    def group_of(self, document: str) -> Group | None:
        """The group that a text stands in."""
        return next((each for each in self.groups if any(entry.document == document for entry in each.entries)), None)


def contents_of(library: Library, found: Readable) -> Contents:
    """The contents that a text belongs to: of its source chapter by chapter, of the answers by the chapter that they
    rest on, of the glossary by letter, or of its check.
    """
    if isinstance(found, FaqEntry):
        return _answers(library)
    if isinstance(found, Term):
        return _glossary(library)
    if isinstance(found, TreeQuestion | TreeOutcome):
        return _check(found.tree)
    if isinstance(found, Tree):
        return _check(found)
    return _source(library, found.source if isinstance(found, Article) else found.cite.source)


def document_id(found: Readable) -> str:
    """The document id of a text; of a chapter, which has none, that of its first section."""
    if isinstance(found, FaqEntry):
        return f"faq:{found.id}"
    if isinstance(found, Term):
        return f"term:{found.id}"
    if isinstance(found, Tree):
        return f"check:{found.id}"
    if isinstance(found, TreeQuestion | TreeOutcome):
        return found.id
    cite = found.cite if isinstance(found, Section) else found.sections[0].cite
    return f"guide:{cite}"


def _source(library: Library, source: str) -> Contents:
    articles = [article for article in library.articles.values() if article.source == source and article.sections]
    held = library.sources.get(source)
    return Contents(
        held.short if held else source,
        tuple(
            Group(article.title, tuple(Entry(f"guide:{each.cite}", each.title) for each in article.sections))
            for article in articles
        ),
    )


def _answers(library: Library) -> Contents:
    chapters = _chapters(library)
    titles = [*dict.fromkeys(article.title for article in library.articles.values()), OTHERS]
    grouped: dict[str, list[Entry]] = {title: [] for title in titles}
    for entry in library.faq.values():
        title = next((chapters[citation] for citation in entry.cite if citation in chapters), OTHERS)
        grouped[title].append(Entry(f"faq:{entry.id}", entry.question))
    return Contents(ANSWERS, _groups(grouped.items()))


def _glossary(library: Library) -> Contents:
    grouped: dict[str, list[Entry]] = {}
    for term in sorted(library.terms.values(), key=lambda term: term.term.casefold()):
        initial = term.term[:1].upper()
        grouped.setdefault(initial if initial.isalpha() else "0–9", []).append(Entry(f"term:{term.id}", term.term))
    return Contents(GLOSSARY, _groups(grouped.items()))


def _check(tree: Tree) -> Contents:
    grouped = {
        "The check": [Entry(f"check:{tree.id}", "What it works out")],
        "Questions": [Entry(TreeQuestion(tree, each).id, each.short) for each in tree.questions.values()],
        "Outcomes": [Entry(TreeOutcome(tree, each).id, each.short) for each in tree.outcomes.values()],
    }
    return Contents(tree.title, _groups(grouped.items()))


def _chapters(library: Library) -> dict[Citation, str]:
    """The title of the chapter that digests each section."""
    return {section.cite: article.title for article in library.articles.values() for section in article.sections}


def _groups(grouped: Iterable[tuple[str, list[Entry]]]) -> tuple[Group, ...]:
    return tuple(Group(title, tuple(entries)) for title, entries in grouped if entries)
