"""What a person is doing in a check, without a screen."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.model.library import Library
from guide_tui.search.index import Index
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.services.report import report_on
from guide_tui.tui.turn import Reply, Turn
from tests.tui.stage import TODAY

LESSON = {"event": "lesson", "approved": "no", "coach": "Jo", "first-day": date(2027, 9, 6)}


@pytest.fixture
def turn(pool: tuple[Library, Index]) -> Turn:
    """A turn in the check of the pool, at its first question; changes have no effects elsewhere."""
    return turn_after(pool[0], {})


def turn_after(library: Library, told: dict) -> Turn:
    """A turn in that check after some answers."""
    return Turn(Conversation(library.trees["swim"], MemoryKeeper(told), TODAY), lambda tree, change: [])


def test_words_answer_or_ask_back(turn: Turn):
    """Words that mean an answer give it; others ask back, name what may be meant, and move nothing."""
    assert not turn.say("zebra").moved
    assert turn.say("a swimming lesson") == Reply("")
    assert turn.conversation.responses == {"event": "lesson"}


def test_a_change_is_proposed_then_decided(pool: tuple[Library, Index]):
    """A change that touches other answers waits to be decided; unclear words decide nothing."""
    turn = turn_after(pool[0], LESSON)
    turn.start_changing("event")
    assert turn.pick("party") == Reply("Nothing is changed yet.")
    assert not turn.say("hmm").moved
    assert turn.conversation.responses == LESSON
    assert turn.say("yes").said == "Changed. Plan: A party in the water. F8 undoes it."
    assert turn.conversation.responses["event"] == "party"
    assert turn.changing is turn.proposed is None


def test_a_way_with_options_is_proposed(pool: tuple[Library, Index]):
    """What was tried is proposed as it is; answers to further questions are not made up."""
    turn = turn_after(pool[0], {"event": "party", "guests": 20})
    way = next(
        way for way in report_on(pool[0], turn.conversation).other_ways if way.exact and way.outcome == "unwatched"
    )
    turn.take_way(way)
    assert turn.proposed is not None
    turn.decide(yes=True)
    assert turn.conversation.responses == {"event": "race", "guests": 20}
    assert turn.conversation.position.node == "judges"


def test_a_way_with_a_number_asks_for_it(pool: tuple[Library, Index]):
    """A number that stands for many is not taken over: the question is asked again, saying what would lead there."""
    turn = turn_after(pool[0], {"event": "party", "guests": 20})
    way = next(way for way in report_on(pool[0], turn.conversation).other_ways if way.outcome == "too-many")
    reply = turn.take_way(way)
    assert (turn.proposed, turn.changing and turn.changing.id) == (None, "guests")
    assert reply.said.startswith("To get there, People: a number such as ")
    assert turn.conversation.responses["guests"] == 20


def test_several_answers_change_as_one(pool: tuple[Library, Index]):
    """Several new answers are proposed together, made together, and undone together."""
    turn = turn_after(pool[0], LESSON)
    turn.propose({"event": "race", "coach": "Kim"})
    assert turn.proposed is not None
    assert [question.id for question, _ in turn.proposed.answers] == ["event", "coach"]
    turn.decide(yes=True)
    assert (turn.conversation.responses["event"], turn.conversation.responses["coach"]) == ("race", "Kim")
    turn.undo()
    assert turn.conversation.responses == LESSON
