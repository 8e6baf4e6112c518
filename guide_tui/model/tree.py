"""Decision trees: questions with options, routes between them, and outcomes.

A tree is plain data. ``guide_tui.trees`` walks it; ``guide_tui.library`` reads it from YAML.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guide_tui.model.period import Period
from guide_tui.model.problem import Place
from guide_tui.model.prose import Prose
from guide_tui.model.source import Citation


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    """One of its options."""

    MANY = "many"
    """Any number of its options, none included."""

    YES_NO = "yes-no"
    """``yes``, ``no``, or another option that it lists."""

    DATE = "date"
    """A day, or one of its options."""

    NUMBER = "number"
    """A whole number, or one of its options."""

    TEXT = "text"
    """Words, which no rule reads, or one of its options."""


CHOICES = frozenset({Kind.ONE, Kind.YES_NO})
"""Kinds whose response is exactly one option."""


class Tone(StrEnum):
    """What an outcome asks of the person, at a glance."""

    FINE = "fine"
    APPROVAL_NEEDED = "approval-needed"
    STOP = "stop"
    UNCLEAR = "unclear"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a question offers."""

    id: str
    label: str
    also: tuple[str, ...] = ()
    """Other words a person may use for it."""

    hint: str = ""
    """Half a line that helps to choose."""

    because: str = ""
    """Why this answer matters, told when it decided the outcome."""

    cite: tuple[Citation, ...] = ()
    """What ``because`` rests on, where that differs from the question."""

    unsure: bool = False
    """The person does not know: never offered as something to change to."""

    alone: bool = False
    """In a MANY question, cannot be combined with others."""


TODAY = "today"
"""The anchor of a date rule that means the day on which it is judged."""


class Order(StrEnum):
    """How two values are compared."""

    BEFORE = "before"
    ON_OR_BEFORE = "on-or-before"
    AFTER = "after"
    ON_OR_AFTER = "on-or-after"


@dataclass(frozen=True, slots=True)
class Among:
    """Holds when a single-choice response is one of the options (or, negated, is another)."""

    question: str
    options: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """Holds when the responses to a MANY question relate to ``options`` as ``how`` says."""

    question: str
    options: frozenset[str]
    how: str
    """``any-of``, ``all-of``, ``none-of`` or ``only`` (nothing outside the options, and at least one)."""


@dataclass(frozen=True, slots=True)
class DateTest:
    """Holds when a day stands in ``order`` to another day moved by a period. Never for a response that is no day."""

    question: str
    order: Order
    anchor: str
    """A question id, or TODAY."""

    period: Period | None = None
    sign: int = 1
    """1 adds the period to the anchor, -1 takes it away."""


@dataclass(frozen=True, slots=True)
class NumberTest:
    """Holds when a number is within the bounds, both included. Never for a response that is no number."""

    question: str
    least: int | None = None
    most: int | None = None


Test = Among | Chosen | DateTest | NumberTest


@dataclass(frozen=True, slots=True)
class Condition:
    """Alternatives, each of which is a set of tests that must all hold.

    A test of a question that is not on the trail never holds, negated or not.
    """

    any_of: tuple[tuple[Test, ...], ...]

    @property
    def tests(self) -> Iterator[Test]:
        """Every test, in the order written."""
        for every in self.any_of:
            yield from every


@dataclass(frozen=True, slots=True)
class Route:
    """A way on from a question."""

    to: str
    """The id of a question or an outcome."""

    when: Condition | None
    """When it is taken; None means always. Routes are tried in order."""

    place: Place


@dataclass(frozen=True, slots=True)
class Question:
    """Something we ask the person."""

    id: str
    ask: str
    """The question, as one sentence in plain words."""

    short: str
    """A noun phrase for trails, dates and tables: "First day of teaching"."""

    why: Prose
    """Why it is asked."""

    cite: tuple[Citation, ...]
    kind: Kind
    options: Mapping[str, Option]
    """By option id, in the order shown."""

    routes: tuple[Route, ...]
    place: Place
    least: int | None = None
    """The smallest number accepted, for NUMBER; the fewest options, for MANY."""

    most: int | None = None
    """The largest number accepted, for NUMBER; the most options, for MANY."""

    shared: bool = False
    """Its wording comes from questions.yaml, because several trees ask it."""

    jumps: Mapping[str, str] = field(init=False, repr=False, compare=False)
    """Option id to next node, for options whose way on depends on nothing else. Computed; makes replay fast."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "jumps", _jumps(self))


class DueOrder(StrEnum):
    """How a deadline lies to the day that it is counted from."""

    BEFORE = "before"
    """At the latest so long before it; without a period, strictly earlier."""

    ON_OR_BEFORE = "on-or-before"
    AFTER = "after"
    """Not earlier than so long after it."""

    ON_OR_AFTER = "on-or-after"
    WITHIN = "within"
    """At the latest so long after it."""

    UNTIL = "until"
    """To be kept up at least until so long after it."""

    ON_THE_DAY = "on-the-day"
    """On that day itself, neither earlier nor later."""


@dataclass(frozen=True, slots=True)
class Due:
    """When something has to be done, relative to a day."""

    order: DueOrder

    anchor: str
    """A question id, or TODAY."""

    period: Period | None = None
    """How long before or after; None means the day itself."""

    words: str = ""
    """The period, or the day of the year, as the facts word it: "six weeks"."""

    yearly: tuple[int, int] | None = None
    """Month and day: the deadline is that day in the academic year (September to August) that the anchor falls in."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something an outcome says under a condition."""

    say: Prose
    cite: tuple[Citation, ...]
    when: Condition | None
    place: Place
    tone: Tone | None = None
    """Where set, the note is shown directly under the verdict."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do."""

    do: Prose
    who: str
    """A role id of about.yaml."""

    by: tuple[Due, ...]
    """When; where several are given, each is shown and the earliest counts."""

    cite: tuple[Citation, ...]
    when: Condition | None
    place: Place
    awaits: str = ""
    """The role id of another party for whose doing it only waits: the days are theirs, so the closed days of the
    person's own centre do not move them. Empty where the person's side does it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a check ends."""

    id: str
    verdict: str
    """One line."""

    short: str
    """The verdict as a noun phrase, for lists of outcomes."""

    tone: Tone
    says: Prose
    cite: tuple[Citation, ...]
    notes: tuple[Note, ...]
    actions: tuple[Action, ...]
    avoid: tuple[Note, ...]
    """What not to do (yet)."""

    contacts: tuple[str, ...]
    """Contact ids of about.yaml, the first to be tried first."""

    then: tuple[str, ...]
    """Trees to check next."""

    place: Place
    dated: str = ""
    """The verdict without its day, to be followed by the first day by which something is due; empty where the verdict
    is told as it stands."""

    @property
    def parts(self) -> tuple[Note | Action, ...]:
        """Everything that it says under conditions: notes, actions, what to avoid."""
        return (*self.notes, *self.actions, *self.avoid)

    @property
    def conditions(self) -> Iterator[Condition]:
        """Every condition that decides what this outcome says."""
        for part in self.parts:
            if part.when is not None:
                yield part.when


@dataclass(frozen=True, slots=True)
class Tree:
    """A decision tree."""

    id: str
    title: str
    about: str
    """What it works out, one or two sentences."""

    also: tuple[str, ...]
    """Other words people use when they need it."""

    start: str
    questions: Mapping[str, Question]
    """By id, in the order written."""

    outcomes: Mapping[str, Outcome]
    """By id, in the order written."""

    place: Place
    tells: str = ""
    """What the person knows at its end, in half a line, for lists; empty where the author wrote none."""


def _jumps(question: Question) -> dict[str, str]:
    if question.kind not in CHOICES:
        return {}
    jumps = {}
    for option in question.options:
        target = _sure_target(question, option)
        if target is not None:
            jumps[option] = target
    return jumps


def _sure_target(question: Question, option: str) -> str | None:
    """The node this option leads to whatever else was answered, or None where that depends."""
    for route in question.routes:
        if route.when is None:
            return route.to
        verdicts = [_holds_for(question.id, option, every) for every in route.when.any_of]
        if True in verdicts:
            return route.to
        if None in verdicts:
            return None
    return None


def _holds_for(question: str, option: str, every: tuple[Test, ...]) -> bool | None:
    """Whether the tests hold for this option alone: True, False, or None where they read something else."""
    unknown = False
    for test in every:
        if isinstance(test, Among) and test.question == question:
            if (option in test.options) is test.negated:
                return False
        else:
            unknown = True
    return None if unknown else True
