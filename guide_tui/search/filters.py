"""What a query asks of documents beside its words: ``kind:term``, ``source:qmr``, and phrases in quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide_tui.search.documents import Document, DocumentKind
from guide_tui.search.words import words

KIND_NAMES = {
    "answer": DocumentKind.ANSWER,
    "faq": DocumentKind.ANSWER,
    "guide": DocumentKind.SECTION,
    "section": DocumentKind.SECTION,
    "term": DocumentKind.TERM,
    "glossary": DocumentKind.TERM,
    "check": DocumentKind.CHECK,
    "tree": DocumentKind.CHECK,
    "outcome": DocumentKind.OUTCOME,
    "question": DocumentKind.QUESTION,
}
"""What may stand after ``kind:``; a plural "s" as well."""

_FILTER = re.compile(r"(?<!\S)(kind|source):(\S*)", re.IGNORECASE)
_QUOTED = re.compile(r'["“”„]([^"“”„]+)["“”]')


@dataclass(frozen=True, slots=True)
class Filters:
    """Every one that is given must hold."""

    kinds: frozenset[DocumentKind] = frozenset()
    """One of these; empty for any."""

    sources: tuple[str, ...] = ()
    """Rests on a source that one of these names, in small letters; empty for any."""

    phrases: tuple[tuple[str, ...], ...] = ()
    """Has each of these rows of words, in this order."""

    unknown: tuple[str, ...] = ()
    """What could not be used, as typed: filters that name nothing, phrases that nothing has. They leave nothing out."""

    def __bool__(self) -> bool:
        return bool(self.kinds or self.sources or self.phrases)

    def pass_document(self, document: Document) -> bool:
        """Whether a document is asked for."""
        if self.kinds and document.kind not in self.kinds:
            return False
        if self.sources and not any(
            names_source(name, cited.source) for name in self.sources for cited in document.citations
        ):
            return False
        return not self.phrases or self._has_phrases(document)

    def without_phrases(self) -> Filters:
        """The same without the phrases, which are among the unknown then."""
        told = tuple(f'"{" ".join(phrase)}"' for phrase in self.phrases)
        return Filters(self.kinds, self.sources, (), (*self.unknown, *told))

    def _has_phrases(self, document: Document) -> bool:
        texts = [words(text) for text in (document.title, *document.also, document.text)]
        return all(any(_holds(text, phrase) for text in texts) for phrase in self.phrases)


def split_query(query: str) -> tuple[str, Filters]:
    """The words of a query, and what else it asks for. The words of a phrase are among the words as well."""
    kinds: set[DocumentKind] = set()
    sources: list[str] = []
    unknown: list[str] = []

    def take(match: re.Match[str]) -> str:
        key, value = match[1].lower(), match[2].lower()
        kind = KIND_NAMES.get(value) or KIND_NAMES.get(value.removesuffix("s"))
        if key == "source" and value:
            sources.append(value)
        elif kind:
            kinds.add(kind)
        # While it is being typed, half a name is no mistake.
        elif value and not any(name.startswith(value) for name in KIND_NAMES):
            unknown.append(match[0])
        return " "

    rest = _FILTER.sub(take, query) if ":" in query else query
    quoted = (tuple(words(match[1])) for match in _QUOTED.finditer(rest))
    phrases = tuple(phrase for phrase in quoted if phrase)
    if rest != query:
        # A space that was typed says that the word before it is complete.
        rest = " ".join(rest.split()) + (" " if query[-1:].isspace() else "")
    return rest, Filters(frozenset(kinds), tuple(sources), phrases, tuple(unknown))


def names_source(name: str, source: str) -> bool:
    """Whether a person may mean a source: by its id, the beginning of one of its words, or their first letters."""
    parts = source.lower().split("-")
    return name == source or any(part.startswith(name) for part in parts) or name == "".join(part[:1] for part in parts)


def _holds(text: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(text[at : at + size]) == phrase for at in range(len(text) - size + 1))
