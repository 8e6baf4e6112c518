"""Words and phrases that mean the same to a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from guide_tui.search.words import FUNCTION_WORDS, stem, words

Phrase = tuple[str, ...]
"""Stems, in order."""


MOST_ALTERNATIVES = 100
"""Other names that are kept for one phrase, the first ones. Each costs every query that holds the phrase a look-up."""


class Alternative(NamedTuple):
    """Something else that a stretch of a query may be called."""

    start: int
    """Index of the stretch's first word."""

    end: int
    """Index after its last word."""

    phrase: Phrase
    """Stems without function words."""


class Thesaurus:
    """Groups of words and phrases, each of which can stand for the others of its group."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """Take the groups; phrases made of function words only are left out."""
        self._alternatives: dict[Phrase, tuple[Phrase, ...]] = {}
        self.words: set[str] = set()
        """Every word that occurs in a group, so that misspelt ones can be led to it."""

        for group in groups:
            self._take(group)
        self._longest = max(map(len, self._alternatives), default=0)

    def alternatives(self, stems: Sequence[str]) -> Iterator[Alternative]:
        """What the stretches of a query may also be called. ``stems`` includes those of function words."""
        for start in range(len(stems)):
            for end in range(start + 1, min(len(stems), start + self._longest) + 1):
                for phrase in self._alternatives.get(tuple(stems[start:end]), ()):
                    yield Alternative(start, end, phrase)

    def _take(self, group: Sequence[str]) -> None:
        phrases: dict[Phrase, Phrase] = {}
        for member in group:
            spelt = words(member)
            content = tuple(stem(word) for word in spelt if word not in FUNCTION_WORDS)
            if content:
                phrases[tuple(map(stem, spelt))] = content
                self.words.update(word for word in spelt if word not in FUNCTION_WORDS)
        first = tuple(islice(dict.fromkeys(phrases.values()), MOST_ALTERNATIVES + 1))
        for key, own in phrases.items():
            held = self._alternatives.get(key, ())
            if len(held) < MOST_ALTERNATIVES:
                others = dict.fromkeys((*held, *(content for content in first if content != own)))
                self._alternatives[key] = tuple(islice(others, MOST_ALTERNATIVES))
