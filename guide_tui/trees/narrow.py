"""What is still possible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide_tui.model.case import Responses, Value
from guide_tui.model.tree import Tree
from guide_tui.trees.space import Space, State, TooManyStates, bottom_up, targets
from guide_tui.trees.walks import last_first


@dataclass(frozen=True, slots=True)
class Prospect:
    """What can still come."""

    outcomes: frozenset[str]
    """Outcome ids that some answers to the open questions still reach."""

    most_questions: int
    """How many more questions there can be, at most."""


@dataclass(frozen=True, slots=True)
class RuledOut:
    """An outcome that can no longer be reached."""

    outcome: str
    question: str
    """The answer to this question ruled it out."""

    value: Value


def prospect(space: Space, responses: Responses) -> Prospect:
    """What can still come after these responses.

    Responses to questions that are not reached yet count: they will be filled in when their question comes.
    """
    try:
        return _ahead(space, space.start, responses)
    except TooManyStates:
        return _loose_prospect(space.tree, responses, space)


def most_questions(tree: Tree, node: str, responses: Responses) -> int:
    """How many questions without a response there can be from a node on, at most.

    Quick, because it follows the links whatever the conditions: ``prospect`` may know that there are fewer.
    """
    longest: dict[str, int] = {}
    for each in bottom_up(tree):
        asked = 1 if each in tree.questions and each not in responses else 0
        longest[each] = asked + max((longest[to] for to in targets(tree, each)), default=0)
    return longest[node]


def ruled_out(space: Space, responses: Responses) -> tuple[RuledOut, ...]:
    """The outcomes that can no longer be reached, in the tree's order, each with the answer that settled it.

    Like ``prospect``, this counts responses to questions that are not reached yet, after those on the trail.
    Empty where the tree is too large to say.
    """
    try:
        return _ruled_out(space, responses)
    except TooManyStates:
        return ()


def outcomes_ahead(space: Space, state: State, responses: Responses) -> frozenset[str]:
    """The outcomes that can be reached from a state, given the responses."""
    return _ahead(space, state, responses).outcomes


def _ruled_out(space: Space, responses: Responses) -> tuple[RuledOut, ...]:
    trail = [state.node for state, _ in space.trail(responses)]
    # Answers given in advance, in another check for instance, rule out too what those on the trail have left.
    later = [name for name in space.tree.questions if name in responses and name not in trail]
    gone: dict[str, RuledOut] = {}
    given: dict[str, Value] = {}
    before = outcomes_ahead(space, space.start, given)
    for name in (*trail, *later):
        given[name] = responses[name]
        after = outcomes_ahead(space, space.start, given)
        for outcome in before - after:
            gone.setdefault(outcome, RuledOut(outcome, name, responses[name]))
        before = after
    return tuple(gone[outcome] for outcome in space.tree.outcomes if outcome in gone)


def _ahead(space: Space, start: State, responses: Responses) -> Prospect:
    def following(state: State) -> Iterable[State]:
        value = responses.get(state.node)
        if value is not None and state.node in space.tree.questions:
            return (space.after(state, value),)
        return tuple(move.to for move in space.moves(state))

    outcomes: set[str] = set()
    longest: dict[State, int] = {}
    for state in last_first(start, following):
        if state.node in space.tree.outcomes:
            outcomes.add(state.node)
        asked = 1 if state.node in space.tree.questions and state.node not in responses else 0
        longest[state] = asked + max((longest[to] for to in following(state)), default=0)
    return Prospect(frozenset(outcomes), longest[start])


def _loose_prospect(tree: Tree, responses: Responses, space: Space) -> Prospect:
    # Too many states to be exact: follow the links whatever the conditions. Nothing possible is lost.
    state = space.start
    for passed, value in space.trail(responses):
        state = space.after(passed, value)
    ahead = {state.node}
    for node in reversed(bottom_up(tree)):
        if node in ahead:
            ahead.update(targets(tree, node))
    return Prospect(frozenset(ahead & tree.outcomes.keys()), most_questions(tree, state.node, responses))
