"""Where a person stands."""

from __future__ import annotations

import dataclasses

import pytest

from guide_tui.errors import ContentError, InvalidResponse
from guide_tui.model.tree import Among, Kind, NumberTest
from guide_tui.trees.replay import Step, resolve
from tests.trees.building import TODAY, go, question, tree, tree_of

TREE = tree_of("""
    start: where
    questions:
      where: {ASK, kind: one, options: [home, abroad, not-sure], next: {home: when, abroad: end, else: ask}}
      when: {ASK, kind: date, next: [{when: {when: {before: today}}, go: end}, {else: tasks}]}
      tasks: {ASK, kind: many, options: [marks, teaches], next: {marks: ask, else: end}}
    outcomes:
      end: {SAY}
      ask: {SAY}
    """)


@pytest.mark.parametrize(
    ("responses", "node", "trail"),
    [
        ({}, "where", []),
        ({"where": "abroad"}, "end", ["where"]),
        ({"where": "home"}, "when", ["where"]),
        ({"where": "home", "when": "2026-11-04"}, "end", ["where", "when"]),
        ({"when": "2026-11-05", "where": "home"}, "tasks", ["where", "when"]),
        ({"tasks": ["teaches", "marks"], "when": "2027-01-01", "where": "home"}, "ask", ["where", "when", "tasks"]),
        ({"tasks": (), "when": "2027-01-01", "where": "home"}, "end", ["where", "when", "tasks"]),
        ({"where": "not-sure", "when": "rubbish", "other-tree": "x"}, "ask", ["where"]),
    ],
)
def test_responses_lead_to_a_place(responses, node, trail):
    """Where the person stands follows from the responses alone; what is not reached does not count, fit or not."""
    position = resolve(TREE, responses, TODAY)
    assert position.node == node
    assert list(position.known) == trail
    assert [step.question.id for step in position.trail] == trail
    assert (position.question is None) is (node in TREE.outcomes)
    assert (position.outcome is None) is (node in TREE.questions)


def test_responses_are_known_in_their_canonical_form():
    """A trail shows a day as a day and options in the order of the question, however they came in."""
    position = resolve(TREE, {"where": "home", "when": "2027-01-01", "tasks": ["teaches", "marks"]}, TODAY)
    assert position.trail[2] == Step(TREE.questions["tasks"], ("marks", "teaches"))
    assert resolve(TREE, position.known, TODAY) == position


def test_a_response_that_does_not_fit_is_refused_where_it_is_reached():
    """Replay never goes on with a response that its question does not offer."""
    with pytest.raises(InvalidResponse) as caught:
        resolve(TREE, {"where": "moon"}, TODAY)
    assert caught.value.question == "where"


def test_where_no_rule_holds_it_is_the_tree_that_is_at_fault():
    """A person who would be stranded gets told which question has no way on."""
    small = tree(question("size", Kind.NUMBER, "", [go("small", NumberTest("size", most=5))]))
    with pytest.raises(ContentError) as caught:
        resolve(small, {"size": 6}, TODAY)
    (problem,) = caught.value.problems
    assert problem.place == small.questions["size"].place
    assert problem.code == "no-way-on"
    assert problem.what == 'no rule of question "size" holds for these answers, so the person would be stranded'


def test_a_circle_ends_in_an_error_and_not_in_a_hang():
    """A check that leads round in a circle stops, and says at which question it came round."""
    small = tree(
        question("a", Kind.TEXT, "", [go("b")]),
        question("b", Kind.ONE, "on back", [go("a", Among("b", frozenset({"back"}))), go("end")]),
    )
    assert resolve(small, {"a": "x", "b": "on"}, TODAY).node == "end"
    with pytest.raises(ContentError) as caught:
        resolve(small, {"a": "x", "b": "back"}, TODAY)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place) == ("cycle", small.questions["a"].place)


def test_the_fast_way_and_the_rules_agree():
    """Options whose way on depends on nothing else are looked up; the rules would have led to the same node."""
    asked = TREE.questions["where"]
    assert asked.jumps == {"home": "when", "abroad": "end", "not-sure": "ask"}
    slow = dataclasses.replace(TREE, questions={**TREE.questions, "where": dataclasses.replace(asked)})
    object.__setattr__(slow.questions["where"], "jumps", {})
    for option in asked.options:
        assert resolve(slow, {"where": option}, TODAY).node == resolve(TREE, {"where": option}, TODAY).node
