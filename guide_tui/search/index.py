"""Finding documents by what a person types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from guide_tui.search.confidence import is_confident, known_share, likelihood
from guide_tui.search.documents import Document, DocumentKind
from guide_tui.search.filters import Filters, split_query
from guide_tui.search.passages import Range, best_passage, marks
from guide_tui.search.postings import Columns, Postings, columns_of
from guide_tui.search.query import Asked, Query, QueryReader, QueryWord
from guide_tui.search.ranking import Ranked, Ranking, Reason
from guide_tui.search.thesaurus import Thesaurus
from guide_tui.search.vocabulary import Vocabulary
from guide_tui.search.words import placed_words


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found by a query."""

    document: Document
    score: float
    """How well it answers, 0 (not at all) to 1 (exactly)."""

    matched: Mapping[str, float] = field(default_factory=dict, repr=False)
    """The stems that the query stands for, misspelt ones put right, with how much each matters."""

    @property
    def title_marks(self) -> tuple[Range, ...]:
        """Where the words of the query stand in the title, in order."""
        return marks(self.document.title, self.matched)

    @property
    def text_marks(self) -> tuple[Range, ...]:
        """Where the words of the query stand in the text, in order."""
        return marks(self.document.text, self.matched)

    @property
    def snippet(self) -> str:
        """The passage of the text that says most about the query, on one line."""
        return best_passage(self.document.text, self.matched)

    @property
    def snippet_marks(self) -> tuple[Range, ...]:
        """Where the words of the query stand in the snippet, in order."""
        return marks(self.snippet, self.matched)


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

    topical: bool = True
    """Whether the query names a topic; "do we" does not yet, so it cannot be said that nothing answers it."""

    unknown_filters: tuple[str, ...] = ()
    """What left nothing out: filters such as ``kind:picture`` that name nothing, phrases in quotes that nothing has."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How an answer came about."""

    answer: Answer
    asked: tuple[str, ...]
    """Which kinds of answer the question wants: "who", "when"."""

    words: tuple[QueryWord, ...]
    """What each word that carries a topic was taken for."""

    known: float
    """The share of the question's weight in words that the library knows."""

    likelihood: float
    """How likely the first hit is what the person wants; from a half on it is shown as the answer."""

    reasons: tuple[tuple[Reason, ...], ...]
    """For each hit, what its score is made of."""


class Index:
    """Documents that can be searched. Made once; asking does not change what is found."""

    def __init__(
        self,
        documents: Iterable[Document],
        synonyms: Iterable[Sequence[str]] = (),
        columns: Columns | None = None,
    ) -> None:
        """Read the documents.

        Args:
            documents: What can be found. The names of terms stand for each other in queries.
            synonyms: Groups of words and phrases that mean the same to a reader.
            columns: The postings of just these documents, where they were made before.
        """
        self._documents = tuple(documents)
        self._postings = Postings(columns or columns_of(self._documents))
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
            query: A question, keywords, or the beginning of either, with typing errors or without. A phrase in quotes
                must be in every hit word for word; ``kind:term`` and ``source:qmr`` leave everything else out.
            limit: How many hits at most.

        Returns:
            The hits, best first, and whether the first is to be trusted. The same query always gives the same.
        """
        return self._find(query, limit)[0]

    def explain(self, query: str, limit: int = 10) -> Explanation:
        """What :meth:`find` gives, and how that came about."""
        answer, read, ranked = self._find(query, limit)
        return Explanation(
            answer,
            tuple(kind.name.lower() for kind in Asked if kind in read.asked and kind.name),
            tuple(read.words),
            known_share(read),
            likelihood(read, ranked),
            tuple(self._ranking.reasons(found) for found in ranked),
        )

    def _find(self, query: str, limit: int) -> tuple[Answer, Query, list[Ranked]]:
        rest, filters = split_query(query)
        read = self._reader.read(rest)
        allowed = self._allowed(filters) if filters else None
        if not allowed and filters.phrases:
            # A phrase that nothing has may be misspelt, or a quotation: its words are looked for all the same.
            filters = filters.without_phrases()
            allowed = self._allowed(filters) if filters else None
        if not read.words:
            found = self._without_words(rest, allowed)[:limit]
            sure = bool(found) and not filters
            hits = tuple(Hit(document, 1.0 if sure else 0.0) for document in found)
            return Answer(query, sure, hits, topical=bool(hits), unknown_filters=filters.unknown), read, []
        ranked = self._ranking.rank(read, limit, allowed)
        matched = self._matched(read)
        hits = tuple(Hit(self._documents[found.number], found.score, matched) for found in ranked)
        sure = is_confident(read, ranked)
        return Answer(query, sure, hits, read.corrected, unknown_filters=filters.unknown), read, ranked

    def _allowed(self, filters: Filters) -> frozenset[int]:
        return frozenset(number for number, document in enumerate(self._documents) if filters.pass_document(document))

    def _without_words(self, text: str, allowed: Set[int] | None) -> tuple[Document, ...]:
        """What a query without any topic finds: titles like it, or everything that its filters let through."""
        if allowed is not None and not text.strip():
            return tuple(self._documents[number] for number in sorted(allowed))
        found = self._wordless.get(_even(text), ())
        return tuple(self._documents[number] for number in found if allowed is None or number in allowed)

    def _matched(self, query: Query) -> dict[str, float]:
        worth: dict[str, float] = {}
        for word in query.words:
            terms = {*word.meaning.terms, *(term for ids, _ in word.meaning.phrases for term in ids)}
            for term in terms:
                stem = self._stems[term]
                worth[stem] = max(worth.get(stem, 0.0), word.weight)
        return worth


def _wordless(documents: Sequence[Document], postings: Postings) -> dict[str, tuple[int, ...]]:
    """Documents whose title has function words only ("What is it?"): they are found by the whole of it."""
    found: dict[str, tuple[int, ...]] = {}
    for number, document in enumerate(documents):
        if not postings.title(number):
            key = _even(document.title)
            found[key] = (*found.get(key, ()), number)
    return found


def _even(text: str) -> str:
    return " ".join(place.word for place in placed_words(text)) or text.strip()
