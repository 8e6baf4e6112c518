"""What is still possible."""

from __future__ import annotations

import pytest

from guide_tui.model.tree import Among, Kind
from guide_tui.trees import space as space_module
from guide_tui.trees.narrow import Prospect, RuledOut, prospect, ruled_out
from guide_tui.trees.space import Space
from tests.trees.building import TODAY, go, question, tree, tree_of

TREE = tree_of("""
    start: who
    questions:
      who: {ASK, kind: one, options: [nobody, centres, others], next: {nobody: nothing, else: marking}}
      marking:
        {ASK, kind: one, options: [own, one-for-all], next: {own: size, one-for-all: [
          {when: {who: others}, go: refused}, {else: formal}]}}
      size: {ASK, kind: number, next: [{when: {size: {at-least: 2}}, go: informal}, {else: nothing}]}
    outcomes:
      nothing: {SAY}
      informal: {SAY}
      formal: {SAY}
      refused: {SAY}
    """)


@pytest.mark.parametrize(
    ("responses", "outcomes", "most"),
    [
        ({}, {"nothing", "informal", "formal", "refused"}, 3),
        ({"who": "nobody"}, {"nothing"}, 0),
        ({"who": "centres"}, {"nothing", "informal", "formal"}, 2),
        ({"who": "others"}, {"nothing", "informal", "refused"}, 2),
        ({"who": "others", "marking": "own"}, {"nothing", "informal"}, 1),
        ({"who": "others", "marking": "one-for-all"}, {"refused"}, 0),
        ({"marking": "one-for-all"}, {"nothing", "formal", "refused"}, 1),
        ({"size": 1}, {"nothing", "formal", "refused"}, 2),
        ({"who": "centres", "size": 3}, {"informal", "formal"}, 1),
    ],
)
def test_every_answer_narrows_what_is_possible(responses, outcomes, most):
    """Answers across questions count, and so do answers given before their question comes."""
    assert prospect(Space(TREE, TODAY), responses) == Prospect(frozenset(outcomes), most)


def test_each_outcome_ruled_out_names_the_answer_that_settled_it():
    """The person sees which answer closed which door, in the order of the outcomes."""
    space = Space(TREE, TODAY)
    assert ruled_out(space, {}) == ()
    assert ruled_out(space, {"who": "others", "marking": "one-for-all"}) == (
        RuledOut("nothing", "marking", "one-for-all"),
        RuledOut("informal", "marking", "one-for-all"),
        RuledOut("formal", "who", "others"),
    )


def test_an_answer_given_in_advance_rules_out_too():
    """What was told in another check closes doors here, before its question is reached."""
    assert ruled_out(Space(TREE, TODAY), {"who": "centres", "size": 1}) == (
        RuledOut("informal", "size", 1),
        RuledOut("refused", "who", "centres"),
    )


def test_an_outcome_that_rules_contradict_is_never_possible():
    """A linked outcome whose ways contradict each other is not shown as possible."""
    is_a = Among("q", frozenset({"a"}))
    small = tree(
        question("q", Kind.ONE, "a b", [go("p", is_a), go("end")]),
        question("p", Kind.TEXT, "", [go("never", Among("q", frozenset({"b"}))), go("end")]),
    )
    assert prospect(Space(small, TODAY), {}).outcomes == {"end"}


def test_of_a_tree_too_large_to_walk_nothing_possible_is_lost(monkeypatch):
    """Where the walk is given up, the links tell: perhaps too much is possible, never too little."""
    monkeypatch.setattr(space_module, "MOST_STATES", 2)
    space = Space(TREE, TODAY)
    assert prospect(space, {}) == Prospect(frozenset(TREE.outcomes), 3)
    assert prospect(space, {"who": "centres"}) == Prospect(frozenset(TREE.outcomes), 2)
    assert prospect(space, {"who": "others", "marking": "own"}) == Prospect(frozenset({"nothing", "informal"}), 1)
    assert ruled_out(space, {"who": "centres", "marking": "own"}) == ()
