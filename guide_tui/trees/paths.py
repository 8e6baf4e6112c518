"""Every path through a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide_tui.model.case import Responses, Value
from guide_tui.trees.space import Move, Space, State
from guide_tui.trees.walks import last_first


@dataclass(frozen=True, slots=True)
class Path:
    """Answers from the start to an outcome, those taken together that no rule on the way tells apart."""

    steps: tuple[tuple[str, tuple[Value, ...]], ...]
    """Question ids in the order asked, each with the answers that lead on; of days and numbers, representatives."""

    end: str
    """The outcome's id; empty where no rule holds and the person would be stranded."""

    @property
    def witness(self) -> Responses:
        """Responses that take this path."""
        return {question: values[0] for question, values in self.steps}


def paths(space: Space) -> Iterator[Path]:
    """Every path, in the order of the options; lazily, because there can be very many.

    Raises:
        TooManyStates: The tree is too large to list.
    """
    taken: list[tuple[str, tuple[Value, ...]]] = []
    pending: list[Iterator[Move]] = [iter(space.moves(space.start))]
    if space.start.node not in space.tree.questions:
        yield Path((), space.start.node)
        return
    asked: list[State] = [space.start]
    while pending:
        move = next(pending[-1], None)
        if move is None:
            pending.pop()
            asked.pop()
            if taken:
                taken.pop()
            continue
        step = (asked[-1].node, move.values)
        if move.to.node in space.tree.questions:
            taken.append(step)
            asked.append(move.to)
            pending.append(iter(space.moves(move.to)))
        else:
            yield Path((*taken, step), move.to.node)


def count_paths(space: Space) -> int:
    """How many paths there are, without listing them.

    Raises:
        TooManyStates: The tree is too large to count.
    """
    counted: dict[State, int] = {}
    for state in last_first(space.start, lambda state: [move.to for move in space.moves(state)]):
        moves = space.moves(state)
        counted[state] = sum(counted[move.to] for move in moves) if moves else 1
    return counted[space.start]
