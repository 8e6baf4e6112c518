"""The outcome of a check as a person reads it: verdict, what to do by when, why, and what would change it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from guide_tui.model.case import Responses, Value
from guide_tui.model.library import Contact, Library
from guide_tui.model.prose import Prose, plain_text
from guide_tui.model.source import Citation
from guide_tui.model.tree import Note, Outcome, Tone, Tree
from guide_tui.services.check import Conversation
from guide_tui.services.deadlines import Deadline, deadline
from guide_tui.services.when import long_date
from guide_tui.services.wording import worded, worded_any
from guide_tui.services.working_days import COUNTRY, NATIONS, Calendar
from guide_tui.trees.conditions import holds
from guide_tui.trees.explain import Alternative, alternatives, decided_by
from guide_tui.trees.replay import Position
from guide_tui.trees.space import Space

_DUE = frozenset({"by", "before", "on"})


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do."""

    do: Prose
    who: str
    """The doer as named in about.yaml: "The lead centre"."""

    deadlines: tuple[Deadline, ...]
    cite: tuple[Citation, ...]
    done: bool = False
    """Whether the person has ticked it."""

    @property
    def key(self) -> str:
        """What a tick is kept under: it stands for what is to be done by whom, so other words are another action."""
        return hashlib.sha256(f"{self.who}\n{plain_text(self.do)}".encode()).hexdigest()[:16]

    @property
    def what(self) -> str:
        """Its first sentence, without the stop."""
        text = plain_text(self.do).split("\n", 1)[0]
        return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0].rstrip(".")

    @property
    def due(self) -> date | None:
        """The first day by which it is to be done; None where none is known, or where it is only kept until one."""
        days = [each.day for each in self.deadlines if each.day is not None and each.side in _DUE]
        return min(days, default=None)

    @property
    def late(self) -> bool:
        """Whether it was to be done by a day that has passed, and is not ticked."""
        return not self.done and any(deadline.passed for deadline in self.deadlines)


@dataclass(frozen=True, slots=True)
class KeyDate:
    """A day that matters, with what has to be done by it."""

    deadline: Deadline
    """The earliest of the task's deadlines: the one that counts."""

    later: tuple[Deadline, ...]
    """Its other deadlines, the earlier first."""

    who: str
    what: str
    """The first sentence of the task."""

    done: bool = False
    """Whether the task is ticked."""


@dataclass(frozen=True, slots=True)
class Reason:
    """An answer of the person, and what it means."""

    question: str
    """Question id."""

    short: str
    """The question as a noun phrase."""

    answer: str
    """The answer in words."""

    because: str
    """What it means for the outcome; empty where nothing is added."""

    cite: tuple[Citation, ...]
    decisive: bool
    """Whether another answer could have led elsewhere."""

    dates: bool = False
    """Whether dates were worked out from it."""

    together: bool = False
    """Whether it decided the outcome together with other answers: all of them would have to differ."""

    @property
    def part(self) -> str:
        """What an answer that did not decide the outcome was good for, as a phrase; empty for one that did."""
        if self.decisive:
            return ""
        if self.together:
            return "one of several reasons"
        return "used for the dates" if self.dates else "did not decide it"


@dataclass(frozen=True, slots=True)
class OtherWay:
    """What would change the outcome."""

    outcome: str
    """The id of the outcome reached then."""

    verdict: str
    """Its verdict."""

    changes: tuple[tuple[str, str], ...]
    """Questions as noun phrases, with the answers in words."""

    further: tuple[tuple[str, str], ...]
    """Questions then asked anew, with answers that lead there."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """The new answers by question id: of several that would do, one."""

    assumed: Mapping[str, Value] = field(default_factory=dict)
    """Answers to the questions asked anew, by their ids: of several that would do, one."""

    exact: bool = True
    """Whether the new answers are options, which can be taken over as they are; a day or a number stands for many."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the outcome of a check says."""

    tree: Tree
    outcome: Outcome
    today: date
    alerts: tuple[Note, ...]
    """Notes that stand directly under the verdict."""

    notes: tuple[Note, ...]
    tasks: tuple[Task, ...]
    avoid: tuple[Note, ...]
    reasons: tuple[Reason, ...]
    other_ways: tuple[OtherWay, ...]
    contacts: tuple[Contact, ...]
    then: tuple[Tree, ...]
    basis: str
    """How days off were taken into account; empty where no date was computed."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every section that the report rests on, each once, in the order of first use: reference 1 is the first."""
        cites = [self.outcome.cite]
        cites += [note.cite for note in self.alerts]
        cites += [task.cite for task in self.tasks]
        cites += [note.cite for note in (*self.avoid, *self.notes)]
        cites += [reason.cite for reason in self.reasons]
        return tuple(dict.fromkeys(citation for cite in cites for citation in cite))

    @property
    def late(self) -> bool:
        """Whether a day by which something had to be done has passed, and it is not ticked."""
        return any(task.late for task in self.tasks)

    @property
    def tone(self) -> Tone:
        """What the outcome asks at a glance: its own tone, but nothing is settled while a day has been missed."""
        return Tone.STOP if self.late and self.outcome.tone is Tone.FINE else self.outcome.tone

    @property
    def key_dates(self) -> tuple[KeyDate, ...]:
        """The days by which something has to be done, the earliest first."""
        found = []
        for task in self.tasks:
            dated = sorted((each for each in task.deadlines if each.day), key=lambda each: each.day or self.today)
            if dated:
                found.append(KeyDate(dated[0], tuple(dated[1:]), task.who, task.what, task.done))
        return tuple(sorted(found, key=lambda each: each.deadline.day or self.today))

    @property
    def headline(self) -> str:
        """The verdict, with the first day by which something is due where it leaves a place for that."""
        first = next((each.deadline for each in self.key_dates if each.deadline.side == "by"), None)
        if not self.outcome.dated or first is None or first.day is None:
            return self.outcome.verdict
        return f"{self.outcome.dated}, by {long_date(first.day)}"

    def references(self, cite: Sequence[Citation]) -> str:
        """Citations as reference numbers: "[1, 4]"; empty for none."""
        order = self.citations
        numbers = sorted(order.index(citation) + 1 for citation in cite if citation in order)
        return f"[{', '.join(map(str, numbers))}]" if numbers else ""


def report_on(library: Library, conversation: Conversation) -> Report:
    """The report of a conversation that has reached an outcome, with the ticks of its keeper.

    Raises:
        ValueError: A question is still open.
    """
    talk = conversation
    return report(library, talk.position, talk.space, talk.responses, talk.closures, talk.ticked)


def report(
    library: Library,
    position: Position,
    space: Space,
    responses: Responses,
    closures: Mapping[date, str] | None = None,
    ticked: Collection[str] = (),
    *,
    ways: bool = True,
) -> Report:
    """The report of a position that is an outcome.

    Args:
        library: Where roles, contacts and further trees are named.
        position: Where the person stands.
        space: The states of the same tree on the same day.
        responses: Every response of the case, those that are not on the trail included.
        closures: The centre's own closed days, each with why.
        ticked: The keys of the actions that are done.
        ways: Whether to work out what would change the outcome, which takes longest.

    Raises:
        ValueError: The position is not an outcome.
    """
    outcome = position.outcome
    if outcome is None:
        raise ValueError("a question is still open")
    known, today = position.known, space.today
    shown = [note for note in outcome.notes if holds(note.when, known, today)]
    calendar = Calendar(_nation(responses), closures or {})
    # Whom one waits for works on when the person's own centre is closed.
    theirs = Calendar(calendar.nation) if calendar.closures else calendar
    told = [action for action in outcome.actions if holds(action.when, known, today)]
    asked = tuple(
        Task(
            action.do,
            library.about.roles.get(action.who, action.who),
            tuple(
                deadline(due, position.tree, known, today, theirs if action.awaits else calendar) for due in action.by
            ),
            action.cite,
        )
        for action in told
    )
    # Only a last day is looked at for days off.
    dated = [
        bool(action.awaits)
        for action, task in zip(told, asked, strict=True)
        if any(each.bare for each in task.deadlines)
    ]
    tasks = in_order([replace(task, done=task.key in ticked) for task in asked], today)
    other_ways = tuple(_other_way(position.tree, each) for each in alternatives(space, responses)) if ways else ()
    return Report(
        tree=position.tree,
        outcome=outcome,
        today=today,
        alerts=tuple(note for note in shown if note.tone is not None),
        notes=tuple(note for note in shown if note.tone is None),
        tasks=tasks,
        avoid=tuple(note for note in outcome.avoid if holds(note.when, known, today)),
        reasons=_reasons(position, space, responses, other_ways),
        other_ways=other_ways,
        contacts=tuple(library.about.contacts[name] for name in outcome.contacts if name in library.about.contacts),
        then=tuple(library.trees[name] for name in outcome.then if name in library.trees),
        basis=_basis(calendar, theirs, dated),
    )


def in_order(tasks: Sequence[Task], today: date) -> tuple[Task, ...]:
    """What to do in the order in which to do it, whatever is ticked.

    What is due today stands first, then what is late, then the rest as authored; of that, what is due by a day takes
    its places in the order of the days.
    """
    due = {task.key: day for task in tasks if (day := task.due) is not None}
    pressing = sorted(
        (task for task in tasks if task.key in due and due[task.key] <= today),
        key=lambda task: (due[task.key] != today, due[task.key]),
    )
    rest = [task for task in tasks if task not in pressing]
    by_day = iter(sorted((task for task in rest if task.key in due), key=lambda task: due[task.key]))
    return (*pressing, *(next(by_day) if task.key in due else task for task in rest))


def _basis(own: Calendar, theirs: Calendar, awaited: Sequence[bool]) -> str:
    """What was left out of the dates, in a sentence or two.

    Args:
        own: The days of the person's centre.
        theirs: The days of those for whom it waits.
        awaited: For each dated action, whether it waits for somebody else.
    """
    if not awaited:
        return ""
    if all(awaited):
        return f"Dates: {theirs.basis}"
    apart = " Your own closed days do not move what others do." if any(awaited) and own.closures else ""
    return f"Dates: {own.basis}{apart}"


def _nation(responses: Responses) -> str | None:
    country = responses.get(COUNTRY)
    return country if isinstance(country, str) and country in NATIONS else None


def _reasons(
    position: Position, space: Space, responses: Responses, other_ways: Sequence[OtherWay]
) -> tuple[Reason, ...]:
    decisive = set(decided_by(space, responses))
    together = {name for way in other_ways if len(way.values) > 1 for name in way.values}
    outcome = position.tree.outcomes[position.node]
    told = [action for action in outcome.actions if holds(action.when, position.known, space.today)]
    dated = {due.anchor for action in told for due in action.by}
    if dated and _nation(responses):
        dated.add(COUNTRY)
    reasons = []
    for step in position.trail:
        chosen = step.value if isinstance(step.value, tuple) else (step.value,)
        options = [
            step.question.options[name] for name in chosen if isinstance(name, str) and name in step.question.options
        ]
        because = " ".join(option.because for option in options if option.because)
        cite = tuple(dict.fromkeys(citation for option in options for citation in option.cite)) or step.question.cite
        words = worded(step.question, step.value)
        reasons.append(
            Reason(
                step.question.id,
                step.question.short,
                words,
                because,
                cite,
                decisive=step.question.id in decisive,
                dates=step.question.id in dated,
                together=step.question.id in together,
            )
        )
    return tuple(reasons)


def _other_way(tree: Tree, alternative: Alternative) -> OtherWay:
    questions = tree.questions
    values = {change.question: _plainest(change.new) for change in alternative.changes}
    return OtherWay(
        outcome=alternative.outcome,
        verdict=tree.outcomes[alternative.outcome].verdict,
        changes=tuple(
            (questions[change.question].short, worded_any(questions[change.question], change.new))
            for change in alternative.changes
        ),
        further=tuple(
            (questions[name].short, worded_any(questions[name], values)) for name, values in alternative.further
        ),
        values=values,
        assumed={name: _plainest(values) for name, values in alternative.further},
        exact=all(isinstance(value, tuple) or value in questions[name].options for name, value in values.items()),
    )


def _plainest(values: Sequence[Value]) -> Value:
    """One of several answers that would all do: of several sets, the smallest."""
    return min(values, key=lambda value: len(value) if isinstance(value, tuple) else 0)
