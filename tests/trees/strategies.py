"""Trees as no author would write them, and answers to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from guide_tui.model.case import Responses, Value
from guide_tui.model.period import Period, Unit, shift
from guide_tui.model.tree import (
    CHOICES,
    TODAY,
    Among,
    Chosen,
    Condition,
    DateTest,
    Kind,
    NumberTest,
    Option,
    Order,
    Question,
    Route,
    Test,
    Tree,
)
from tests.trees.building import go, outcome, question, tree

DAYS = (date(2026, 11, 5), date(2027, 1, 31), date(2028, 2, 29), date(2026, 12, 31))
"""Days to judge on: a plain one, and those where months differ in length."""

ENDS = ("end-1", "end-2", "end-3", "end-4", "end-5")

PERIODS = (
    *(Period(count, Unit.DAYS) for count in (0, 1, 10, 42)),
    *(Period(count, Unit.WEEKS) for count in (1, 6)),
    *(Period(count, Unit.MONTHS) for count in (1, 3)),
    *(Period(count, Unit.YEARS) for count in (1, 2)),
)

T = TypeVar("T")


@dataclass(frozen=True)
class Situation:
    """A tree, the day, and an answer to every question of it."""

    tree: Tree
    today: date
    answers: Responses


@st.composite
def trees(draw: st.DrawFn, *, most: int = 12, most_dates: int = 3, total: bool = True) -> Tree:
    """Trees without circles whose targets exist.

    Args:
        most: Questions.
        most_dates: Date questions among them, each of which multiplies the states.
        total: Whether every question ends its ways with else, so that nobody can be stranded.
    """
    drawn = _Drawn(draw)
    asked: list[Question] = []
    for index in range(drawn.number(1, most)):
        dates = sum(each.kind is Kind.DATE for each in asked)
        kinds = [kind for kind in Kind if kind is not Kind.DATE or dates < most_dates]
        asked.append(drawn.question(f"q{index}", kinds))
    names = [each.id for each in asked]
    ends = ENDS[: 1 + len(asked) // 2]
    routed = []
    for index, each in enumerate(asked):
        # The next question is a likelier target than the others, so that trees are deep.
        later = [*names[index + 1 : index + 2] * 3, *names[index + 2 :], *ends]
        routed.append(replace(each, routes=drawn.routes(each, asked[: index + 1], later, total)))
    return tree(*routed, *(outcome(end, *drawn.several(0, 2, lambda: drawn.condition(asked))) for end in ends))


class _Drawn:
    """Parts of trees. Plain calls instead of nested strategies, which would cost ten times the time."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def number(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))

    def pick(self, of: Sequence[T]) -> T:
        return of[self.number(0, len(of) - 1)]

    def maybe(self) -> bool:
        return self._draw(st.booleans())

    def several(self, least: int, most: int, one: Callable[[], T]) -> list[T]:
        return [one() for _ in range(self.number(least, most))]

    def question(self, name: str, kinds: Sequence[Kind]) -> Question:
        """A question without ways on."""
        kind = self.pick(kinds)
        least = most = None
        unsure = [Option("not-sure", "Not sure", unsure=True, alone=kind is Kind.MANY)] if self.maybe() else []
        options = list(unsure)
        if kind is Kind.YES_NO:
            options = [Option("yes", "Yes"), Option("no", "No"), *unsure]
        elif kind is Kind.ONE:
            options = [*(Option(each, each) for each in "abcd"[: self.number(1, 4)]), *unsure]
        elif kind is Kind.MANY:
            together = "abcde"[: self.number(1, 5)]
            options = [*(Option(each, each) for each in together), *unsure]
            least = self.pick((None, *range(len(together) + 1)))
            most = self.pick((None, *range(max(least or 0, 1), len(together) + 2)))
        elif kind is Kind.NUMBER:
            least = self.pick((None, -3, 0, 1, 5))
            most = self.pick((None, *range(least or 0, 10)))
        return question(name, kind, options, least=least, most=most)

    def routes(
        self, asked: Question, readable: Sequence[Question], targets: Sequence[str], total: bool
    ) -> tuple[Route, ...]:
        """Ways on: always the same, one for each option, or rules."""
        form = self.pick(("one", "map", "map", "rules", "rules"))
        found: list[Route] = []
        if form == "map":
            for option in asked.options:
                if self.maybe():
                    chosen = frozenset({option})
                    many = asked.kind is Kind.MANY
                    own: Test = Chosen(asked.id, chosen, "any-of") if many else Among(asked.id, chosen)
                    for condition in self.several(0, 1, lambda: self.condition(readable)):
                        found.append(go(self.pick(targets), *((own, *every) for every in condition.any_of)))
                    found.append(go(self.pick(targets), own))
        elif form == "rules":
            for condition in self.several(1, 3, lambda: self.condition(readable)):
                found.append(go(self.pick(targets), *condition.any_of))
        if form == "one" or total or self.maybe():
            found.append(go(self.pick(targets)))
        return tuple(found)

    def condition(self, readable: Sequence[Question]) -> Condition:
        """One or two alternatives of one or two tests."""
        return Condition(
            tuple(
                self.several(1, 2, lambda: tuple(self.several(1, 2, lambda: self.test(self.pick(readable), readable))))
            )
        )

    def test(self, asked: Question, readable: Sequence[Question]) -> Test:
        """A test of the question, as the reader could have made it."""
        names = sorted(asked.options) or ["nothing"]
        some = frozenset(self.several(1, len(names), lambda: self.pick(names)))
        if asked.kind is Kind.MANY:
            return Chosen(asked.id, some, self.pick(("any-of", "all-of", "none-of", "only")))
        if asked.kind not in (Kind.DATE, Kind.NUMBER) or (asked.options and self.number(0, 3) == 0):
            return Among(asked.id, some, self.maybe())
        if asked.kind is Kind.NUMBER:
            least = self.pick((None, *range(-1, 9)))
            return NumberTest(asked.id, least, self.pick(tuple(range(least or 0, 10))))
        others = [each.id for each in readable if each.kind is Kind.DATE and each.id != asked.id]
        return DateTest(
            asked.id,
            self.pick(tuple(Order)),
            self.pick([TODAY, *others]),
            self.pick((None, *PERIODS)),
            self.pick((1, -1)),
        )


def answers(asked: Question, today: date) -> st.SearchStrategy[Value]:
    """Anything that the question accepts; days and numbers mostly near the boundaries that rules can name."""
    options = [st.sampled_from(sorted(asked.options))] if asked.options else []
    if asked.kind in CHOICES:
        return options[0]
    if asked.kind is Kind.MANY:
        return st.sampled_from(accepted_sets(asked))
    if asked.kind is Kind.TEXT:
        return st.one_of(st.just("some words"), *options)
    if asked.kind is Kind.NUMBER:
        least = asked.least if asked.least is not None else -5
        most = asked.most if asked.most is not None else max(12, least)
        return st.one_of(st.integers(least, most), *options)
    near = st.builds(
        lambda period, sign, off: shift(today, period, sign) + timedelta(days=off),
        st.sampled_from(PERIODS),
        st.sampled_from((1, -1)),
        st.integers(-3, 3),
    )
    far = st.integers(-800, 800).map(lambda off: today + timedelta(days=off))
    return st.one_of(near, far, *options)


def accepted_sets(asked: Question) -> list[tuple[str, ...]]:
    """Every set of options that a MANY question accepts."""
    names = [option.id for option in asked.options.values() if not option.alone]
    least, most = asked.least or 0, len(names) if asked.most is None else asked.most
    sets = [
        tuple(name for bit, name in enumerate(names) if bits >> bit & 1)
        for bits in range(2 ** len(names))
        if least <= bits.bit_count() <= most
    ]
    return [*sets, *((option.id,) for option in asked.options.values() if option.alone and least <= 1)]


@st.composite
def situations(draw: st.DrawFn, *, most: int = 12, most_dates: int = 3, total: bool = True) -> Situation:
    """A tree, a day, and an answer to every question."""
    found = draw(trees(most=most, most_dates=most_dates, total=total))
    today = draw(st.sampled_from(DAYS))
    return Situation(found, today, {each.id: draw(answers(each, today)) for each in found.questions.values()})
