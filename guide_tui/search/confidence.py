"""Whether the first hit can be shown as the answer, or only as something that looks near."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from guide_tui.search.query import Query
from guide_tui.search.ranking import Ranked

# A logistic regression over labelled questions, inside and outside what the guide covers, moved so that about one
# question in ten from outside passes. What it sees does not depend on the size of the library.
_BOTH = 2.25
_UNION = 2.2
_NEAR = 1.25
_BREADTH = 2.0
_LETTERS = 4.1
_KIND = 0.8
_KNOWN = 3.8
_NEEDED = 8.75


def likelihood(query: Query, ranked: Sequence[Ranked]) -> float:
    """How likely the first hit answers the query, 0 to 1, judged by what it covers and how well its words are known."""
    if not ranked:
        return 0.0
    seen = ranked[0].features
    if seen.exact:
        return 1.0
    evidence = (
        _BOTH * seen.phrase * seen.whole
        + _UNION * seen.union
        + _NEAR * seen.near
        + _BREADTH * seen.breadth
        + _LETTERS * seen.letters
        + _KIND * seen.kind
        + _KNOWN * known_share(query)
    )
    return 1 / (1 + exp(_NEEDED - evidence))


def is_confident(query: Query, ranked: Sequence[Ranked]) -> bool:
    """Whether the first hit is more likely than not what the person wants."""
    return likelihood(query, ranked) >= 0.5


def known_share(query: Query) -> float:
    """The share of the query's weight in words that the library knows, as typed or corrected."""
    return sum(word.weight for word in query.words if word.meaning.known) / query.total if query.total else 0.0
