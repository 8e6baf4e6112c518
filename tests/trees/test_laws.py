"""What holds of every tree and every person, tried on trees that no author would write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from guide_tui.errors import ContentError
from guide_tui.model.case import Responses, Value
from guide_tui.model.problem import Place
from guide_tui.model.tree import CHOICES, Kind, Question
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.trees.candidates import candidates
from guide_tui.trees.explain import alternatives, decided_by
from guide_tui.trees.lint import lint_tree
from guide_tui.trees.narrow import prospect, ruled_out
from guide_tui.trees.paths import count_paths, paths
from guide_tui.trees.replay import resolve
from guide_tui.trees.responses import accept
from guide_tui.trees.space import Space, TooManyStates, bottom_up
from tests.trees.building import told
from tests.trees.strategies import DAYS, Situation, accepted_sets, answers, situations, trees

law = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@law
@given(situations(), st.data())
def test_the_order_of_responses_does_not_matter(situation: Situation, data: st.DataObject):
    """Whoever answers in another order, or after other checks, stands at the same place with the same trail."""
    shuffled = dict(data.draw(st.permutations(list(situation.answers.items()))))
    one = resolve(situation.tree, situation.answers, situation.today)
    other = resolve(situation.tree, shuffled, situation.today)
    assert (one.node, list(one.known.items())) == (other.node, list(other.known.items()))


@law
@given(situations())
def test_replaying_a_trail_ends_where_the_person_stood(situation: Situation):
    """The trail alone, without answers that do not count here, says where the person stands."""
    position = resolve(situation.tree, situation.answers, situation.today)
    assert resolve(situation.tree, position.known, situation.today) == position


@law
@given(situations())
def test_narrowing_never_loses_what_is_reached(situation: Situation):
    """However few questions are answered, the outcome that will be reached is possible, and questions suffice."""
    space = Space(situation.tree, situation.today)
    end = resolve(situation.tree, situation.answers, situation.today)
    order = list(end.known)
    for length in range(len(order) + 1):
        ahead = prospect(space, {name: end.known[name] for name in order[:length]})
        assert end.node in ahead.outcomes
        assert ahead.most_questions >= len(order) - length
    assert prospect(space, end.known).outcomes == {end.node}
    assert prospect(space, end.known).most_questions == 0


@law
@given(situations(), st.data())
def test_narrowing_counts_answers_given_in_advance(situation: Situation, data: st.DataObject):
    """Whatever part of the answers is known, in whatever order, the outcome reached with all of them is possible."""
    names = data.draw(st.sets(st.sampled_from(sorted(situation.answers))))
    given_before = {name: situation.answers[name] for name in names}
    end = resolve(situation.tree, situation.answers, situation.today)
    ahead = prospect(Space(situation.tree, situation.today), given_before)
    assert end.node in ahead.outcomes
    assert ahead.most_questions >= len(end.known.keys() - names)


@law
@given(situations(most=4, most_dates=1), st.data())
def test_narrowing_is_exact_on_small_trees(situation: Situation, data: st.DataObject):
    """What is possible is what some answers reach: trying them all finds the same outcomes and the longest way."""
    names = data.draw(st.sets(st.sampled_from(sorted(situation.answers))))
    given_before = {name: situation.answers[name] for name in names}
    space = walkable(Space(situation.tree, situation.today))
    reached, most = brute_force(situation, given_before)
    ahead = prospect(space, given_before)
    assert ahead.outcomes == reached
    assert ahead.most_questions == most


@law
@given(situations(most=2, most_dates=2), st.data())
def test_narrowing_is_exact_for_days_that_depend_on_days(situation: Situation, data: st.DataObject):
    """Two days compared with each other and with today: trying days around every boundary finds no other outcome."""
    names = data.draw(st.sets(st.sampled_from(sorted(situation.answers))))
    given_before = {name: situation.answers[name] for name in names}
    space = walkable(Space(situation.tree, situation.today))
    reached, most = brute_force(situation, given_before)
    ahead = prospect(space, given_before)
    assert ahead.outcomes == reached
    assert ahead.most_questions == most


def brute_force(situation: Situation, given_before: Responses) -> tuple[set[str], int]:
    """The outcomes that any answers reach, and the most questions that are asked on the way."""
    reached: set[str] = set()
    most = 0
    pending: list[dict[str, Value]] = [dict(given_before)]
    tried = 0
    while pending:
        known = pending.pop()
        position = resolve(situation.tree, known, situation.today)
        tried += 1
        assume(tried < 20_000)
        if position.question is None:
            reached.add(position.node)
            most = max(most, len(position.known.keys() - given_before.keys()))
        else:
            name = position.node
            pending.extend({**known, name: value} for value in every_answer(position.question, known, situation))
    return reached, most


def every_answer(question: Question, known: Responses, situation: Situation) -> Iterator[Value]:
    """Every answer, or, of days, every one for some weeks and those that the engine holds for enough."""
    if question.kind is Kind.MANY:
        yield from accepted_sets(question)
        return
    yield from question.options
    if question.kind in CHOICES:
        return
    if question.kind is Kind.TEXT:
        yield "words"
    elif question.kind is Kind.NUMBER:
        least = -4 if question.least is None else question.least
        yield from range(least, (max(least, 11) if question.most is None else question.most) + 1)
    else:
        tests = [
            test
            for each in situation.tree.questions.values()
            for route in each.routes
            for test in (route.when.tests if route.when else ())
        ]
        near = {situation.today + timedelta(days=off) for off in range(-45, 46)}
        yield from near.union(candidates(question, known, tests, situation.today)) - set(question.options)


@law
@given(trees(most=6, most_dates=2), st.sampled_from(DAYS))
def test_every_path_ends_where_it_says(tree, today):
    """A path's witness reaches its outcome, and so does every other answer that the path lists."""
    space = walkable(Space(tree, today))
    assume(count_paths(space) <= 300)
    listed = list(paths(space))
    assert len(listed) == count_paths(space)
    for path in listed:
        end = resolve(tree, path.witness, today)
        assert end.node == path.end
        assert list(end.known) == [name for name, _ in path.steps]
        for name, values in path.steps:
            for value in values:
                assert accept(tree.questions[name], value) == value
                assert resolve(tree, {**path.witness, name: value}, today).node == path.end


@law
@given(situations(), st.data())
def test_changing_an_answer_and_changing_it_back_changes_nothing(situation: Situation, data: st.DataObject):
    """A person may try another answer, look where it leads, and return to where they were."""
    name = data.draw(st.sampled_from(sorted(situation.answers)))
    other = data.draw(answers(situation.tree.questions[name], situation.today))
    conversation = Conversation(situation.tree, MemoryKeeper(situation.answers), situation.today)
    position, ahead = conversation.position, conversation.prospect
    conversation.change(name, other)
    conversation.change(name, situation.answers[name])
    assert conversation.responses == situation.answers
    assert (conversation.position, conversation.prospect) == (position, ahead)


@law
@given(situations(), st.data())
def test_a_preview_changes_nothing_and_tells_the_truth(situation: Situation, data: st.DataObject):
    """What a change would do can be looked at first: nothing happens, and the change then does just that."""
    name = data.draw(st.sampled_from(sorted(situation.answers)))
    other = data.draw(answers(situation.tree.questions[name], situation.today))
    keeper = MemoryKeeper(situation.answers)
    conversation = Conversation(situation.tree, keeper, situation.today)
    before = conversation.position
    change = conversation.preview(name, other)
    assert conversation.position == before
    assert keeper.responses() == situation.answers
    assert not conversation.can_undo
    after = conversation.change(name, other)
    assert (change.before, change.after) == (before.node, after.node)
    assert {question.id for question in change.kept} <= after.known.keys()
    assert not {question.id for question in change.set_aside} & after.known.keys()


@law
@given(situations(), st.data())
def test_undo_takes_everything_back(situation: Situation, data: st.DataObject):
    """Answers, changes, steps back and restarts are taken back one by one; what changed nothing counts for none."""
    keeper = MemoryKeeper(situation.answers)
    conversation = Conversation(situation.tree, keeper, situation.today)
    earlier = []
    for _ in range(data.draw(st.integers(1, 5))):
        before = (conversation.position, keeper.responses())
        match data.draw(st.sampled_from(("change", "back", "restart"))):
            case "change":
                name = data.draw(st.sampled_from(sorted(situation.tree.questions)))
                conversation.change(name, data.draw(answers(situation.tree.questions[name], situation.today)))
            case "back":
                assume(conversation.position.known)
                conversation.back()
            case "restart":
                conversation.restart()
        if keeper.responses() != before[1]:
            earlier.append(before)
    for position, responses in reversed(earlier):
        assert conversation.undo() == position
        assert keeper.responses() == responses
    assert not conversation.can_undo


@law
@given(situations(most=8), st.data())
def test_what_would_change_it_would(situation: Situation, data: st.DataObject):
    """Whoever changes the answers named, and gives any of the further answers, ends at the outcome promised."""
    names = data.draw(st.sets(st.sampled_from(sorted(situation.answers))))
    trail = resolve(situation.tree, situation.answers, situation.today).known
    responses = {name: value for name, value in situation.answers.items() if name in trail or name in names}
    space = Space(situation.tree, situation.today)
    for alternative in alternatives(space, responses):
        changed = dict(responses)
        for change in alternative.changes:
            assert responses[change.question] == change.old
            assert change.old not in change.new
            changed[change.question] = data.draw(st.sampled_from(change.new))
        for name, values in alternative.further:
            assert name not in responses
            changed[name] = data.draw(st.sampled_from(values))
        assert alternative.changes
        assert resolve(situation.tree, changed, situation.today).node == alternative.outcome


@law
@given(situations(most=8))
def test_every_other_outcome_that_can_be_reached_has_an_alternative(situation: Situation):
    """No outcome that other answers reach is left out of what would change it, unless only "not sure" leads there."""
    space = Space(situation.tree, situation.today)
    sure = {
        path.end
        for path in _some_paths(space)
        if not any(
            option.unsure
            for name, values in path.steps
            for option in situation.tree.questions[name].options.values()
            if option.id in (values[0] if isinstance(values[0], tuple) else (values[0],))
        )
    }
    end = resolve(situation.tree, situation.answers, situation.today)
    assert sure - {end.node} <= {each.outcome for each in alternatives(space, end.known)}


def _some_paths(space: Space):
    assume(count_paths(walkable(space)) <= 2_000)
    return paths(space)


def walkable(space: Space) -> Space:
    """The space, of a tree that can be walked completely; others are passed over."""
    try:
        count_paths(space)
    except TooManyStates:
        assume(False)
    return space


@law
@given(situations(), st.data())
def test_everything_is_possible_or_ruled_out(situation: Situation, data: st.DataObject):
    """Of what could come at first, each outcome is either still possible or ruled out by an answer, never both."""
    names = data.draw(st.sets(st.sampled_from(sorted(situation.answers))))
    responses = {name: situation.answers[name] for name in names}
    space = walkable(Space(situation.tree, situation.today))
    possible = prospect(space, responses).outcomes
    gone = [each.outcome for each in ruled_out(space, responses)]
    assert len(gone) == len(set(gone))
    assert not possible & set(gone)
    assert possible | set(gone) == prospect(space, {}).outcomes
    assert all(responses[each.question] == each.value for each in ruled_out(space, responses))


@law
@given(situations(), st.data())
def test_what_did_not_decide_may_be_otherwise(situation: Situation, data: st.DataObject):
    """The answers that decided are on the trail, in its order; any other answer of it may change to the same end."""
    space = Space(situation.tree, situation.today)
    end = resolve(situation.tree, situation.answers, situation.today)
    decided = decided_by(space, situation.answers)
    assert list(decided) == [name for name in end.known if name in decided]
    for name in end.known.keys() - set(decided):
        other = data.draw(answers(situation.tree.questions[name], situation.today))
        assert resolve(situation.tree, {**situation.answers, name: other}, situation.today).node == end.node


@law
@given(situations(total=False))
def test_lint_finds_every_place_where_a_person_could_be_stranded(situation: Situation):
    """In a tree without problems replay always finds a way on; where it does not, lint has told so with a witness."""
    problems = {problem.place: problem for problem in lint_tree(situation.tree, situation.today)}
    stranding = [problem for problem in problems.values() if problem.code == "no-way-on"]
    for problem in stranding:
        with pytest.raises(ContentError) as caught:
            resolve(situation.tree, told(situation.tree, problem.witness), situation.today)
        assert caught.value.problems[0].place == problem.place
    assert _stranded_at(situation) in {None, *(problem.place for problem in stranding)}


def _stranded_at(situation: Situation) -> Place | None:
    try:
        resolve(situation.tree, situation.answers, situation.today)
    except ContentError as error:
        return error.problems[0].place
    return None


@law
@given(situations(most=6, most_dates=2))
def test_what_lint_calls_impossible_never_happens(situation: Situation):
    """A node that lint calls contradictory or unreachable is on nobody's way."""
    dead_codes = ("unreachable", "contradiction")
    dead = {problem.place for problem in lint_tree(situation.tree, situation.today) if problem.code in dead_codes}
    position = resolve(situation.tree, situation.answers, situation.today)
    passed = [situation.tree.questions[name].place for name in position.known]
    assert position.outcome is not None
    assert not dead & {*passed, position.outcome.place}
    assert position.node in bottom_up(situation.tree)
