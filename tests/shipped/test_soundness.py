"""What holds for everything that we ship."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.model.tree import Kind, Tone
from guide_tui.services.linting import lint_library
from guide_tui.services.opening import open_library
from guide_tui.trees.conditions import holds
from guide_tui.trees.paths import paths
from guide_tui.trees.space import Space

TODAY = date(2026, 6, 1)
LONGEST_VERDICT = 110
TREES = sorted(open_library(builtin_root()).trees)


def test_lint_finds_nothing() -> None:
    """What authors are held to holds for what is shipped."""
    assert [str(problem) for problem in lint_library(builtin_root(), TODAY)] == []


@pytest.mark.parametrize("name", TREES)
def test_every_question_can_be_left_open(name, shipped) -> None:
    """Nobody is forced to guess: every question about the person's situation accepts "not sure"."""
    asked = shipped.trees[name].questions.values()
    closed = [
        each.id for each in asked if each.kind is not Kind.TEXT and not any(o.unsure for o in each.options.values())
    ]
    assert closed == []


@pytest.mark.parametrize("name", TREES)
def test_every_outcome_can_be_acted_on(name, shipped) -> None:
    """A verdict is one line of words, and something to do or somebody to ask comes with it."""
    for outcome in shipped.trees[name].outcomes.values():
        assert 0 < len(outcome.verdict) <= LONGEST_VERDICT, outcome.verdict
        assert "\n" not in outcome.verdict
        assert outcome.tone in Tone
        assert outcome.actions or outcome.contacts, outcome.id
        assert outcome.cite, outcome.id


@pytest.mark.parametrize("name", TREES)
def test_open_verdict_names_who_can_settle_it(name, shipped) -> None:
    """Where the guide does not settle something, Pearson Support is named as the contact."""
    for outcome in shipped.trees[name].outcomes.values():
        if outcome.tone is Tone.UNCLEAR:
            assert "pearson-support" in outcome.contacts, outcome.id


@pytest.mark.parametrize("name", TREES)
def test_missing_fact_is_named(name, shipped) -> None:
    """Who is told that a fact is missing is also told which, for every answer left open on the way."""
    tree = shipped.trees[name]
    unnamed = set()
    for path in paths(Space(tree, TODAY)):
        if path.end != "find-out":
            continue
        notes = [note for note in tree.outcomes[path.end].notes if note.tone and holds(note.when, path.witness, TODAY)]
        read = {test.question for note in notes if note.when for test in note.when.tests}
        for question, value in path.witness.items():
            chosen = value if isinstance(value, tuple) else (value,)
            options = tree.questions[question].options
            if any(each in options and options[each].unsure for each in chosen) and question not in read:
                unnamed.add(question)
    assert unnamed == set()


def test_every_citation_opens_a_section_of_the_guide(shipped) -> None:
    """Whoever follows a reference arrives at our digest of that very section."""
    cited = {citation for source in _citing(shipped) for citation in source.cite}
    assert {str(citation) for citation in cited if shipped.section(citation) is None} == set()


def test_every_statement_cites(shipped) -> None:
    """Nothing is shipped that does not say where it comes from."""
    lacking = [each for each in _citing(shipped, options=False) if not each.cite]
    assert lacking == []


def _citing(library, *, options: bool = True) -> list:
    """Everything in the library that cites."""
    found = [*library.faq.values(), *library.terms.values(), *library.facts.values(), *library.about.contacts.values()]
    for tree in library.trees.values():
        for question in tree.questions.values():
            found += [question, *(question.options.values() if options else ())]
        for outcome in tree.outcomes.values():
            found += [outcome, *outcome.parts]
    return found
