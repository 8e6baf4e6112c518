"""Whether the first hit can be shown as the answer, or only as something that looks near."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from guide_tui.search.query import Query
from guide_tui.search.ranking import Ranked


def likelihood(query: Query, ranked: Sequence[Ranked]) -> float:
    """How likely the first hit answers the query, 0 to 1, judged by what it covers and how well the words are known."""
    if not ranked:
        return 0.0
    top = ranked[0].features
    return 1 / (1 + exp(-12 * (0.45 * top.phrase + 0.35 * top.union + 0.2 * known_share(query) - 0.62)))


def is_confident(query: Query, ranked: Sequence[Ranked]) -> bool:
    """Whether the first hit is more likely than not what the person wants."""
    return likelihood(query, ranked) >= 0.5


def known_share(query: Query) -> float:
    """The share of the query's weight in words that the library knows, as typed or corrected."""
    return sum(word.weight for word in query.words if word.meaning.known) / query.total if query.total else 0.0
