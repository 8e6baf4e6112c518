"""Finding documents by what a person types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from guide_tui.search.confidence import is_confident
from guide_tui.search.documents import Document, DocumentKind
from guide_tui.search.postings import Postings, columns_of
from guide_tui.search.query import Query, QueryReader
from guide_tui.search.ranking import Ranking
from guide_tui.search.thesaurus import Thesaurus
from guide_tui.search.vocabulary import Vocabulary
from guide_tui.search.words import FUNCTION_WORDS, placed_words, stem

Range = tuple[int, int]
"""Index of the first character, and index after the last."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found by a query."""

    document: Document
    score: float
    """How well it answers, 0 (not at all) to 1 (exactly)."""

    matched: frozenset[str] = field(default=frozenset(), repr=False)
    """The stems that the query stands for."""

    @property
    def title_marks(self) -> tuple[Range, ...]:
        """Where the words of the query stand in the title, in order."""
        return _marks(self.document.title, self.matched)

    @property
    def text_marks(self) -> tuple[Range, ...]:
        """Where the words of the query stand in the text, in order."""
        return _marks(self.document.text, self.matched)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives."""

    query: str
    """As typed."""

    confident: bool
    """Whether the first hit can be shown as the answer."""

    hits: tuple[Hit, ...]
    """Best first."""

    corrected: str = ""
    """The query with misspelt words replaced; empty where none was."""


class Index:
    """Documents that can be searched. Made once; asking does not change what is found."""

    def __init__(self, documents: Iterable[Document], synonyms: Iterable[Sequence[str]] = ()) -> None:
        """Read the documents.

        Args:
            documents: What can be found. The names of terms stand for each other in queries.
            synonyms: Groups of words and phrases that mean the same to a reader.
        """
        self._documents = tuple(documents)
        self._postings = Postings(columns_of(self._documents))
        terms = ((document.title, *document.also) for document in self._documents if document.kind is DocumentKind.TERM)
        thesaurus = Thesaurus([*synonyms, *terms])
        counts = {**dict.fromkeys(sorted(thesaurus.words), 0), **self._postings.words}
        self._reader = QueryReader(Vocabulary(counts), thesaurus, self._postings.terms, self._postings.rarities)
        self._ranking = Ranking(self._documents, self._postings)
        self._stems = tuple(self._postings.terms)
        self._wordless = _wordless(self._documents, self._postings)

    def find(self, query: str, limit: int = 10) -> Answer:
        """The documents that answer a query best.

        Args:
            query: A question, keywords, or the beginning of either, with typing errors or without.
            limit: How many hits at most.

        Returns:
            The hits, best first, and whether the first is to be trusted. The same query always gives the same.
        """
        read = self._reader.read(query)
        ranked = self._ranking.rank(read, limit)
        if not read.words:
            found = self._wordless.get(_even(query), ())[:limit]
            return Answer(query, bool(found), tuple(Hit(document, 1.0) for document in found))
        matched = self._matched(read)
        hits = tuple(Hit(self._documents[found.number], found.score, matched) for found in ranked)
        return Answer(query, is_confident(read, ranked), hits, read.corrected)

    def _matched(self, query: Query) -> frozenset[str]:
        ids = {term for word in query.words for term in word.meaning.terms}
        ids.update(term for word in query.words for together, _ in word.meaning.phrases for term in together)
        return frozenset(self._stems[term] for term in ids)


def _marks(text: str, matched: frozenset[str]) -> tuple[Range, ...]:
    marks = [
        (start, end) for word, start, end in placed_words(text) if word not in FUNCTION_WORDS and stem(word) in matched
    ]
    return tuple(dict.fromkeys(marks))


def _wordless(documents: Sequence[Document], postings: Postings) -> dict[str, tuple[Document, ...]]:
    """Documents whose title has function words only ("What is it?"): they are found by the whole of it."""
    found: dict[str, tuple[Document, ...]] = {}
    for number, document in enumerate(documents):
        if not postings.title(number):
            key = _even(document.title)
            found[key] = (*found.get(key, ()), document)
    return found


def _even(text: str) -> str:
    return " ".join(place.word for place in placed_words(text)) or text.strip()
