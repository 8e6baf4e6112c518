"""Why an outcome was reached, and what would change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guide_tui.model.case import Responses, Value
from guide_tui.model.tree import Question
from guide_tui.trees.narrow import outcomes_ahead
from guide_tui.trees.replay import resolve
from guide_tui.trees.space import Move, Space, State, TooManyStates
from guide_tui.trees.walks import last_first


@dataclass(frozen=True, slots=True)
class Change:
    """Another answer to one question."""

    question: str
    old: Value
    new: tuple[Value, ...]
    """Answers that all have the effect; of days and numbers, representatives."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """The least that would have to be different for another outcome."""

    outcome: str
    changes: tuple[Change, ...]
    """Answers to change, in the order asked."""

    further: tuple[tuple[str, tuple[Value, ...]], ...]
    """Questions that would then be asked anew, each with answers that lead on to the outcome."""


def decided_by(space: Space, responses: Responses) -> tuple[str, ...]:
    """The questions whose response decided the outcome, in the order asked.

    A response decided it where some other answer to that question alone, whatever is then asked anew, could have led to
    another outcome. Where the tree is too large to say, every question on the trail is named.
    """
    reached = resolve(space.tree, responses, space.today).node
    try:
        return tuple(
            state.node
            for state, value in space.trail(responses)
            if any(
                outcomes_ahead(space, move.to, responses) - {reached}
                for move in space.moves(state)
                if move.to != space.after(state, value)
            )
        )
    except TooManyStates:
        return tuple(state.node for state, _ in space.trail(responses))


def alternatives(space: Space, responses: Responses) -> tuple[Alternative, ...]:
    """For every other outcome, the smallest changes of answer that end there; the nearest outcomes first.

    Later responses that still apply are kept. Where one change suffices, every such change is listed; where it takes
    several, one smallest set. "Not sure" is never suggested. Empty where the tree is too large to say.
    """
    reached = resolve(space.tree, responses, space.today).node
    try:
        ways = _ways(space, responses)
    except TooManyStates:
        return ()
    nearest = ways[space.start]
    found = []
    for outcome in space.tree.outcomes:
        if outcome == reached or outcome not in nearest:
            continue
        way = nearest[outcome]
        # An answer given in advance, to a question behind the open one, is no single change of the trail.
        single = _single_changes(space, responses, outcome, ways) if way.cost == 1 else []
        if way.cost:
            found.extend(single or [_alternative(outcome, way, responses)])
    found.sort(key=lambda each: (len(each.changes), len(each.further)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Way:
    """The cheapest way found from a state to one outcome."""

    cost: int
    """Responses that differ from those given."""

    fresh: int
    """Questions that were not answered before."""

    step: tuple[str, tuple[Value, ...]] | None = None
    """The first question with the answers that go this way; None at the outcome itself."""

    after: _Way | None = None
    """The rest of the way."""


_Ways = Mapping[State, Mapping[str, _Way]]


def _ways(space: Space, responses: Responses) -> _Ways:
    """By state, then by outcome, the way that changes fewest responses and, among those, asks fewest new questions."""

    def following(state: State) -> tuple[State, ...]:
        return tuple(move.to for move, _ in _priced(space, state, responses))

    best: dict[State, dict[str, _Way]] = {}
    for state in last_first(space.start, following):
        if state.node in space.tree.outcomes:
            best[state] = {state.node: _Way(0, 0)}
            continue
        found: dict[str, _Way] = {}
        for move, price in _priced(space, state, responses):
            fresh = 0 if state.node in responses else 1
            for outcome, rest in best[move.to].items():
                way = _Way(rest.cost + price, rest.fresh + fresh, (state.node, move.values), rest)
                held = found.get(outcome)
                if held is None or (way.cost, way.fresh) < (held.cost, held.fresh):
                    found[outcome] = way
        best[state] = found
    return best


def _priced(space: Space, state: State, responses: Responses) -> list[tuple[Move, int]]:
    """The moves from a state that a person could make knowingly, with what each costs: 0 keeps the response given."""
    question = space.tree.questions.get(state.node)
    if question is None:
        return []
    given = responses.get(state.node)
    priced = []
    kept = None
    if given is not None:
        kept = space.after(state, given)
        priced.append((Move((given,), kept), 0))
    for move in space.moves(state):
        values = tuple(value for value in move.values if not _unsure(question, value))
        if values and move.to != kept:
            priced.append((Move(values, move.to), 0 if given is None else 1))
    return priced


def _unsure(question: Question, value: Value) -> bool:
    names = value if isinstance(value, tuple) else (value,)
    options = [question.options.get(name) for name in names if isinstance(name, str)]
    return any(option is not None and option.unsure for option in options)


def _single_changes(space: Space, responses: Responses, outcome: str, ways: _Ways) -> list[Alternative]:
    found = []
    for state, value in space.trail(responses):
        for move, price in _priced(space, state, responses):
            if price == 0:
                continue
            way = ways[move.to].get(outcome)
            if way is not None and way.cost == 0:
                change = Change(state.node, value, move.values)
                found.append(Alternative(outcome, (change,), _fresh(way, responses)))
    found = _taken_together(found)
    least = min((len(each.further) for each in found), default=0)
    return [each for each in found if len(each.further) <= least + 1]


def _taken_together(single: list[Alternative]) -> list[Alternative]:
    """Single changes of the same question, asking the same anew, as one: rules may tell days apart on the way there."""
    together: dict[tuple[str, tuple[str, ...]], Alternative] = {}
    for each in single:
        change = each.changes[0]
        key = (change.question, tuple(question for question, _ in each.further))
        held = together.get(key)
        if held is None:
            together[key] = each
        elif held.further == each.further:
            values = (*held.changes[0].new, *change.new)
            together[key] = Alternative(each.outcome, (Change(change.question, change.old, values),), each.further)
    return list(together.values())


def _alternative(outcome: str, way: _Way, responses: Responses) -> Alternative:
    changes = []
    for question, values in _steps(way):
        given = responses.get(question)
        if given is not None and given not in values:
            changes.append(Change(question, given, values))
    return Alternative(outcome, tuple(changes), _fresh(way, responses))


def _fresh(way: _Way, responses: Responses) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    return tuple((question, values) for question, values in _steps(way) if question not in responses)


def _steps(way: _Way | None) -> list[tuple[str, tuple[Value, ...]]]:
    steps = []
    while way is not None and way.step is not None:
        steps.append(way.step)
        way = way.after
    return steps
