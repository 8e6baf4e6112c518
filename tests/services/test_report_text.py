"""An outcome as plain lines: never wider than asked for, never anything but printable text."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.services.report import Deadline, OtherWay, Task, report
from guide_tui.services.report_text import deadline_words, other_way_words, report_lines, who_and_when
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


def test_several_deadlines_of_one_task_are_joined() -> None:
    """Who and when is one phrase, and says that the first day counts."""
    passed = Deadline("by Friday 1 May 2026", date(2026, 5, 1), None, passed=True)
    coming = Deadline("before Monday 1 June 2026", date(2026, 6, 1), None, passed=False)
    assert deadline_words(passed) == "by Friday 1 May 2026 (this day has passed)"
    task = Task(None, "You", (passed, coming), ())
    assert who_and_when(task) == (
        "You, by Friday 1 May 2026 (this day has passed) and before Monday 1 June 2026, whichever is first"
    )
    assert who_and_when(Task(None, "You", (), ())) == "You"


def test_other_way_is_one_sentence() -> None:
    """What would change an outcome can be read aloud."""
    way = OtherWay("x", "No permit needed", (("Event", "A party"),), (("Guests", "a number such as 1"),))
    assert other_way_words(way) == ("Event: A party, and then Guests: a number such as 1 → No permit needed.")
