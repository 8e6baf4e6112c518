"""Trying what would change an outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.model.library import Library
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.services.opening import open_library
from guide_tui.services.report import OtherWay, report_on
from guide_tui.services.trying import Trial, trial, trial_lines
from guide_tui.trees.paths import paths
from guide_tui.trees.space import Space
from tests.services.plainness import assert_plain

TODAY = date(2026, 6, 1)
MARKET = {"event": "market", "first-day": date(2026, 9, 4)}


def trials(library: Library, talk: Conversation) -> list[Trial]:
    """Every other way of a conversation, tried."""
    now = report_on(library, talk)
    return [trial(library, talk, now, way) for way in now.other_ways]


def tried(library: Library, talk: Conversation, outcome: str) -> Trial:
    """The first way to an outcome, tried."""
    return next(each for each in trials(library, talk) if each.way.outcome == outcome)


def test_the_outcome_then(hall):
    """A trial tells the outcome then, the answers as they are, and changes nothing."""
    talk = Conversation(hall.trees["hire"], MemoryKeeper({"event": "party", "guests": 30}), TODAY)
    found = tried(hall, talk, "too-many")
    assert (found.then.outcome.id, found.now.outcome.id) == ("too-many", "free")
    assert found.before == (("Guests", "30"),)
    assert talk.responses == {"event": "party", "guests": 30}


def test_what_differs(hall):
    """Actions that would be new, fall away, or be due on another day are told apart."""
    party = Conversation(hall.trees["hire"], MemoryKeeper({"event": "party", "guests": 30}), TODAY)
    found = tried(hall, party, "permit")
    assert len(found.new) == len(found.then.tasks) > 0
    assert found.fallen_away == found.moved == frozenset()
    market = Conversation(hall.trees["hire"], MemoryKeeper(MARKET), TODAY)
    back = tried(hall, market, "free")
    assert len(back.fallen_away) == len(back.now.tasks)
    later = OtherWay("permit", "", (), (), {"first-day": date(2026, 9, 11)})
    moved = trial(hall, market, report_on(hall, market), later)
    assert moved.moved
    assert moved.moved <= {task.key for task in moved.now.tasks}


def test_actions_that_say_the_same_are_one(hall):
    """An action of both outcomes that only one of them explains further is neither new nor fallen away."""
    market = Conversation(hall.trees["hire"], MemoryKeeper(MARKET), TODAY)
    way = OtherWay("permit", "", (), (), {"first-day": date(2026, 9, 4)})
    same = trial(hall, market, report_on(hall, market), way)
    longer = replace(same.then, tasks=tuple(replace(task, who="Somebody else") for task in same.then.tasks))
    other = replace(same, then=longer)
    assert {task.key for task in longer.tasks} != {task.key for task in same.now.tasks}
    assert other.new == other.fallen_away == frozenset()


def test_options_can_be_taken_over_and_days_cannot(hall):
    """A way is exact where every new answer is an option; a day or a number stands for many."""
    party = Conversation(hall.trees["hire"], MemoryKeeper({"event": "party", "guests": 30}), TODAY)
    assert {way.outcome: way.exact for way in report_on(hall, party).other_ways} == {
        "too-many": False,
        "permit": True,
        "unwatched": True,
    }


@pytest.mark.parametrize("width", [30, 80])
def test_as_plain_lines(hall, width):
    """A trial can be read aloud: now, what is tried, then, and what differs; it keeps to the width."""
    for path in paths(Space(hall.trees["hire"], TODAY)):
        talk = Conversation(hall.trees["hire"], MemoryKeeper(path.witness), TODAY)
        for each in trials(hall, talk):
            assert_plain(trial_lines(each, width), width)
    market = Conversation(hall.trees["hire"], MemoryKeeper(MARKET), TODAY)
    text = " ".join(trial_lines(tried(hall, market, "free")))
    places = [text.index(part) for part in ("Now: ", "Tried: ", "Then: ", "No longer to do: - ", "Nothing is changed.")]
    assert places == sorted(places)


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The library that we ship."""
    return open_library(builtin_root())


@pytest.mark.parametrize("tree", ["arrangement-type", "qmr-timeline", "change"])
def test_every_way_told_leads_where_it_says(shipped, tree):
    """On the paths of the checks that we ship, every other way that is told ends at its outcome when it is tried."""
    space = Space(shipped.trees[tree], TODAY)
    for number, path in enumerate(paths(space)):
        if number % 37 == 0:
            talk = Conversation(space.tree, MemoryKeeper(path.witness), TODAY)
            for each in trials(shipped, talk):
                assert each.then.outcome.id == each.way.outcome, (path.witness, each.way)
