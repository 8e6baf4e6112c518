"""What is offered to begin with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.model.library import Library
from guide_tui.model.tree import Tree
from guide_tui.services.beginning import (
    Beginning,
    ago,
    beginning,
    how_much,
    length,
    progress,
    situation_words,
    tells,
)
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.services.keeping import CaseKeeper
from guide_tui.services.opening import open_library
from guide_tui.store.cases import CaseStore
from tests.services.conftest import TODAY

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def keeper(tmp_path):
    """Keeps answers in a folder of the test; it is noon on TODAY."""
    with CaseStore.open(tmp_path, lambda: NOON) as store:
        yield CaseKeeper(store)


def names(offered: Beginning) -> tuple[list[str], list[str], list[str]]:
    parts = (offered.unfinished, offered.settled, offered.checks)
    unfinished, settled, checks = ([each.tree.id for each in part] for part in parts)
    return unfinished, settled, checks


def test_at_first_there_are_only_the_checks(hall: Library, keeper: CaseKeeper) -> None:
    """Nobody has begun anything: every check is offered, in the library's order."""
    offered = beginning(hall, keeper, TODAY)
    assert names(offered) == ([], [], ["hire", "keys"])
    assert [(each.answered, each.left, each.outcome, each.at) for each in offered.checks] == [
        (0, 4, None, None),
        (0, 2, None, None),
    ]
    assert offered.situations == ()


def test_a_check_that_was_begun_comes_first(hall: Library, keeper: CaseKeeper) -> None:
    """It is no longer among the others; its answers count there too, but do not make them begun."""
    keeper.working_on("hire")
    keeper.save("event", "party")
    offered = beginning(hall, keeper, TODAY)
    assert names(offered) == (["hire"], [], ["keys"])
    (begun,) = offered.unfinished
    assert (begun.answered, begun.left, begun.at) == (1, 1, NOON)
    assert progress(begun, TODAY) == "1 answer, 1 question left · today"
    assert (offered.checks[0].answered, offered.checks[0].left) == (1, 1)


def test_the_questions_left_are_those_that_the_check_counts(hall: Library, keeper: CaseKeeper) -> None:
    """Home and the check itself say the same number."""
    keeper.working_on("hire")
    keeper.save("event", "concert")
    (begun,) = beginning(hall, keeper, TODAY).unfinished
    assert begun.left == Conversation(hall.trees["hire"], keeper, TODAY).prospect.most_questions


def test_a_check_opened_without_an_answer_is_not_begun(hall: Library, keeper: CaseKeeper) -> None:
    """To have looked at the first question is nothing to carry on with."""
    keeper.working_on("keys")
    assert names(beginning(hall, keeper, TODAY)) == ([], [], ["hire", "keys"])


def test_what_was_worked_out_is_told_latest_first(hall: Library, keeper: CaseKeeper) -> None:
    """An outcome counts for a check that was opened; the check stays among the others."""
    for question, value in {"event": "party", "guests": 30, "holder": "Jo"}.items():
        keeper.save(question, value)
    assert names(beginning(hall, keeper, TODAY)) == ([], [], ["hire", "keys"])
    keeper.working_on("hire")
    keeper.working_on("keys")
    offered = beginning(hall, keeper, TODAY)
    assert names(offered) == ([], ["keys", "hire"], ["hire", "keys"])
    assert [each.outcome.id for each in offered.settled if each.outcome] == ["listed", "free"]


def test_a_check_that_is_gone_and_answers_that_no_longer_fit_are_passed_over(hall: Library, keeper: CaseKeeper) -> None:
    """A new edition of the content costs nobody the first screen."""
    keeper.working_on("gone")
    keeper.working_on("hire")
    keeper.save("event", "no-such-event")
    assert names(beginning(hall, keeper, TODAY)) == ([], [], ["hire", "keys"])


def test_earlier_situations_are_named_by_what_was_found(hall: Library, keeper: CaseKeeper) -> None:
    """By the outcomes; else by what was begun; else by how much was told. The present one is not among them."""
    keeper.save("event", "party")
    keeper.new_situation()
    keeper.save("event", "party")
    keeper.working_on("hire")
    keeper.new_situation()
    for question, value in {"event": "party", "guests": 30, "holder": "Jo"}.items():
        keeper.save(question, value)
    keeper.working_on("keys")
    keeper.working_on("hire")
    keeper.new_situation()
    keeper.save("event", "concert")
    offered = beginning(hall, keeper, TODAY)
    assert [situation_words(each) for each in offered.situations] == [
        "Mon 1 Jun 2026: No permit needed, The key is yours for the day",
        "Mon 1 Jun 2026: May we use the hall? (not finished)",
        "Mon 1 Jun 2026: 1 answer",
    ]
    assert {each.at for each in offered.situations} == {NOON}


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "2 June 2026"),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (6, "6 days ago"),
        (7, "25 May 2026"),
        (400, "27 April 2025"),
    ],
)
def test_how_long_ago(days: int, words: str) -> None:
    """Days that are near are counted, others are dates; a clock that was ahead gives a date too."""
    assert ago(NOON - timedelta(days=days), date(2026, 6, 1)) == words


def test_what_nobody_noted_is_not_said() -> None:
    """No time, or that of a damaged file, is no words."""
    assert ago(None, TODAY) == ""
    assert ago(datetime.min.replace(tzinfo=UTC), TODAY) == ""


@pytest.mark.parametrize(("left", "words"), [(0, "no more questions"), (1, "1 question"), (8, "at most 8 questions")])
def test_how_much_in_words(left: int, words: str) -> None:
    """One question is just that."""
    assert how_much(left) == words


SHIPPED = list(open_library(builtin_root()).trees.values())


@pytest.mark.parametrize("tree", SHIPPED, ids=lambda tree: tree.id)
def test_shipped_checks_tell_in_half_a_line(tree: Tree) -> None:
    """What a check tells fits a card, without a full stop, and its length is the one that the check itself counts."""
    assert tree.tells
    assert tells(tree) == tree.tells
    assert len(tree.tells) <= 54
    assert tree.tells[-1] != "."
    assert length(tree) == Conversation(tree, MemoryKeeper(), TODAY).prospect.most_questions
