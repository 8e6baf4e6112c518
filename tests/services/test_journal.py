"""What was done in checks, to be taken back."""

from __future__ import annotations

from guide_tui.services.journal import Journal


def test_the_last_thing_done_in_a_check_comes_back_first() -> None:
    """Undo goes back step by step, each check by itself."""
    journal = Journal()
    journal.note("hire", {}, {"event": "party"})
    journal.note("keys", {}, {"door": "front"})
    journal.note("hire", {"event": "party"}, {"event": "concert"})
    now = {"event": "concert", "door": "front"}
    assert journal.undo("hire", now) == {"event": "party"}
    assert journal.undo("hire", {**now, "event": "party"}) == {"event": None}
    assert journal.undo("hire", {"door": "front"}) == {}
    assert journal.undo("keys", {"door": "front"}) == {"door": None}


def test_what_changed_nothing_is_not_noted() -> None:
    """An answer given again is nothing that a person would take back."""
    journal = Journal()
    journal.note("hire", {"event": "party"}, {"event": "party"})
    assert not journal.can_undo("hire", {"event": "party"})


def test_what_another_check_changed_since_is_left_alone() -> None:
    """A shared answer that became another elsewhere is no longer this check's to undo; the rest of the step is."""
    journal = Journal()
    journal.note("hire", {"event": "party", "guests": 30}, {})
    assert journal.undo("hire", {"event": "concert"}) == {"guests": 30}


def test_a_step_with_nothing_left_to_take_back_is_passed_over() -> None:
    """Undo always does something that can be seen, or is not offered."""
    journal = Journal()
    journal.note("hire", {}, {"guests": 30})
    journal.note("hire", {}, {"event": "party"})
    now = {"guests": 30, "event": "concert"}
    assert journal.can_undo("hire", now)
    assert journal.undo("hire", now) == {"guests": None}
    assert not journal.can_undo("hire", {"event": "concert"})
