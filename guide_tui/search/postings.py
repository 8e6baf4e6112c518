"""Which documents have which term, and how strongly: flat arrays, made once."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
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


class Postings:
    """The terms of documents, both ways: term → documents and document → terms."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Read the documents once."""
        forms = _Forms()
        self._tokens = array("I")
        self._starts = array("I")
        """For each phrase and text, in order, where its terms begin."""
        self._first = array("I")
        """For each document, the number of its first phrase; its text comes after its last."""
        self._documents: list[array[int]] = []
        self._impacts: list[array[float]] = []
        self._titled: list[array[int]] = []
        for number, document in enumerate(documents):
            self._add(number, document, forms)
        self._starts.append(len(self._tokens))
        self._first.append(len(self._starts) - 1)
        self.terms: Mapping[str, int] = forms.terms
        """Term id by stem."""
        self.words: Mapping[str, int] = {word: len(self._documents[term]) for word, term in forms.words.items()}
        """Every word, with how many documents have a word of its stem."""
        size = len(documents)
        rarest = log(1 + (size + 0.5) / 1.5) or 1.0
        told = (
            len(titled) + _MENTIONED * (len(numbers) - len(titled))
            for titled, numbers in zip(self._titled, self._documents, strict=True)
        )
        self.rarities = array("d", (min(1.0, log(1 + (size - n + 0.5) / (n + 0.5)) / rarest) for n in told))
        """By term id, how rare it is: 1 where one document has it, near 0 where all do."""
        self._champions = self._choose_champions()

    def strongest(self, term: int) -> Iterable[tuple[int, float]]:
        """The documents of a term with its impact there: all of them, or the champions where there are many."""
        champions = self._champions.get(term)
        if champions is not None:
            return zip(*champions, strict=True)
        return zip(self._documents[term], self._impacts[term], strict=True)

    def count(self, term: int) -> int:
        """How many documents have the term."""
        return len(self._documents[term])

    def titled(self, term: int) -> array[int]:
        """The documents that have the term in their title or another phrasing of it."""
        return self._titled[term]

    def impact(self, term: int, document: int) -> float:
        """How strongly a document has a term, 0 (not at all) to 1."""
        numbers = self._documents[term]
        at = bisect_left(numbers, document)
        return self._impacts[term][at] if at < len(numbers) and numbers[at] == document else 0.0

    def phrases(self, document: int) -> Iterator[array[int]]:
        """The terms of a document's title and of each other phrasing."""
        starts, tokens = self._starts, self._tokens
        for part in range(self._first[document], self._first[document + 1] - 1):
            yield tokens[starts[part] : starts[part + 1]]

    def title(self, document: int) -> array[int]:
        """The terms of a document's title."""
        part = self._first[document]
        return self._tokens[self._starts[part] : self._starts[part + 1]]

    def titles(self, document: int) -> array[int]:
        """The terms of all of a document's phrasings."""
        starts = self._starts
        return self._tokens[starts[self._first[document]] : starts[self._first[document + 1] - 1]]

    def text(self, document: int) -> array[int]:
        """The terms of a document's text, in order."""
        part = self._first[document + 1] - 1
        return self._tokens[self._starts[part] : self._starts[part + 1]]

    def _add(self, number: int, document: Document, forms: _Forms) -> None:
        get = forms.__getitem__
        tokens, starts = self._tokens, self._starts
        self._first.append(len(starts))
        titled: dict[int, float] = {}
        for phrase in (document.title, *document.also):
            starts.append(len(tokens))
            ids = list(chain.from_iterable(map(get, written(phrase))))
            tokens.extend(ids)
            impact = _TITLE / (1 - _LENGTH + _LENGTH * (0.5 + 0.5 * len(ids) / _USUAL_PHRASE))
            for term in ids:
                if titled.get(term, 0.0) < impact:
                    titled[term] = impact
        starts.append(len(tokens))
        ids = list(chain.from_iterable(map(get, written(document.text))))
        tokens.extend(ids)
        counts = Counter(ids)
        length = _SATURATION * (1 - _LENGTH + _LENGTH * len(ids) / _USUAL_TEXT)
        by_count = [_TEXT * n / (n + length) for n in range(8)]
        while len(self._documents) < len(forms.terms):
            self._documents.append(array("I"))
            self._impacts.append(array("f"))
            self._titled.append(array("I"))
        documents, impacts = self._documents, self._impacts
        for term, impact in titled.items():
            self._titled[term].append(number)
            impact += by_count[min(counts.pop(term, 0), 7)]
            documents[term].append(number)
            impacts[term].append(impact if impact < 1.0 else 1.0)
        for term, n in counts.items():
            documents[term].append(number)
            impacts[term].append(by_count[n if n < 8 else 7])

    def _choose_champions(self) -> dict[int, tuple[array[int], array[float]]]:
        chosen = {}
        for term, numbers in enumerate(self._documents):
            if len(numbers) > CHAMPIONS:
                impacts = self._impacts[term]
                best = sorted(range(len(numbers)), key=impacts.__getitem__, reverse=True)[:CHAMPIONS]
                chosen[term] = (array("I", [numbers[at] for at in best]), array("f", [impacts[at] for at in best]))
        return chosen
