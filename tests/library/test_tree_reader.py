"""Routes, conditions and due dates as trees write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide_tui.library.reader import read_tree_file
from guide_tui.model.period import Period, Unit
from guide_tui.model.tree import Among, Chosen, Condition, DateTest, Due, NumberTest, Order, Tree

WEEKS = Period(6, Unit.WEEKS)

FRAME = """\
id: draft
title: T
about: A
start: one
questions:
  one: {ask: a, short: s, why: w, kind: one, options: {a: {label: A}, b: {label: B}}, next: many}
  many: {ask: a, short: s, why: w, kind: many, options: {a: {label: A}, b: {label: B}}, next: {a: sure, else: sure}}
  sure: {ask: a, short: s, why: w, kind: yes-no, options: {not-sure: {label: N, unsure: true}}, next: day}
  day: {ask: a, short: s, why: w, kind: date, options: {not-sure: {label: N}}, next: number}
  number: {ask: a, short: s, why: w, kind: number, least: 1, most: 9, options: {not-sure: {label: N}}, next: words}
  words:
    ask: a
    short: s
    why: w
    kind: text
    next: NEXT
outcomes:
  end: {verdict: v, tone: fine, says: s, actions: [{do: d, who: w, by: BY}]}
  other: {verdict: v, tone: fine, says: s}
"""


def read(tmp_path: Path, following: str = "end", by: str = "{before: today}") -> Tree:
    path = tmp_path / "draft.yaml"
    path.write_text(FRAME.replace("NEXT", following).replace("BY", by))
    tree, problems = read_tree_file(path, None)
    assert problems == ()
    assert tree is not None
    return tree


@pytest.mark.parametrize(
    ("when", "tests"),
    [
        ("{one: a}", (Among("one", frozenset("a")),)),
        ("{one: [a, b]}", (Among("one", frozenset("ab")),)),
        ("{one: {not: a}}", (Among("one", frozenset("a"), negated=True),)),
        ("{sure: no}", (Among("sure", frozenset({"no"})),)),
        ("{many: a}", (Chosen("many", frozenset("a"), "any-of"),)),
        ("{many: {all-of: [a, b]}}", (Chosen("many", frozenset("ab"), "all-of"),)),
        ("{many: {none-of: a}}", (Chosen("many", frozenset("a"), "none-of"),)),
        ("{many: {only: [a]}}", (Chosen("many", frozenset("a"), "only"),)),
        ("{day: {before: today, plus: 6 weeks}}", (DateTest("day", Order.BEFORE, "today", WEEKS),)),
        ("{day: {on-or-after: today, minus: 6 weeks}}", (DateTest("day", Order.ON_OR_AFTER, "today", WEEKS, -1),)),
        (
            "{day: {after: today, before: today, plus: 6 weeks}}",
            (DateTest("day", Order.AFTER, "today"), DateTest("day", Order.BEFORE, "today", WEEKS)),
        ),
        ("{day: not-sure}", (Among("day", frozenset({"not-sure"})),)),
        ("{day: {not: not-sure}}", (Among("day", frozenset({"not-sure"}), negated=True),)),
        ("{number: {at-least: 2, at-most: 5}}", (NumberTest("number", 2, 5),)),
        ("{number: 2}", (NumberTest("number", 2, 2),)),
        ("{number: not-sure}", (Among("number", frozenset({"not-sure"})),)),
        ("{one: a, number: {at-least: 2}}", (Among("one", frozenset("a")), NumberTest("number", 2))),
    ],
)
def test_conditions(tmp_path: Path, when: str, tests: tuple[object, ...]) -> None:
    """Each row of the table of conditions in docs/format.md means one test."""
    routes = read(tmp_path, f"[{{when: {when}, go: end}}, {{else: other}}]").questions["words"].routes
    assert [route.to for route in routes] == ["end", "other"]
    assert routes[0].when == Condition((tests,))
    assert routes[1].when is None


def test_a_list_of_mappings_means_any(tmp_path: Path) -> None:
    """Alternatives are kept apart, in the order written."""
    routes = read(tmp_path, "[{when: [{one: a}, {sure: no}], go: end}, {else: other}]").questions["words"].routes
    assert routes[0].when == Condition(((Among("one", frozenset("a")),), (Among("sure", frozenset({"no"})),)))


def test_scalars_stay_as_written(tmp_path: Path) -> None:
    """A yes-no question has the options "yes" and "no", before those that it lists."""
    assert list(read(tmp_path).questions["sure"].options) == ["yes", "no", "not-sure"]


def test_an_option_of_a_many_question_leads_on_where_it_is_chosen(tmp_path: Path) -> None:
    """Naming an option in next means that it is among those chosen."""
    routes = read(tmp_path).questions["many"].routes
    assert routes[0].when == Condition(((Chosen("many", frozenset("a"), "any-of"),),))


def test_rules_of_an_option_hold_for_that_option_only(tmp_path: Path) -> None:
    """Rules below an option test the option first, in every alternative."""
    path = tmp_path / "draft.yaml"
    rules = "{a: [{when: [{one: a}, {one: b}], go: end}, {else: other}], else: many}"
    path.write_text(
        FRAME.replace("b: {label: B}}, next: many}", f"b: {{label: B}}}}, next: {rules}}}", 1)
        .replace("NEXT", "end")
        .replace("BY", "[]")
    )
    tree, problems = read_tree_file(path, None)
    assert problems == ()
    assert tree is not None
    own = Among("one", frozenset("a"))
    assert [route.when for route in tree.questions["one"].routes] == [
        Condition(((own, own), (own, Among("one", frozenset("b"))))),
        Condition(((own,),)),
        None,
    ]


@pytest.mark.parametrize(
    ("by", "dues"),
    [
        ("{before: day}", (Due(Order.BEFORE, "day"),)),
        ("{before: day, period: 6 weeks}", (Due(Order.BEFORE, "day", WEEKS, "6 weeks"),)),
        ("[{on-or-after: today}, {after: day}]", (Due(Order.ON_OR_AFTER, "today"), Due(Order.AFTER, "day"))),
    ],
)
def test_due_dates(tmp_path: Path, by: str, dues: tuple[Due, ...]) -> None:
    """One due date or a list, each with its order, its day and its period."""
    assert read(tmp_path, by=by).outcomes["end"].actions[0].by == dues


def test_parts_follow_what_an_outcome_says_itself(tmp_path: Path) -> None:
    """Notes of included parts come after the outcome's own, part by part."""
    path = tmp_path / "draft.yaml"
    text = (
        FRAME.replace("NEXT", "end").replace("BY", "[]")
        + "parts: {p: {notes: [{say: two}]}, q: {notes: [{say: three}]}}\n"
    )
    path.write_text(text.replace("says: s}", "says: s, include: [p, q], notes: [{say: one}]}"))
    tree, problems = read_tree_file(path, None)
    assert problems == ()
    assert tree is not None
    said = [note.say.blocks[0].spans[0].text for note in tree.outcomes["other"].notes]  # type: ignore[union-attr]
    assert said == ["one", "two", "three"]
