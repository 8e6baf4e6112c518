"""The words that a library uses: completing a word that is being typed, and correcting one that is misspelt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

MOST_COMPLETIONS = 48
"""How many words a prefix stands for at most, the most frequent first."""

_SHORT = 2
_VOWELS = frozenset("aeiou")
_WITHOUT_VOWELS = dict.fromkeys(map(ord, "aeiou"))
_LAST = "\U0010ffff"
"""Sorts behind every letter."""

_OFTEN_TYPED = range(4, 13)
"""Lengths of beginnings that are looked for often."""

_FEWEST_CONSONANTS = 2
_MOST_CORRECTIONS = 3

# In a larger vocabulary a misspelt word is not compared with words of every first letter: that would be felt.
_SMALL_VOCABULARY = 6000


class Correction(NamedTuple):
    """A word of the vocabulary that a misspelt one may be."""

    word: str
    cost: int
    """Letters changed, added, lost or swapped; one more where the first letter differs."""


class Vocabulary:
    """The words of a library with how often each occurs."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Take the words.

        Args:
            counts: How often each word occurs; what is more frequent is preferred among equals.
        """
        self._counts = counts
        self._sorted = sorted(counts)
        self._frequent = sorted(self._sorted, key=counts.__getitem__, reverse=True)
        self._order = {word: place for place, word in enumerate(self._frequent)}
        self._by_length: dict[tuple[str, int], list[str]] = {}
        for word in self._sorted:
            self._by_length.setdefault((word[0], len(word)), []).append(word)
        self._large = len(counts) > _SMALL_VOCABULARY
        self._letters = sorted({letter for letter, _ in self._by_length})
        self._starts: dict[tuple[str, int], list[str]] = {}
        self._short = self._complete_short()
        self._skeletons: dict[str, str] | None = None
        if self._large:
            # Making these when they are first needed would be felt as a pause.
            self._skeletons = self._all_skeletons()
            for first in dict.fromkeys(word[:2] for word in self._sorted):
                for length in _OFTEN_TYPED:
                    self._beginnings(first, length)

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def complete(self, prefix: str) -> tuple[str, ...]:
        """The words that begin with ``prefix``, most frequent first, at most MOST_COMPLETIONS."""
        if len(prefix) <= _SHORT:
            return self._short.get(prefix, ())
        return self._most_frequent(_within(self._sorted, prefix))

    def correct(self, word: str) -> tuple[Correction, ...]:
        """The words that a misspelt one most likely is, likeliest first; none where nothing is near enough.

        Longer words may differ more. A different first letter counts as one more fault, because people rarely
        get it wrong.
        """
        budget = allowed_cost(word)
        if not budget:
            return ()
        if self._large:
            # Mostly there is one fault, and it is where the word stops being the beginning of a known one.
            likely = self._near(word, word[0], 1, 0, self._right_part(word)) or self._near(word, word[0], 1, 0)
            if likely:
                return self._likeliest(likely, word)
        found = self._near(word, word[0], budget, 0, word[:2] if self._large else "")
        # The first letter may be wrong, or swapped with the second.
        if budget > 1 and not any(correction.cost == 1 for correction in found):
            for letter in word[1] if self._large else self._letters:
                if letter != word[0]:
                    found += self._near(word, letter, budget - 1, 1)
        elif word[1] != word[0]:
            found += self._near(word, word[1], budget, 0, word[1] + word[0])
        return self._likeliest(found, word)

    def without_vowels(self, word: str) -> str:
        """The most frequent word that ``word`` is when its vowels are left out ("wrk"); empty where there is none."""
        if not word.isalpha() or not len(word) >= _FEWEST_CONSONANTS or not _VOWELS.isdisjoint(word):
            return ""
        if self._skeletons is None:
            self._skeletons = self._all_skeletons()
        return self._skeletons.get(word, "")

    def correct_start(self, prefix: str) -> tuple[Correction, ...]:
        """Words of which a misspelt ``prefix`` may be the beginning, as :meth:`correct` gives them."""
        budget = min(allowed_cost(prefix), 1) if len(prefix) < 8 else 2
        if not budget:
            return ()
        within = self._right_part(prefix) if self._large else ""
        found = []
        # One letter more than was typed as well, because the fault may be a lost one.
        for length in (len(prefix), len(prefix) + 1):
            starts = _within(self._beginnings(within[:2] or prefix[0], length), within)
            near = extract(prefix, starts, scorer=OSA.distance, score_cutoff=budget, limit=4)
            found += [Correction(word, int(cost)) for start, cost, _ in near for word in self.complete(start)[:4]]
        found.sort(key=lambda correction: self._preference(correction, prefix))
        return tuple(found[:_MOST_CORRECTIONS])

    def _right_part(self, word: str) -> str:
        """How a misspelt word or beginning rightly begins: the fault is mostly where it stops being a known one."""
        for length in range(len(word) - 1, 2, -1):
            at = bisect_left(self._sorted, word[:length])
            if at < len(self._sorted) and self._sorted[at].startswith(word[:length]):
                return word[: length - 1]
        return word[:2]

    def _likeliest(self, found: list[Correction], word: str) -> tuple[Correction, ...]:
        """Those with the fewest faults, the likeliest first."""
        found.sort(key=lambda correction: self._preference(correction, word))
        best = found[0].cost if found else 0
        return tuple(correction for correction in found if correction.cost == best)[:_MOST_CORRECTIONS]

    def _preference(self, correction: Correction, typed: str) -> tuple[int, int, int]:
        """The fewer faults the better, then the more letters right from the start, then the more frequent."""
        return correction.cost, -_right_start(correction.word, typed), self._order[correction.word]

    def _near(self, word: str, letter: str, budget: int, penalty: int, within: str = "") -> list[Correction]:
        """The nearest words that begin with a letter, or with the letters ``within``."""
        found: list[Correction] = []
        for length in range(len(word) - budget, len(word) + budget + 1):
            choices = _within(self._by_length.get((letter, length), []), within)
            if choices:
                near = extract(word, choices, scorer=OSA.distance, score_cutoff=budget, limit=_MOST_CORRECTIONS)
                found += [Correction(choice, int(cost) + penalty) for choice, cost, _ in near]
        return found

    def _beginnings(self, first: str, length: int) -> list[str]:
        """The first ``length`` letters of every word that begins with ``first``, each once."""
        key = (first, length)
        if key not in self._starts:
            starts = (word[:length] for word in _within(self._sorted, first) if len(word) >= length)
            self._starts[key] = list(dict.fromkeys(starts))
        return self._starts[key]

    def _most_frequent(self, words: list[str]) -> tuple[str, ...]:
        return tuple(sorted(words, key=self._order.__getitem__)[:MOST_COMPLETIONS])

    def _all_skeletons(self) -> dict[str, str]:
        """The most frequent word for each form without vowels."""
        found: dict[str, str] = {}
        for word in reversed(self._frequent):
            skeleton = word.translate(_WITHOUT_VOWELS)
            if len(skeleton) < len(word):
                found[skeleton] = word
        return found

    def _complete_short(self) -> dict[str, tuple[str, ...]]:
        """Completions of the shortest prefixes, which would otherwise gather thousands of words at each key press."""
        found: dict[str, list[str]] = {}
        for word in self._frequent:
            for length in range(1, min(len(word), _SHORT) + 1):
                words = found.setdefault(word[:length], [])
                if len(words) < MOST_COMPLETIONS:
                    words.append(word)
        return {prefix: tuple(words) for prefix, words in found.items()}


def _right_start(word: str, typed: str) -> int:
    """How many letters are right before the first that is not."""
    pairs = enumerate(zip(word, typed, strict=False))
    return next((at for at, (right, wrong) in pairs if right != wrong), min(len(word), len(typed)))


def _within(words: list[str], first: str) -> list[str]:
    """Those of sorted words that begin with ``first``."""
    if not first:
        return words
    low = bisect_left(words, first)
    return words[low : bisect_left(words, first + _LAST, low)]


def allowed_cost(word: str) -> int:
    """How many faults a word of this length may have and still be taken for another."""
    if len(word) < 4 or not word.isalpha():
        return 0
    return 1 if len(word) < 6 else 2
