"""Which documents have which term, and how strongly: flat arrays, made once or read back from a cache."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from math import log

from guide_tui.search.documents import Document
from guide_tui.search.words import FUNCTION_WORDS, stem, words_of, written

CHAMPIONS = 128
"""How many documents of a term are looked at when many have it, the strongest first."""

# BM25F: a title word counts as much as several in the text; lengths are judged against fixed ones, so that
# a score does not depend on what else is in the library.
_TITLE = 0.75
_TEXT = 0.5
_USUAL_PHRASE = 6.0
_USUAL_TEXT = 90.0
_SATURATION = 1.2
_LENGTH = 0.6

# A word that many texts mention in passing still tells titles apart: how much a mention counts towards being common.
_MENTIONED = 0.35

# A document number and its impact share one integer: half the memory, and sorting by impact needs no key.
_PLACES = 20
PLACE = (1 << _PLACES) - 1
"""The bits of a packed entry that hold the document number."""
_STEPS = 4095
_MOST_IMPACT = 1.6
STEP = _MOST_IMPACT / (_STEPS << _PLACES)
"""What a packed entry is multiplied with to give its impact, 0 to 1.6. The number adds next to nothing."""

_MOST_CALLED = 8

MOST_DOCUMENTS = PLACE + 1
"""How many documents one index can hold."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Everything that postings are made of, in a form that can be written to a file and read back."""

    stems: list[str]
    """By term id."""

    words: list[str]
    """Every word that carries a topic, as first met."""

    word_terms: array[int]
    """By word, the id of its term."""

    tokens: array[int]
    """The term ids of all phrases and texts, one after another."""

    starts: array[int]
    """For each phrase and text, in order, where its terms begin; then the end."""

    first: array[int]
    """For each document, the number of its first phrase; its text comes after its last. Then the number of all."""

    entries: array[int]
    """By term, its documents, packed with its impact there."""

    entry_starts: array[int]
    """By term, where its entries begin; then the end."""

    titled: array[int]
    """By term, the documents that have it in their title or another phrasing of it."""

    titled_starts: array[int]
    """By term, where those begin; then the end."""


class Postings:
    """The terms of documents, both ways: term → documents and document → terms."""

    def __init__(self, columns: Columns) -> None:
        """Take the columns that :func:`columns_of` made."""
        self.columns = columns
        self._tokens = columns.tokens
        self._starts = columns.starts
        self._first = columns.first
        self._entries = columns.entries
        self._entry_starts = columns.entry_starts
        self.terms: Mapping[str, int] = {stem: term for term, stem in enumerate(columns.stems)}
        """Term id by stem."""
        counts = _differences(columns.entry_starts)
        self.words: Mapping[str, int] = {
            word: counts[term] for word, term in zip(columns.words, columns.word_terms, strict=True)
        }
        """Every word, with how many documents have a word of its stem."""
        self.size = len(columns.first) - 1
        """How many documents there are."""
        rarest = log(1 + (self.size + 0.5) / 1.5) or 1.0
        told = (
            in_title + _MENTIONED * (anywhere - in_title)
            for in_title, anywhere in zip(_differences(columns.titled_starts), counts, strict=True)
        )
        self.rarities = array("d", (min(1.0, log(1 + (self.size - n + 0.5) / (n + 0.5)) / rarest) for n in told))
        """By term id, how rare it is: 1 where one document has it, near 0 where all do."""
        self._called = self._all_called()
        self._champions = {
            term: array("I", sorted(self.entries(term), reverse=True)[:CHAMPIONS])
            for term, count in enumerate(counts)
            if count > CHAMPIONS
        }

    def _all_called(self) -> Mapping[int, list[int]]:
        """Term → documents that are called by it alone, the first ones."""
        found: dict[int, list[int]] = {}
        starts, tokens = self._starts, self._tokens
        for number, (first, end) in enumerate(pairwise(self._first)):
            for part in range(first, end - 1):
                at = starts[part]
                if starts[part + 1] - at == 1:
                    numbers = found.setdefault(tokens[at], [])
                    if len(numbers) < _MOST_CALLED:
                        numbers.append(number)
        return found

    def called(self, term: int) -> Sequence[int]:
        """The documents whose title or other phrasing is this one term, the first few."""
        return self._called.get(term, ())

    def strongest(self, term: int) -> array[int]:
        """The documents of a term, packed with its impact there: all, or the champions, best first, if there are many.

        ``entry & PLACE`` is the number of the document and ``entry * STEP`` the impact.
        """
        champions = self._champions.get(term)
        return self.entries(term) if champions is None else champions

    def entries(self, term: int) -> array[int]:
        """All documents of a term, in their order, packed with its impact there."""
        return self._entries[self._entry_starts[term] : self._entry_starts[term + 1]]

    def count(self, term: int) -> int:
        """How many documents have the term."""
        return self._entry_starts[term + 1] - self._entry_starts[term]

    def titled(self, term: int) -> array[int]:
        """The documents that have the term in their title or another phrasing of it."""
        starts = self.columns.titled_starts
        return self.columns.titled[starts[term] : starts[term + 1]]

    def phrases(self, document: int) -> Iterator[array[int]]:
        """The terms of a document's title and of each other phrasing."""
        starts, tokens = self._starts, self._tokens
        for part in range(self._first[document], self._first[document + 1] - 1):
            yield tokens[starts[part] : starts[part + 1]]

    def title(self, document: int) -> array[int]:
        """The terms of a document's title."""
        part = self._first[document]
        return self._tokens[self._starts[part] : self._starts[part + 1]]

    def text(self, document: int) -> array[int]:
        """The terms of a document's text, in order."""
        part = self._first[document + 1] - 1
        return self._tokens[self._starts[part] : self._starts[part + 1]]


def columns_of(documents: Sequence[Document]) -> Columns:
    """Read the documents once.

    Raises:
        ValueError: There are more than MOST_DOCUMENTS.
    """
    if len(documents) > MOST_DOCUMENTS:
        raise ValueError(f"an index holds at most {MOST_DOCUMENTS} documents, not {len(documents)}")
    builder = _Builder()
    for number, document in enumerate(documents):
        builder.add(number, document)
    return builder.columns()


class _Forms(dict[str, tuple[int, ...]]):
    """Written form → ids of the terms that it holds, made as they are met."""

    def __init__(self) -> None:
        self.terms: dict[str, int] = {}
        self.words: dict[str, int] = {}
        """Word → id of its term."""

    def __missing__(self, form: str) -> tuple[int, ...]:
        ids = []
        for word in words_of(form):
            if word not in FUNCTION_WORDS:
                term = self.terms.setdefault(stem(word), len(self.terms))
                self.words[word] = term
                ids.append(term)
        found = self[form] = tuple(ids)
        return found


class _Chunks(dict[str, tuple[int, ...]]):
    """What stands between two spaces → ids of its terms: a text repeats itself, so most are looked up once only."""

    def __init__(self, forms: _Forms) -> None:
        self._forms = forms

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        found = self[chunk] = tuple(chain.from_iterable(map(self._forms.__getitem__, written(chunk))))
        return found


class _Impacts(dict[int, list[int]]):
    """Length of a text in terms → packed impacts of a term that it has 0, 1, ... times."""

    def __missing__(self, count: int) -> list[int]:
        length = _SATURATION * (1 - _LENGTH + _LENGTH * count / _USUAL_TEXT)
        impacts = (_TEXT * n / (n + length) for n in range(_MOST_TIMES + 1))
        found = self[count] = [int(impact / _MOST_IMPACT * _STEPS) << _PLACES for impact in impacts]
        return found


_MOST_TIMES = 7
"""How often a term is counted in one text."""


class _Builder:
    def __init__(self) -> None:
        self._forms = _Forms()
        self._chunks = _Chunks(self._forms)
        self._impacts = _Impacts()
        self._tokens = array("I")
        self._starts = array("I")
        self._first = array("I")
        self._entries: list[array[int]] = []
        self._titled: list[array[int]] = []

    def add(self, number: int, document: Document) -> None:
        tokens, starts = self._tokens, self._starts
        self._first.append(len(starts))
        titled: dict[int, float] = {}
        for phrase in (document.title, *document.also):
            starts.append(len(tokens))
            ids = self._terms(phrase)
            tokens.extend(ids)
            impact = _TITLE / (1 - _LENGTH + _LENGTH * (0.5 + 0.5 * len(ids) / _USUAL_PHRASE))
            for term in ids:
                if titled.get(term, 0.0) < impact:
                    titled[term] = impact
        starts.append(len(tokens))
        ids = self._terms(document.text)
        tokens.extend(ids)
        counts = Counter(ids)
        packed = self._impacts[len(ids)]
        missing = len(self._forms.terms) - len(self._entries)
        self._entries.extend(array("I") for _ in range(missing))
        self._titled.extend(array("I") for _ in range(missing))
        entries = self._entries
        for term, impact in titled.items():
            self._titled[term].append(number)
            steps = int(impact / _MOST_IMPACT * _STEPS) + (packed[min(counts.pop(term, 0), _MOST_TIMES)] >> _PLACES)
            entries[term].append(min(_STEPS, steps) << _PLACES | number)
        for term, n in counts.items():
            entries[term].append(packed[n if n < _MOST_TIMES else _MOST_TIMES] | number)

    def columns(self) -> Columns:
        self._starts.append(len(self._tokens))
        self._first.append(len(self._starts) - 1)
        entries, entry_starts = _flat(self._entries)
        titled, titled_starts = _flat(self._titled)
        return Columns(
            stems=list(self._forms.terms),
            words=list(self._forms.words),
            word_terms=array("I", self._forms.words.values()),
            tokens=self._tokens,
            starts=self._starts,
            first=self._first,
            entries=entries,
            entry_starts=entry_starts,
            titled=titled,
            titled_starts=titled_starts,
        )

    def _terms(self, text: str) -> list[int]:
        text = text.lower()
        # Only these are written with a space inside: "QO 1", "sub site".
        if "qo" in text or "sub" in text:
            return list(chain.from_iterable(map(self._forms.__getitem__, written(text))))
        return list(chain.from_iterable(map(self._chunks.__getitem__, text.split())))


def _flat(lists: Iterable[array[int]]) -> tuple[array[int], array[int]]:
    """Arrays one after another, and where each begins."""
    arrays = list(lists)
    flat = array("I")
    for each in arrays:
        flat.extend(each)
    return flat, array("I", accumulate(map(len, arrays), initial=0))


def _differences(starts: array[int]) -> list[int]:
    return [end - start for start, end in pairwise(starts)]
