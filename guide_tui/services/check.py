"""Walking a check: one conversation about one situation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from guide_tui.errors import InvalidResponse
from guide_tui.model.case import Responses, Value
from guide_tui.model.tree import Outcome, Question, Tree
from guide_tui.services.journal import Journal
from guide_tui.trees.narrow import Prospect, RuledOut, prospect, ruled_out
from guide_tui.trees.replay import Position, resolve
from guide_tui.trees.responses import accept
from guide_tui.trees.space import Space


class Keeper(Protocol):
    """Where responses are kept. ``store.CaseStore`` bound to a case is one."""

    def responses(self) -> Responses:
        """Every response kept so far."""

    def save(self, question: str, value: Value) -> None:
        """Keep a response, replacing an earlier one."""

    def forget(self, question: str) -> None:
        """Drop a response."""

    def ticked(self, tree: str, outcome: str) -> frozenset[str]:
        """The actions of an outcome that are done, by their keys."""

    def tick(self, tree: str, outcome: str, action: str, *, done: bool) -> None:
        """Keep whether an action is done."""


class MemoryKeeper:
    """Keeps responses while the program runs."""

    def __init__(self, responses: Responses | None = None) -> None:
        self._held = dict(responses or {})
        self._ticked: dict[tuple[str, str], frozenset[str]] = {}

    def responses(self) -> Responses:
        """Every response kept so far."""
        return dict(self._held)

    def save(self, question: str, value: Value) -> None:
        """Keep a response."""
        self._held[question] = value

    def forget(self, question: str) -> None:
        """Drop a response."""
        self._held.pop(question, None)

    def ticked(self, tree: str, outcome: str) -> frozenset[str]:
        """The actions of an outcome that are done."""
        return self._ticked.get((tree, outcome), frozenset())

    def tick(self, tree: str, outcome: str, action: str, *, done: bool) -> None:
        """Keep whether an action is done."""
        held = self.ticked(tree, outcome)
        self._ticked[tree, outcome] = held | {action} if done else held - {action}


@dataclass(frozen=True, slots=True)
class Change:
    """What changing an answer would do, before it is done."""

    question: Question
    old: Value | None
    new: Value
    kept: tuple[Question, ...]
    """Later questions whose answers stay as they are."""

    asked_again: tuple[Question, ...]
    """Questions that will be asked, because the new way leads to them and they have no answer."""

    set_aside: tuple[Question, ...]
    """Answered questions that the new way does not reach; their answers apply again if the way comes back."""

    most_questions: int
    """How many questions there can be then, at most."""

    before: str
    """The node reached before."""

    after: str
    """The node reached then."""

    also: tuple[tuple[Question, Value], ...] = ()
    """Further questions whose answers change along with it, with their new answers."""

    outcome: Outcome | None = None
    """The outcome reached then; None where a question is open."""

    @property
    def answers(self) -> tuple[tuple[Question, Value], ...]:
        """Every question whose answer changes, with its new answer."""
        return ((self.question, self.new), *self.also)

    @property
    def harmless(self) -> bool:
        """Whether it touches no other answer and ends at the same node."""
        return not self.asked_again and not self.set_aside and self.before == self.after


class Conversation:
    """A check in progress. Every answer is kept at once; where the person stands is found by replay.

    Args:
        tree: What is being worked out.
        keeper: Where the responses are kept.
        today: The day on which relative dates are judged.
        closures: The centre's own closed days, each with why; they move deadlines.
        journal: What was done in this check before, which can be undone; a new one by default.
    """

    def __init__(
        self,
        tree: Tree,
        keeper: Keeper,
        today: date,
        closures: Mapping[date, str] | None = None,
        journal: Journal | None = None,
    ) -> None:
        self.closures = closures or {}
        self.tree = tree
        self.today = today
        self._keeper = keeper
        self._space = Space(tree, today)
        self._journal = Journal() if journal is None else journal
        self._responses: Responses = fitting(tree, keeper.responses())
        self._prospect: Prospect | None = None
        """What can still come with these responses; None until it is asked for."""

        self.told_before = frozenset(self.position.known)
        """Questions that had been answered before this conversation began."""

        self.remembered: dict[str, Value] = {}
        """Answers taken back with ``back``, to be offered again."""

    @property
    def responses(self) -> Responses:
        """Every response of the case that fits its question."""
        return self._responses

    @property
    def space(self) -> Space:
        """The states of the tree, for explanation."""
        return self._space

    @property
    def position(self) -> Position:
        """Where the person stands."""
        return resolve(self.tree, self._responses, self.today)

    @property
    def prospect(self) -> Prospect:
        """What can still come."""
        # A screen asks for it in several places, and it is the dearest thing that it asks for.
        if self._prospect is None:
            self._prospect = prospect(self._space, self._responses)
        return self._prospect

    @property
    def ruled_out(self) -> tuple[RuledOut, ...]:
        """What can no longer come, each with the answer that settled it."""
        return ruled_out(self._space, self._responses)

    @property
    def ticked(self) -> frozenset[str]:
        """The actions of the outcome reached that are done, by their keys."""
        return self._keeper.ticked(self.tree.id, self.position.node)

    def tick(self, action: str, *, done: bool) -> None:
        """Keep whether an action of the outcome reached is done. Nothing else but this changes it."""
        self._keeper.tick(self.tree.id, self.position.node, action, done=done)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._journal.can_undo(self.tree.id, self._responses)

    def answer(self, value: object) -> Position:
        """Answer the open question.

        Raises:
            InvalidResponse: The value does not fit.
        """
        question = self.position.question
        if question is None:
            return self.position
        return self.change(question.id, value)

    def change(self, question: str, value: object) -> Position:
        """Answer a question anew. Later answers that still apply are kept.

        Raises:
            InvalidResponse: The value does not fit.
        """
        accepted = accept(self.tree.questions[question], value)
        with _Remembering(self, [question]):
            self._keeper.save(question, accepted)
        self.remembered.pop(question, None)
        return self.position

    def make(self, change: Change) -> Position:
        """Do what ``preview`` told; it is undone as one."""
        with _Remembering(self, [question.id for question, _ in change.answers]):
            for question, value in change.answers:
                self._keeper.save(question.id, value)
        for question, _ in change.answers:
            self.remembered.pop(question.id, None)
        return self.position

    def preview(self, question: str, value: object, also: Mapping[str, object] | None = None) -> Change:
        """What ``change`` would do.

        Args:
            question: The question whose answer changes.
            value: Its new answer.
            also: New answers to further questions, which change along with it.

        Raises:
            InvalidResponse: A value does not fit.
        """
        questions = self.tree.questions
        accepted = accept(questions[question], value)
        others = {name: accept(questions[name], other) for name, other in (also or {}).items()}
        before = self.position
        changed = {**self._responses, question: accepted, **others}
        after = resolve(self.tree, changed, self.today)
        order = list(before.known)
        later = order[order.index(question) + 1 :] if question in order else []
        later = [name for name in later if name not in others]
        fresh = (questions[after.node],) if after.question is not None and after.node != before.node else ()
        return Change(
            question=questions[question],
            old=self._responses.get(question),
            new=accepted,
            kept=tuple(questions[name] for name in later if name in after.known),
            asked_again=fresh,
            set_aside=tuple(questions[name] for name in later if name not in after.known),
            most_questions=prospect(self._space, changed).most_questions,
            before=before.node,
            after=after.node,
            also=tuple((questions[name], other) for name, other in others.items()),
            outcome=after.outcome,
        )

    def back(self) -> Position:
        """Take the last answer back, and offer it again."""
        known = self.position.known
        if known:
            last = list(known)[-1]
            self.remembered[last] = known[last]
            with _Remembering(self, [last]):
                self._keeper.forget(last)
        return self.position

    def restart(self) -> Position:
        """Drop every answer to this tree's questions. Can be undone."""
        with _Remembering(self, self.tree.questions):
            for question in self.tree.questions:
                if question in self._responses:
                    self._keeper.forget(question)
        self.remembered.clear()
        self.told_before = frozenset()
        return self.position

    def undo(self) -> Position:
        """Take back the last answer, change, step back or restart."""
        for question, earlier in self._journal.undo(self.tree.id, self._responses).items():
            if earlier is None:
                self._keeper.forget(question)
            else:
                self._keeper.save(question, earlier)
        self.reload()
        return self.position

    def reload(self) -> None:
        """Read the responses again from where they are kept."""
        self._responses = fitting(self.tree, self._keeper.responses())
        self._prospect = None


class _Remembering:
    """Reads the responses again after something was done to some of them, and notes it for undo."""

    def __init__(self, conversation: Conversation, questions: Iterable[str]) -> None:
        self._conversation = conversation
        self._questions = tuple(questions)

    def _own(self) -> dict[str, Value]:
        """Only what is answered here: another window may change the rest at any time."""
        held = self._conversation._responses
        return {name: held[name] for name in self._questions if name in held}

    def __enter__(self) -> None:
        self._before = self._own()

    def __exit__(self, *_: object) -> None:
        self._conversation.reload()
        self._conversation._journal.note(self._conversation.tree.id, self._before, self._own())


def fitting(tree: Tree, responses: Responses, told: Callable[[str, str], None] | None = None) -> Responses:
    """The responses without those that no longer fit their question, as after a new edition of the content.

    Args:
        tree: Whose questions are looked at; responses to other questions are passed through.
        responses: As they were kept.
        told: Called with question id and reason for each that is left out.
    """
    fit: dict[str, Value] = {}
    for name, value in responses.items():
        question = tree.questions.get(name)
        try:
            fit[name] = accept(question, value) if question else value
        except InvalidResponse as error:
            if told:
                told(name, error.reason)
    return fit
