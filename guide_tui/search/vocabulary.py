"""The words that a library uses: completing a word that is being typed, and correcting one that is misspelt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from heapq import nsmallest
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

MOST_COMPLETIONS = 48
"""How many words a prefix stands for at most, the most frequent first."""

_SHORT = 2
_VOWELS = frozenset("aeiou")
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
        self._by_length: dict[tuple[str, int], list[str]] = {}
        for word in self._sorted:
            self._by_length.setdefault((word[0], len(word)), []).append(word)
        self._letters = sorted({letter for letter, _ in self._by_length})
        self._starts: dict[tuple[str, int], list[str]] = {}
        self._short = self._complete_short()
        self._skeletons: dict[str, str] | None = None

    def __contains__(self, word: str) -> bool:
        return word in self._counts

    def complete(self, prefix: str) -> tuple[str, ...]:
        """The words that begin with ``prefix``, most frequent first, at most MOST_COMPLETIONS."""
        if len(prefix) <= _SHORT:
            return self._short.get(prefix, ())
        low = bisect_left(self._sorted, prefix)
        high = bisect_left(self._sorted, prefix + "\U0010ffff", low)
        return self._most_frequent(self._sorted[low:high])

    def correct(self, word: str) -> tuple[Correction, ...]:
        """The words that a misspelt one most likely is, likeliest first; none where nothing is near enough.

        Longer words may differ more. A different first letter counts as one more fault, because people rarely
        get it wrong.
        """
        budget = allowed_cost(word)
        if not budget:
            return ()
        found = self._near(word, (word[0],), budget, 0)
        # The first letter may be wrong, or swapped with the second.
        if budget > 1 and not any(correction.cost == 1 for correction in found):
            letters = self._letters if len(self._sorted) <= _SMALL_VOCABULARY else word[1]
            others = tuple(letter for letter in letters if letter != word[0])
            found += self._near(word, others, budget - 1, 1)
        elif word[1] != word[0]:
            found += [c for c in self._near(word, (word[1],), budget, 0) if c.word[:2] == word[1] + word[0]]
        found.sort(key=lambda correction: (correction.cost, -self._counts[correction.word], correction.word))
        best = found[0].cost if found else 0
        return tuple(correction for correction in found if correction.cost == best)[:_MOST_CORRECTIONS]

    def without_vowels(self, word: str) -> str:
        """The most frequent word that ``word`` is when its vowels are left out ("wrk"); empty where there is none."""
        if not word.isalpha() or not len(word) >= _FEWEST_CONSONANTS or not _VOWELS.isdisjoint(word):
            return ""
        if self._skeletons is None:
            self._skeletons = {}
            for known in sorted(self._sorted, key=lambda known: self._counts[known]):
                skeleton = "".join(letter for letter in known if letter not in _VOWELS)
                if len(skeleton) < len(known):
                    self._skeletons[skeleton] = known
        return self._skeletons.get(word, "")

    def correct_start(self, prefix: str) -> tuple[Correction, ...]:
        """Words of which a misspelt ``prefix`` may be the beginning, as :meth:`correct` gives them."""
        budget = min(allowed_cost(prefix), 1) if len(prefix) < 8 else 2
        if not budget:
            return ()
        # One letter more than was typed, because the fault may be a lost one.
        starts = self._beginnings(prefix[0], len(prefix)) + self._beginnings(prefix[0], len(prefix) + 1)
        near = extract(prefix, starts, scorer=OSA.distance, score_cutoff=budget, limit=4)
        found = [Correction(word, int(cost)) for start, cost, _ in near for word in self.complete(start)[:4]]
        found.sort(key=lambda correction: (correction.cost, -self._counts[correction.word], correction.word))
        return tuple(found[:_MOST_CORRECTIONS])

    def _near(self, word: str, letters: tuple[str, ...], budget: int, penalty: int) -> list[Correction]:
        found: list[Correction] = []
        for letter in letters:
            for length in range(len(word) - budget, len(word) + budget + 1):
                choices = self._by_length.get((letter, length))
                if choices:
                    near = extract(word, choices, scorer=OSA.distance, score_cutoff=budget, limit=_MOST_CORRECTIONS)
                    found.extend(Correction(choice, int(cost) + penalty) for choice, cost, _ in near)
        return found

    def _beginnings(self, letter: str, length: int) -> list[str]:
        key = (letter, length)
        if key not in self._starts:
            low = bisect_left(self._sorted, letter)
            high = bisect_left(self._sorted, letter + "\U0010ffff", low)
            starts = (word[:length] for word in self._sorted[low:high] if len(word) >= length)
            self._starts[key] = list(dict.fromkeys(starts))
        return self._starts[key]

    def _most_frequent(self, words: list[str]) -> tuple[str, ...]:
        counts = self._counts
        return tuple(nsmallest(MOST_COMPLETIONS, words, key=lambda word: (-counts[word], word)))

    def _complete_short(self) -> dict[str, tuple[str, ...]]:
        """Completions of the shortest prefixes, which would otherwise gather thousands of words at each key press."""
        found: dict[str, list[str]] = {}
        counts = self._counts
        for word in sorted(self._sorted, key=lambda word: -counts[word]):
            for length in range(1, min(len(word), _SHORT) + 1):
                words = found.setdefault(word[:length], [])
                if len(words) < MOST_COMPLETIONS:
                    words.append(word)
        return {prefix: tuple(words) for prefix, words in found.items()}


def allowed_cost(word: str) -> int:
    """How many faults a word of this length may have and still be taken for another."""
    if len(word) < 4 or not word.isalpha():
        return 0
    return 1 if len(word) < 6 else 2
