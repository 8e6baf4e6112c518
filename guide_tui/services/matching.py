"""Finding a name by what a person types of it: the first letters, words in any order, with slips of the finger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

Range = tuple[int, int]
"""Index of the first character, and index after the last."""

_ELSEWHERE = 0.6
"""What a word counts that stands only in what is said about a name."""

_SLIPPED = 0.8
"""What a word counts that was typed with a slip, at most."""


@dataclass(frozen=True, slots=True)
class Match:
    """How a name fits what was typed."""

    score: float
    """1 for the whole name as it is written, towards 0 the less it fits."""

    marks: tuple[Range, ...]
    """Where in the name the letters stand that were typed, in order."""


def match(typed: str, name: str, more: str = "") -> Match | None:
    """How a name fits what was typed; None where a word of it fits nothing.

    Args:
        typed: What was typed so far.
        name: A name of a few words.
        more: What is said about it, which counts less and is not marked.
    """
    wanted, named, others = list(_words(typed)), list(_words(name)), list(_words(more))
    if not wanted:
        return None
    total, used, marks = 0.0, set(), set()
    for word, _, _ in wanted:
        here = max(((_likeness(word, other), n) for n, (other, _, _) in enumerate(named)), default=(0.0, 0))
        there = max((_likeness(word, other) for other, _, _ in others), default=0.0) * _ELSEWHERE
        if max(here[0], there) == 0:
            return None
        total += max(here[0], there)
        if here[0] >= there:
            used.add(here[1])
            marks.add(_marked(word, *named[here[1]]))
    # Of two names that fit alike, the one of which less is left over is meant.
    covered = len(used) / len(named) if named else 0.0
    return Match(total / len(wanted) * (0.9 + 0.1 * covered), tuple(sorted(marks)))


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    for found in re.finditer(r"\w+", text):
        yield found[0].lower(), *found.span()


def _likeness(typed: str, word: str) -> float:
    """How much what was typed is a word or its beginning; 0 where it is another word."""
    if typed == word:
        return 1.0
    if word.startswith(typed):
        return 0.85 + 0.1 * len(typed) / len(word)
    # In short words a slip leaves too little.
    slips = 0 if len(typed) < 3 else 1 if len(typed) < 6 else 2
    for candidate in (word, word[: len(typed)], word[: len(typed) + 1]) if slips else ():
        distance = OSA.distance(typed, candidate, score_cutoff=slips)
        if distance <= slips and candidate[:1] in typed[:2]:
            return _SLIPPED * (1 - distance / len(typed))
    return 0.0


def _marked(typed: str, word: str, start: int, end: int) -> Range:
    return (start, start + len(typed)) if word.startswith(typed) else (start, end)
