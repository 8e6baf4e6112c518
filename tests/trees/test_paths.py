"""Every path through a tree."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.model.tree import Among, Kind, Tree
from guide_tui.trees import space as space_module
from guide_tui.trees.paths import Path, count_paths, paths
from guide_tui.trees.space import Space, TooManyStates, every_condition
from tests.trees.building import TODAY, condition, go, outcome, question, somewhere, tree, tree_of


def test_answers_that_no_rule_tells_apart_share_a_path():
    """Two countries are one path where no rule reads them, and days are split at the boundary of a rule."""
    small = tree_of("""
        start: country
        questions:
          country: {ASK, kind: one, options: [england, wales, abroad], next: {abroad: elsewhere, else: day}}
          day: {ASK, kind: date, options: [not-sure], next: {not-sure: find-out, else: [
              {when: {day: {before: today, plus: 1 months}}, go: late}, {else: fine}]}}
        outcomes:
          elsewhere: {SAY}
          find-out: {SAY}
          late: {SAY}
          fine: {SAY}
        """)
    found = list(paths(Space(small, TODAY)))
    assert [(path.end, [len(values) for _, values in path.steps]) for path in found] == [
        ("late", [2, 2]),
        ("fine", [2, 3]),
        ("find-out", [2, 1]),
        ("elsewhere", [1]),
    ]
    assert found[0].steps[0] == ("country", ("england", "wales"))
    assert max(found[0].steps[1][1]) == date(2026, 12, 4)
    assert min(found[1].steps[1][1]) == date(2026, 12, 5)
    assert found[2].witness == {"country": "england", "day": "not-sure"}
    assert count_paths(Space(small, TODAY)) == 4


def test_a_person_who_would_be_stranded_is_on_a_path_without_an_end():
    """Listing paths shows also where no rule holds."""
    small = tree(question("q", Kind.ONE, "a b", [go("end", Among("q", frozenset({"a"})))]))
    assert list(paths(Space(small, TODAY))) == [Path((("q", ("a",)),), "end"), Path((("q", ("b",)),), "")]


def test_watched_conditions_split_paths():
    """In detail, answers that change only what the outcome says are told apart too."""
    seen = condition(Among("q", frozenset({"a"})))
    small = tree(question("q", Kind.ONE, "a b c", [go("end")]), outcome("end", seen))
    assert count_paths(Space(small, TODAY)) == 1
    assert [path.steps for path in paths(Space(small, TODAY, every_condition(small)))] == [
        (("q", ("a",)),),
        (("q", ("b", "c")),),
    ]


def test_a_tree_that_is_an_outcome_has_one_path_without_steps():
    """Degenerate, but not an error."""
    end = outcome("end")
    bare = Tree("tree", "A tree", "So.", (), "end", {}, {"end": end}, somewhere())
    assert list(paths(Space(bare, TODAY))) == [Path((), "end")]
    assert count_paths(Space(bare, TODAY)) == 1


def test_paths_are_counted_without_being_listed_and_listed_without_being_kept():
    """A ladder of forty rungs has a million million paths: the count is at hand at once, and so is the first."""
    yes = frozenset({"yes"})
    rungs = []
    for n in range(40):
        rungs += [
            question(f"q{n}", Kind.YES_NO, "yes no", [go(f"l{n}", Among(f"q{n}", yes)), go(f"r{n}")]),
            question(f"l{n}", Kind.TEXT, "", [go(f"q{n + 1}")]),
            question(f"r{n}", Kind.TEXT, "", [go(f"q{n + 1}")]),
        ]
    ladder = tree(*rungs, question("q40", Kind.TEXT, "", [go("end")]))
    assert count_paths(Space(ladder, TODAY)) == 2**40
    first = next(paths(Space(ladder, TODAY)))
    assert len(first.steps) == 81
    assert first.end == "end"


def test_a_tree_too_large_to_walk_says_so(monkeypatch):
    """Paths are never listed in part without a word."""
    monkeypatch.setattr(space_module, "MOST_STATES", 2)
    nodes = [question(f"q{n}", Kind.TEXT, "", [go(f"q{n + 1}" if n < 5 else "end")]) for n in range(6)]
    with pytest.raises(TooManyStates):
        count_paths(Space(tree(*nodes), TODAY))
    with pytest.raises(TooManyStates):
        list(paths(Space(tree(*nodes), TODAY)))
