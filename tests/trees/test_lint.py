"""Faults of a tree that show only when it is walked."""

from __future__ import annotations

import pytest

from guide_tui.errors import ContentError
from guide_tui.model.problem import Problem, Severity
from guide_tui.model.tree import Among, Chosen, Kind, NumberTest
from guide_tui.trees import lint as lint_module
from guide_tui.trees import space as space_module
from guide_tui.trees.lint import find_circle, lint_tree
from guide_tui.trees.replay import resolve
from tests.trees.building import HEAD, TODAY, go, question, told, tree, tree_of


def found_in(text: str) -> tuple[Problem, ...]:
    return lint_tree(tree_of(text), TODAY)


def line(problem: Problem) -> int:
    """Counted in the YAML of the test, the line after the quotes being 2."""
    return problem.place.line - HEAD


SOUND = """
    start: who
    questions:
      who: {ASK, kind: one, options: [nobody, centres], next: {nobody: end, else: size}}
      size: {ASK, kind: number, next: [{when: {size: {at-least: 2}}, go: end}, {else: small}]}
    outcomes:
      end: {SAY}
      small: {SAY}
    """


def test_a_sound_tree_has_no_problems():
    """Where every answer leads on and everything is cited, lint is silent."""
    assert found_in(SOUND) == ()
    assert find_circle(tree_of(SOUND)) == ()


def test_a_circle_is_told_with_its_questions_and_the_way_into_it():
    """The place is the link that closes the circle, and the witness leads to its first question."""
    text = """
        start: who
        questions:
          who: {ASK, kind: one, options: [nobody, centres], next: {nobody: end, else: size}}
          size: {ASK, kind: yes-no, next: {yes: place, no: end}}
          place: {ASK, kind: one, options: [here, there], next: {here: end,
            there: size}}
        outcomes:
          end: {SAY}
        """
    (problem,) = found_in(text)
    assert problem == Problem(
        problem.place,
        "cycle",
        'the questions "size" → "place" → "size" lead round in a circle, so the check would never end',
        "Lead one of them to a question that comes later, or to an outcome.",
        Severity.ERROR,
        (("who", "centres"),),
    )
    assert line(problem) == 7
    tree = tree_of(text)
    assert find_circle(tree) == ("size", "place", "size")
    assert resolve(tree, told(tree, problem.witness), TODAY).node == "size"


@pytest.mark.parametrize(
    ("kind", "options", "witness"),
    [(Kind.TEXT, "", "…"), (Kind.NUMBER, "", "3"), (Kind.DATE, "", "2026-11-05"), (Kind.MANY, "a", "none of them")],
)
def test_the_way_into_a_circle_may_ask_for_more_than_options(kind, options, witness):
    """The witness leads through questions for words, numbers, days and several options as well."""
    small = tree(
        question("q", kind, options, [go("end", NumberTest("q", most=2)), go("a")]),
        question("a", Kind.TEXT, "", [go("b")]),
        question("b", Kind.TEXT, "", [go("a")]),
    )
    (problem,) = [each for each in lint_tree(small, TODAY) if each.code == "cycle"]
    assert problem.witness == (("q", witness),)
    assert resolve(small, told(small, problem.witness), TODAY).node == "a"


def test_a_long_circle_is_abbreviated():
    """Of many questions the first and the last are named."""
    nodes = [question(f"q{n}", Kind.TEXT, "", [go(f"q{(n + 1) % 9}")]) for n in range(9)]
    (problem,) = lint_tree(tree(*nodes), TODAY)
    assert problem.what == (
        'the questions "q0" → "q1" → "q2" → … → "q8" → "q0" lead round in a circle, so the check would never end'
    )
    assert problem.witness == ()


def test_a_question_that_leads_to_itself_is_a_circle():
    """The smallest circle has one question."""
    small = tree(question("q", Kind.YES_NO, "yes no", [go("q", Among("q", frozenset({"yes"}))), go("end")]))
    (problem,) = lint_tree(small, TODAY)
    assert 'the questions "q" → "q" lead round' in problem.what


def test_nodes_that_nothing_leads_to_are_told():
    """A question and an outcome off every way are named where they stand."""
    found = found_in("""
        start: who
        questions:
          who: {ASK, kind: one, options: [nobody], next: end}
          island: {ASK, kind: yes-no, next: end}
        outcomes:
          end: {SAY}
          lost: {SAY}
        """)
    assert [(line(problem), problem.code, problem.what, problem.severity) for problem in found] == [
        (5, "unreachable", 'no answer leads to question "island", so nobody will ever see it', Severity.WARNING),
        (8, "unreachable", 'no answer leads to outcome "lost", so nobody will ever see it', Severity.WARNING),
    ]
    assert {problem.remedy for problem in found} == {"Lead to it from a next:, or remove it."}
    assert {problem.witness for problem in found} == {()}


def test_what_rests_on_nothing_is_told():
    """Every question and every outcome must cite something."""
    found = found_in("""
        start: who
        questions:
          who: {ask: Who?, short: Who, why: So., kind: yes-no, next: end}
        outcomes:
          end: {verdict: So., tone: fine, says: So.}
        """)
    assert [(line(problem), problem.what) for problem in found] == [
        (4, 'question "who" cites nothing, so the reader cannot see what it rests on'),
        (6, 'outcome "end" cites nothing, so the reader cannot see what it rests on'),
    ]
    assert {(problem.code, problem.severity, problem.remedy) for problem in found} == {
        (
            "missing-citation",
            Severity.WARNING,
            "Add cite: with a section of a source, such as source-id/section-id.",
        )
    }


def test_answers_without_a_way_on_are_told_with_the_way_there():
    """Rules that cover one country only strand a person from another; the witness leads right there."""
    text = """
        start: country
        questions:
          country: {ASK, kind: one, options: [england, wales], next: day}
          day: {ASK, kind: date, next: [
              {when: {country: england}, go: end},
              {when: {day: {before: today, plus: 6 weeks}}, go: late}]}
        outcomes:
          end: {SAY}
          late: {SAY}
        """
    (problem,) = found_in(text)
    assert problem == Problem(
        problem.place,
        "no-way-on",
        'question "day" has no way on for the answer 2026-12-17, so the person would be stranded',
        "Name the answer in next:, or end next: with else.",
        Severity.ERROR,
        (("country", "wales"), ("day", "2026-12-17")),
    )
    assert line(problem) == 5
    tree = tree_of(text)
    with pytest.raises(ContentError) as caught:
        resolve(tree, told(tree, problem.witness), TODAY)
    assert caught.value.problems[0].place == problem.place


def test_choosing_nothing_is_an_answer_too():
    """Where none of the options need be chosen, choosing none must lead on."""
    small = tree(question("tasks", Kind.MANY, "a", [go("end", Chosen("tasks", frozenset({"a"}), "any-of"))]))
    (problem,) = lint_tree(small, TODAY)
    assert problem.what == (
        'question "tasks" has no way on for the answer none of them, so the person would be stranded'
    )
    assert told(small, problem.witness) == {"tasks": ()}


NEVER = "because its condition cannot hold there or earlier rules take every answer"


def test_contradictions_across_questions_are_told():
    """A way that earlier answers have closed, the node behind it, and a note that can never be shown."""
    found = found_in("""
        start: who
        questions:
          who: {ASK, kind: one, options: [nobody, centres, others], next: {nobody: end, else: size}}
          size: {ASK, kind: yes-no, next: [
              {when: {who: nobody}, go: never},
              {when: {size: "yes"}, go: end},
              {when: {who: [centres, others]}, go: small},
              {else: end}]}
        outcomes:
          end: {SAY}
          small: {SAY, notes: [
              {say: So., when: {size: "no"}},
              {say: So., when: {size: "yes"}}]}
          never: {SAY}
        """)
    assert [(line(problem), problem.code, problem.what) for problem in found] == [
        (6, "contradiction", f'this way on from question "size" to "never" is never taken, {NEVER}'),
        (9, "contradiction", f'this way on from question "size" to "end" is never taken, {NEVER}'),
        (14, "contradiction", f'this part of outcome "small" is never shown, {NEVER}'),
        (
            15,
            "contradiction",
            'outcome "never" is linked, but the conditions on every way to it contradict each other, '
            "so nobody will ever see it",
        ),
    ]
    assert {problem.severity for problem in found} == {Severity.WARNING}
    assert [problem.remedy for problem in found] == [
        "Correct the condition, or remove it.",
        "Correct the condition, or remove it.",
        "Correct the condition, or remove it.",
        "Compare the conditions on the ways that lead here.",
    ]


def test_days_can_contradict_each_other():
    """If recruiting comes before teaching, and teaching before today, recruiting is not after today."""
    (problem,) = found_in("""
        start: teaching
        questions:
          teaching: {ASK, kind: date, next: [{when: {teaching: {before: today}}, go: recruiting}, {else: end}]}
          recruiting: {ASK, kind: date, next: [
              {when: {recruiting: {on-or-after: teaching}}, go: end},
              {when: {recruiting: {after: today}}, go: early},
              {else: early}]}
        outcomes:
          end: {SAY}
          early: {SAY}
        """)
    assert line(problem) == 7
    assert problem.what == f'this way on from question "recruiting" to "early" is never taken, {NEVER}'


def test_a_part_that_several_outcomes_include_need_be_shown_by_one_only():
    """A shared note is idle only if it is idle everywhere."""
    text = """
        start: who
        questions:
          who: {ASK, kind: one, options: [a, b, c], next: {a: one, b: other, c: third}}
        parts:
          both:
            notes: [{say: So., when: {who: WHO}}]
        outcomes:
          one: {SAY}
          other: {SAY, include: [both]}
          third: {SAY, include: [both]}
        """
    assert found_in(text.replace("WHO", "c")) == ()
    (problem,) = found_in(text.replace("WHO", "a"))
    assert (line(problem), problem.code) == (7, "contradiction")
    assert problem.what == f'this part of outcome "other" is never shown, {NEVER}'


def test_a_tree_too_large_is_told_with_what_was_found_so_far(monkeypatch):
    """Where the walk is given up, that is a finding itself, and what needs no walk is still told."""
    monkeypatch.setattr(space_module, "MOST_STATES", 1)
    small = tree_of(SOUND.replace("small: {SAY}", "small: {SAY}\n      lost: {SAY}"))
    large, lost = lint_tree(small, TODAY)
    assert large == Problem(
        small.place,
        "too-large",
        'tree "tree" combines so many answers that it cannot be walked completely, so faults may remain unseen',
        "Split it, or let fewer rules read earlier answers.",
        Severity.WARNING,
    )
    assert lost.code == "unreachable"


def test_conditions_that_take_too_long_together_are_not_all_walked(monkeypatch):
    """Each condition is cheap and there may be thousands; where they are given up, that is told."""
    noted = tree_of(SOUND.replace("small: {SAY}", "small: {SAY, notes: [{say: So., when: {who: centres}}]}"))
    assert "too-large" not in {problem.code for problem in lint_tree(noted, TODAY)}
    monkeypatch.setattr(lint_module, "MOST_STEPS", 1)
    assert "too-large" in {problem.code for problem in lint_tree(noted, TODAY)}
