"""Where a person stands, found by replaying what they told us."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guide_tui.errors import ContentError
from guide_tui.model.case import Responses, Value
from guide_tui.model.problem import Problem
from guide_tui.model.tree import Outcome, Question, Tree
from guide_tui.trees.conditions import Known, target_of
from guide_tui.trees.responses import accept


@dataclass(frozen=True, slots=True)
class Step:
    """A question that was asked, with the response."""

    question: Question
    value: Value


@dataclass(frozen=True, slots=True)
class Position:
    """Where a person stands in a tree."""

    tree: Tree
    known: Known
    """The responses on the trail by question id, first asked first. Others do not count here."""

    node: str
    """The id of the open question, or of the outcome."""

    @property
    def question(self) -> Question | None:
        """The question that is open, or None at an outcome."""
        return self.tree.questions.get(self.node)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome reached, or None where a question is open."""
        return self.tree.outcomes.get(self.node)

    @property
    def trail(self) -> tuple[Step, ...]:
        """The questions asked with their responses, first asked first."""
        return tuple(Step(self.tree.questions[question], value) for question, value in self.known.items())


def resolve(tree: Tree, responses: Responses, today: date) -> Position:
    """Replay the responses and say where the person stands.

    Args:
        tree: A sound tree: every target exists, and there is no cycle.
        responses: At most one response per question, in any order. Those to questions that are not reached, or of
            other trees, are passed over.
        today: The day on which relative dates are judged.

    Returns:
        An open question or an outcome, with the trail.

    Raises:
        InvalidResponse: A response does not fit its question.
        ContentError: The tree leads nowhere from here, or in a circle.

    Source: the replay design of GOV.UK Smart Answers, ADR 2.
    """
    questions = tree.questions
    known: dict[str, Value] = {}
    node = tree.start
    while True:
        question = questions.get(node)
        if question is None:
            return Position(tree, known, node)
        value = responses.get(node)
        if value is None:
            return Position(tree, known, node)
        if node in known:
            raise ContentError([_circle(question)])
        known[node] = value
        # The fast way serves every plain option; whatever else depends on other answers or is not an option.
        target = question.jumps.get(value) if isinstance(value, str) else None
        if target is None:
            known[node] = accept(question, value)
            target = target_of(question.routes, known, today)
            if target is None:
                raise ContentError([_no_way_on(question)])
        node = target


def _circle(question: Question) -> Problem:
    return Problem(
        question.place,
        "cycle",
        f'the way through the tree comes back to question "{question.id}", so the check would never end',
        "Lead one of the questions of the circle to an outcome.",
    )


def _no_way_on(question: Question) -> Problem:
    return Problem(
        question.place,
        "no-way-on",
        f'no rule of question "{question.id}" holds for these answers, so the person would be stranded',
        "Add an else: at the end of its next:.",
    )
