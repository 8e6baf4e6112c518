"""Orders in which the states of a tree can be visited, none of them recursive."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from guide_tui.trees.space import State

Summary = TypeVar("Summary")

Following = Callable[[State], Iterable[State]]
"""The states that come next, given a state."""


def last_first(start: State, following: Following) -> list[State]:
    """Every state that can be reached from ``start``, each after all that follow it; ``start`` is the last."""
    order: list[State] = []
    seen = {start}
    pending = [(start, iter(following(start)))]
    while pending:
        state, rest = pending[-1]
        step = next((to for to in rest if to not in seen), None)
        if step is None:
            order.append(state)
            pending.pop()
        else:
            seen.add(step)
            pending.append((step, iter(following(step))))
    return order
