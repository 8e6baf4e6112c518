"""Findings about content."""

from __future__ import annotations

from guide_tui.errors import ContentError, UnknownName
from guide_tui.model.problem import Place, Problem

PLACE = Place("decision_trees/a.yaml", 14, 9)


def test_a_problem_reads_as_place_fault_and_remedy():
    """An editor can jump to the place, and a person can act on the rest."""
    problem = Problem(PLACE, "unknown-target", "it leads nowhere", "Lead it somewhere.")
    assert str(problem) == "decision_trees/a.yaml:14:9: it leads nowhere. Lead it somewhere."
    assert str(Problem(PLACE, "x", "it is odd")) == "decision_trees/a.yaml:14:9: it is odd."


def test_places_are_ordered_as_a_person_reads():
    """By file, then by line as a number, then by column."""
    places = [Place("b.yaml", 1), Place("a.yaml", 10), Place("a.yaml", 9, 5), Place("a.yaml", 9, 2)]
    assert sorted(places) == list(reversed(places))


def test_an_error_about_content_holds_every_problem():
    """Whoever needs sound content gets all that is wrong at once."""
    problems = [Problem(PLACE, "x", "one"), Problem(PLACE, "x", "two")]
    assert ContentError(problems).problems == tuple(problems)
    assert str(ContentError(problems)).split("\n") == [str(problem) for problem in problems]


def test_an_unknown_name_suggests_names_that_exist():
    """A typo is answered with what could have been meant."""
    assert str(UnknownName("tree", "polcies", ["policies"])) == (
        'There is no tree called "polcies". Did you mean "policies"?'
    )
    assert str(UnknownName("tree", "x")) == 'There is no tree called "x".'
