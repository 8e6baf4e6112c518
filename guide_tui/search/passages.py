"""The passage of a text that says most about a query."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guide_tui.search.words import FUNCTION_WORDS, placed_words, stem

Range = tuple[int, int]
"""Index of the first character, and index after the last."""

LONGEST = 220
"""Characters of a passage, unless its first sentence is longer."""

_END = re.compile(r"(?<=[.!?:;])\s+|\n+")


def marks(text: str, matched: Mapping[str, float]) -> tuple[Range, ...]:
    """Where words of the given stems stand in a text, in order."""
    found = [
        (start, end) for word, start, end in placed_words(text) if word not in FUNCTION_WORDS and stem(word) in matched
    ]
    return tuple(dict.fromkeys(found))


def best_passage(text: str, matched: Mapping[str, float]) -> str:
    """The sentences in a row that hold most of what is sought, at most LONGEST characters; the first among equals.

    Args:
        text: Plain characters; sentences, or lines of a list.
        matched: Stems with how much each matters.
    """
    sentences = [" ".join(part.removeprefix("- ").split()) for part in _END.split(text)]
    sentences = [sentence for sentence in sentences if sentence]
    if not sentences:
        return ""
    held = [{stem(place.word) for place in placed_words(sentence)} & matched.keys() for sentence in sentences]
    best, most = (0, 1), -1.0
    for start in range(len(sentences)):
        size, end = len(sentences[start]), start + 1
        while end < len(sentences) and size + 1 + len(sentences[end]) <= LONGEST:
            size += 1 + len(sentences[end])
            end += 1
        # Sorted, because a sum of floats depends on its order.
        worth = sum(matched[each] for each in sorted(set().union(*held[start:end])))
        if worth > most + 1e-9:
            best, most = (start, end), worth
    return " ".join(sentences[best[0] : best[1]])
