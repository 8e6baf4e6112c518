"""An outcome as plain lines: never wider than asked for, never anything but printable text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from guide_tui.model.prose import Paragraph, Prose, Span
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.services.report import Deadline, OtherWay, Task, report, report_on
from guide_tui.services.report_text import (
    deadline_words,
    other_way_words,
    report_lines,
    timeline_words,
    who_and_when,
)
from guide_tui.trees.paths import paths
from guide_tui.trees.space import Space
from tests.services.plainness import assert_plain


@pytest.mark.parametrize("width", [25, 40, 80])
def test_every_report_fits_the_width(width, hall) -> None:
    """The report on every path through a check keeps to the width."""
    space = Space(hall.trees["hire"], date(2026, 6, 1))
    for path in paths(space):
        talk = Conversation(space.tree, MemoryKeeper(path.witness), date(2026, 6, 1))
        assert_plain(report_lines(hall, report(hall, talk.position, space, talk.responses), width), width)


TENTH = Deadline("by Thursday 10 December 2026", date(2026, 12, 10), None, passed=False, side="by")
THIRTIETH = Deadline("by Monday 30 November 2026", date(2026, 11, 30), None, passed=False, side="by")
BEFORE_THAT = Deadline("before Monday 30 November 2026", date(2026, 11, 30), None, passed=False, side="before")
MAY = Deadline("by Friday 1 May 2026", date(2026, 5, 1), None, passed=True, side="by")
SOME_DAY = Deadline("before the visit", None, None, passed=False)


@pytest.mark.parametrize(
    ("deadlines", "words"),
    [
        ((), "You"),
        ((TENTH,), "You, by Thursday 10 December 2026"),
        (
            (TENTH, THIRTIETH),
            "You, by Monday 30 November 2026 (the earlier of this and Thursday 10 December 2026)",
        ),
        (
            (THIRTIETH, BEFORE_THAT),
            "You, before Monday 30 November 2026 (the earlier of this and Monday 30 November 2026)",
        ),
        (
            (BEFORE_THAT, TENTH, MAY),
            "You, by Friday 1 May 2026 (this day has passed; the earliest of this and the day before Monday "
            "30 November 2026 and Thursday 10 December 2026)",
        ),
        ((TENTH, SOME_DAY), "You, by Thursday 10 December 2026 and before the visit, whichever is first"),
    ],
)
def test_of_several_limits_the_one_that_counts_comes_first(deadlines, words) -> None:
    """Who and when is one phrase; while a day is not known, it says that the first one counts."""
    assert deadline_words(MAY) == "by Friday 1 May 2026 (this day has passed)"
    assert who_and_when(Task(None, "You", deadlines, ())) == words


def test_the_first_line_tells_the_day_that_counts(hall) -> None:
    """A verdict that leaves a place for its day is told with the first day that is due; without a day, as it is."""
    hire = hall.trees["hire"]
    outcomes = {name: replace(each, dated="A permit is needed") for name, each in hire.outcomes.items()}
    tree = replace(hire, outcomes=outcomes)
    for day, line in (
        (date(2026, 9, 4), "A permit is needed, by Friday 24 July 2026"),
        ("not-sure", hire.outcomes["permit"].verdict),
    ):
        told = Conversation(tree, MemoryKeeper({"event": "market", "first-day": day}), date(2026, 6, 1))
        assert report_lines(hall, report_on(hall, told), 200)[0] == line


def test_other_way_is_one_sentence() -> None:
    """What would change an outcome can be read aloud."""
    way = OtherWay("x", "No permit needed", (("Event", "A party"),), (("Guests", "a number such as 1"),))
    assert other_way_words(way) == ("Event: A party, and then Guests: a number such as 1 → No permit needed.")


def test_ticked_actions_say_so(hall) -> None:
    """An action that is done is told in words, and in a text to print it has a ticked box; its day is not missed."""
    told = {"event": "market", "first-day": date(2026, 6, 2)}
    talk = Conversation(hall.trees["hire"], MemoryKeeper(told), date(2026, 6, 1))
    task = report_on(hall, talk).tasks[0]
    assert report_on(hall, talk).late
    talk.tick(task.key, done=True)
    done = report_on(hall, talk)
    assert [each.done for each in done.tasks] == [True, False, False]
    spoken, printed = report_lines(hall, done), report_lines(hall, done, boxes=True)
    assert [line[:9] for line in spoken if line[:2] in ("1.", "2.")] == ["1. Done: ", "2. Sweep "]
    assert [line[:7] for line in printed if line[:2] in ("1.", "2.")] == ["1. [x] ", "2. [ ] "]
    assert "(done; " in " ".join(timeline_words(done))
    talk.tick(task.key, done=False)
    assert report_on(hall, talk).tasks[0].done is False


def test_other_words_are_another_action() -> None:
    """A tick is kept under what is to be done by whom, so that an edited action is not ticked."""
    do = Prose((Paragraph((Span("Send the form."),)),))
    other = Prose((Paragraph((Span("Send the letter."),)),))
    keys = {Task(do, "You", (), ()).key, Task(do, "The club", (), ()).key, Task(other, "You", (), ()).key}
    assert len(keys) == 3
    assert Task(do, "You", (), (), done=True).key in keys


def test_today_stands_among_the_days(hall) -> None:
    """The days that matter are told in order, with what was missed before today."""
    told = {"event": "market", "first-day": date(2026, 6, 20)}
    talk = Conversation(hall.trees["hire"], MemoryKeeper(told), date(2026, 6, 1))
    words = timeline_words(report_on(hall, talk))
    place = words.index("Today is Monday 1 June 2026.")
    assert all("(missed, " in line for line in words[:place])
    assert all("missed" not in line for line in words[place:])
    assert 0 < place < len(words) - 1
