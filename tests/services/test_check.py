"""Walking a check: answers, changes and their preview, back, undo, restart."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.errors import InvalidResponse
from guide_tui.services.check import Conversation, MemoryKeeper, fitting
from guide_tui.services.journal import Journal

CONCERT = {"event": "concert", "helpers": ("doors",), "licence": "no", "first-day": date(2026, 9, 4)}


def names(questions) -> list[str]:
    return [question.id for question in questions]


def test_answers_lead_from_question_to_outcome(converse) -> None:
    """Every answer leads to the next question, until an outcome is reached."""
    talk = converse()
    asked = []
    for value in ("concert", ["doors", "kitchen"], "no", "2026-09-04"):
        asked.append(talk.position.node)
        talk.answer(value)
    assert asked == ["event", "helpers", "licence", "first-day"]
    assert talk.position.outcome.id == "permit"
    assert talk.responses == {**CONCERT, "helpers": ("doors", "kitchen")}


def test_every_answer_is_kept_at_once(hall) -> None:
    """What has been answered survives whatever happens next."""
    keeper = MemoryKeeper()
    Conversation(hall.trees["hire"], keeper, date(2026, 6, 1)).answer("party")
    assert keeper.responses() == {"event": "party"}


def test_answer_that_does_not_fit_changes_nothing(converse) -> None:
    """A wrong value is refused, is not kept, and cannot be undone because nothing was done."""
    talk = converse()
    with pytest.raises(InvalidResponse):
        talk.answer("zebra")
    assert (talk.position.node, talk.responses, talk.can_undo) == ("event", {}, False)


def test_nothing_more_is_answered_at_an_outcome(converse) -> None:
    """An answer without a question is ignored."""
    talk = converse(CONCERT)
    assert talk.answer("party").outcome.id == "permit"
    assert talk.responses == CONCERT


def test_answer_told_in_another_check_is_not_asked_again(converse, hall) -> None:
    """A conversation begins where the answers of the case lead, and says which it knew."""
    talk = converse({"event": "party", "holder": "Ann"})
    assert talk.position.node == "guests"
    assert talk.told_before == {"event"}


def test_prospect_narrows_with_every_answer(converse) -> None:
    """What can still come shrinks, and each outcome that is gone names the answer that ruled it out."""
    talk = converse()
    assert talk.prospect.most_questions == 4
    talk.answer("concert")
    assert talk.prospect.outcomes == {"permit", "unwatched"}
    assert {(gone.outcome, gone.question) for gone in talk.ruled_out} == {
        ("free", "event"),
        ("too-many", "event"),
        ("find-out", "event"),
    }


def test_preview_tells_what_is_kept_set_aside_and_asked(converse) -> None:
    """Before an answer is changed the person sees what becomes of the others."""
    talk = converse(CONCERT)
    change = talk.preview("event", "market")
    assert (change.old, change.new) == ("concert", "market")
    assert names(change.kept) == ["first-day"]
    assert names(change.set_aside) == ["helpers", "licence"]
    assert names(change.asked_again) == []
    assert (change.before, change.after, change.harmless) == ("permit", "permit", False)
    change = talk.preview("event", "party")
    assert names(change.kept) == []
    assert names(change.set_aside) == ["helpers", "licence", "first-day"]
    assert names(change.asked_again) == ["guests"]
    assert change.most_questions == 1


def test_preview_changes_nothing(converse) -> None:
    """Looking at a change is not making it."""
    talk = converse(CONCERT)
    talk.preview("event", "party")
    assert (talk.responses, talk.can_undo) == (CONCERT, False)


def test_change_without_consequence_is_harmless(converse) -> None:
    """Another answer that touches no other and ends alike needs no question back."""
    assert converse(CONCERT).preview("licence", "yes").harmless


def test_answers_set_aside_apply_again_when_the_way_comes_back(converse) -> None:
    """A change of mind costs no answer."""
    talk = converse(CONCERT)
    talk.change("event", "party")
    assert talk.position.node == "guests"
    talk.change("event", "concert")
    assert talk.position.outcome.id == "permit"
    assert list(talk.position.known) == ["event", "helpers", "licence", "first-day"]


def test_back_asks_the_last_question_again_with_its_answer(converse) -> None:
    """Going back takes one answer away and offers it again, until another is given."""
    talk = converse(CONCERT)
    assert talk.back().node == "first-day"
    assert talk.remembered == {"first-day": date(2026, 9, 4)}
    assert talk.back().node == "licence"
    talk.answer("yes")
    assert "licence" not in talk.remembered
    assert "first-day" in talk.remembered


def test_back_at_the_beginning_does_nothing(converse) -> None:
    """There is nothing before the first question."""
    talk = converse()
    assert talk.back().node == "event"
    assert not talk.can_undo


def test_restart_drops_the_answers_of_this_check_only(hall) -> None:
    """Beginning again leaves alone what was told in other checks."""
    keeper = MemoryKeeper({**CONCERT, "holder": "Ann"})
    talk = Conversation(hall.trees["hire"], keeper, date(2026, 6, 1))
    assert talk.restart().node == "event"
    assert keeper.responses() == {"holder": "Ann"}
    assert talk.told_before == frozenset()
    assert talk.undo().outcome.id == "permit"
    assert keeper.responses() == {**CONCERT, "holder": "Ann"}


def test_undo_without_anything_done_does_nothing(converse) -> None:
    """Undo is always safe."""
    assert converse(CONCERT).undo().outcome.id == "permit"


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("change"), st.sampled_from(["party", "concert", "market", "not-sure"])),
        st.tuples(st.just("answer"), st.sampled_from(["yes", "no", "doors", "nobody", "not-sure", "2026-09-04", "30"])),
        st.tuples(st.sampled_from(["back", "restart"]), st.none()),
    ),
    max_size=8,
)


@given(steps=STEPS)
def test_undo_takes_everything_back_step_by_step(steps, hall) -> None:
    """However one got somewhere, undo leads back through every other state, and the keeper agrees with each."""
    keeper = MemoryKeeper({"holder": "Ann"})
    talk = Conversation(hall.trees["hire"], keeper, date(2026, 6, 1))
    seen = []
    for verb, value in steps:
        before = dict(talk.responses)
        try:
            if verb == "change":
                talk.change("event", value)
            elif verb == "answer":
                talk.answer(value)
            else:
                getattr(talk, verb)()
        except InvalidResponse:
            continue
        if talk.responses != before:
            seen.append(before)
        assert keeper.responses() == talk.responses
    while talk.can_undo:
        talk.undo()
        assert keeper.responses() == talk.responses == seen.pop()
    assert not seen
    assert talk.responses == {"holder": "Ann"}


def test_undo_reaches_back_before_the_check_was_left(hall) -> None:
    """With the journal of the case, a conversation that begins anew can undo what the one before it did."""
    keeper, journal = MemoryKeeper(), Journal()

    def begin() -> Conversation:
        return Conversation(hall.trees["hire"], keeper, date(2026, 6, 1), journal=journal)

    begin().answer("party")
    talk = begin()
    assert talk.can_undo
    assert talk.undo().node == "event"
    assert not talk.can_undo


def test_undo_leaves_alone_what_another_window_answered(hall) -> None:
    """What came into the store from elsewhere while this check went on is not taken back with its own answers."""
    keeper = MemoryKeeper()
    talk = Conversation(hall.trees["hire"], keeper, date(2026, 6, 1))
    keeper.save("guests", 30)
    talk.answer("party")
    talk.undo()
    assert keeper.responses() == {"guests": 30}


def test_response_that_no_longer_fits_is_left_out_and_told(hall) -> None:
    """After a new edition of the content, an answer that is no longer offered is asked again instead of crashing."""
    told = []
    kept = {"event": "wedding", "guests": 30, "first-day": "soon", "elsewhere": "kept as it is"}
    assert fitting(hall.trees["hire"], kept, lambda name, reason: told.append(name)) == {
        "guests": 30,
        "elsewhere": "kept as it is",
    }
    assert told == ["event", "first-day"]
    assert Conversation(hall.trees["hire"], MemoryKeeper(kept), date(2026, 6, 1)).position.node == "event"


def test_response_that_no_longer_fits_stays_out_while_answering(converse) -> None:
    """What does not fit any more does not come back with the next answer, and is replaced by answering anew."""
    talk = converse({"event": "party", "guests": 1000})
    assert talk.position.node == "guests"
    talk.change("event", "party")
    assert talk.responses == {"event": "party"}
    assert talk.answer(30).outcome.id == "free"
