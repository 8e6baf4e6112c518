"""A conversation whose answers are kept in a store."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from guide_tui.services.check import Conversation
from guide_tui.services.keeping import CaseKeeper
from guide_tui.services.report import report_on
from guide_tui.store.cases import CaseStore


@pytest.fixture
def store(tmp_path):
    """An open store in a folder of the test."""
    with CaseStore.open(tmp_path, lambda: datetime(2026, 6, 1, 12, tzinfo=UTC)) as opened:
        yield opened


def test_answers_are_there_for_whoever_comes_next(store, hall) -> None:
    """A second conversation starts where the first one stopped, in another check too."""
    Conversation(hall.trees["hire"], CaseKeeper(store), date(2026, 6, 1)).answer("party")
    assert Conversation(hall.trees["hire"], CaseKeeper(store), date(2026, 6, 1)).position.node == "guests"
    assert Conversation(hall.trees["keys"], CaseKeeper(store), date(2026, 6, 1)).position.node == "holder"


def test_every_kind_of_answer_comes_back_as_it_was(store) -> None:
    """Options, several options, days, numbers and words are kept as what they are."""
    keeper = CaseKeeper(store)
    told = {"event": "party", "helpers": ("doors", "stage"), "first-day": date(2026, 9, 4), "guests": 30, "none": ()}
    for question, value in told.items():
        keeper.save(question, value)
    assert CaseKeeper(store).responses() == told
    keeper.forget("guests")
    keeper.forget("never-told")
    assert "guests" not in CaseKeeper(store).responses()


def test_new_situation_starts_empty(store) -> None:
    """Another situation begins with no answers."""
    keeper = CaseKeeper(store)
    keeper.save("event", "party")
    keeper.new_situation()
    assert keeper.responses() == {}
    assert CaseKeeper(store).responses() == {}
    keeper.save("event", "market")
    assert CaseKeeper(store).responses() == {"event": "market"}


def test_checks_worked_on_are_offered_latest_first(store) -> None:
    """The person finds what they were at."""
    keeper = CaseKeeper(store)
    for tree in ("hire", "keys", "hire"):
        keeper.working_on(tree)
    assert keeper.worked_on() == ("hire", "keys")
    assert keeper.notice == ""


def test_earlier_situations_can_be_gone_back_to(store) -> None:
    """Another case is offered with what was worked on in it; back in it, its answers count again."""
    keeper = CaseKeeper(store)
    keeper.save("event", "party")
    keeper.working_on("hire")
    first = keeper.situation
    assert keeper.others(5) == ()
    keeper.new_situation()
    (other,) = keeper.others(5)
    assert (other.id, other.responses) == (first, {"event": "party"})
    assert [visit.tree for visit in keeper.visits_of(other.id)] == ["hire"]
    assert keeper.visits() == ()
    keeper.resume(first)
    assert keeper.responses() == {"event": "party"}
    assert [visit.tree for visit in keeper.visits()] == ["hire"]


def test_a_new_situation_can_be_taken_back(store) -> None:
    """The answers of before are there again, and a situation without an answer leaves nothing behind."""
    keeper = CaseKeeper(store)
    keeper.save("event", "party")
    assert not keeper.can_go_back
    keeper.new_situation()
    assert keeper.former_situation()
    assert keeper.responses() == {"event": "party"}
    assert len(store.cases()) == 1
    assert not keeper.can_go_back
    assert not keeper.former_situation()


def test_answers_of_a_situation_that_is_left_again_stay(store) -> None:
    """Going back loses nothing that was answered since."""
    keeper = CaseKeeper(store)
    keeper.new_situation()
    keeper.save("event", "market")
    keeper.former_situation()
    assert [case.responses for case in store.cases() if case.responses] == [{"event": "market"}]


def test_a_former_situation_that_is_gone_is_passed_over(store) -> None:
    """Another window may have removed it; then the one before it comes back, or none does."""
    keeper = CaseKeeper(store)
    keeper.save("event", "party")
    keeper.new_situation()
    between = keeper.situation
    keeper.new_situation()
    store.remove_case(between)
    assert keeper.former_situation()
    assert keeper.responses() == {"event": "party"}


def test_every_situation_has_its_own_journal(store) -> None:
    """Undo in one situation takes nothing back in another, and is there again when one comes back to it."""
    keeper = CaseKeeper(store)
    keeper.journal.note("hire", {}, {"event": "party"})
    keeper.new_situation()
    assert not keeper.journal.can_undo("hire", {"event": "party"})
    keeper.former_situation()
    assert keeper.journal.can_undo("hire", {"event": "party"})


def test_ticks_stay_until_they_are_taken_away(store, hall) -> None:
    """A tick outlives the program and other answers; it belongs to one outcome of one case."""
    told = {"event": "market", "first-day": date(2026, 9, 4)}
    keeper = CaseKeeper(store)
    for question, value in told.items():
        keeper.save(question, value)
    talk = Conversation(hall.trees["hire"], keeper, date(2026, 6, 1))
    first, second = (task.key for task in report_on(hall, talk).tasks[:2])
    talk.tick(first, done=True)
    talk.tick(second, done=True)
    talk.tick(second, done=False)
    talk.restart()
    assert talk.ticked == frozenset()
    talk.undo()
    again = Conversation(hall.trees["hire"], CaseKeeper(store), date(2026, 6, 1))
    assert again.ticked == {first}
    assert [task.done for task in report_on(hall, again).tasks] == [True, False, False]
    keeper.new_situation()
    for question, value in told.items():
        keeper.save(question, value)
    assert Conversation(hall.trees["hire"], keeper, date(2026, 6, 1)).ticked == frozenset()


def test_the_place_of_the_answers_can_be_told(store) -> None:
    """The person can find, back up or delete what was kept about them."""
    assert CaseKeeper(store).place == f"Your answers are kept on this computer only, in {store.path}."
    assert store.path.is_file()
