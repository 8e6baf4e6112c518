"""Situations from everyday life, walked through the trees that we ship."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide_tui.model.library import Library
from guide_tui.services.report import report
from guide_tui.services.report_text import report_lines
from guide_tui.trees.replay import resolve
from guide_tui.trees.responses import accept
from guide_tui.trees.space import Space

# The base loader leaves every scalar as written, as the library's own reader does.
SITUATIONS: list[dict[str, Any]] = [
    situation
    for path in sorted((Path(__file__).parent / "situations").glob("*.yaml"))
    for situation in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
]


def told(shipped: Library, situation: dict[str, Any]) -> tuple[str, str]:
    """The outcome reached, and all that the report says, what would change it apart, on one line."""
    tree, today = shipped.trees[situation["tree"]], date.fromisoformat(situation["today"])
    given = {**situation["answers"], **situation.get("case", {})}
    asked = {**shipped.questions, **tree.questions}
    responses = {name: accept(asked[name], value) for name, value in given.items()}
    position = resolve(tree, responses, today)
    assert position.outcome, f"still asks {position.node}"
    assert set(position.known) == set(situation["answers"]), "an answer was not asked for"
    made = replace(report(shipped, position, Space(tree, today), responses), other_ways=())
    return position.outcome.id, " ".join(" ".join(report_lines(shipped, made, 500)).split())


def parameters() -> list[Any]:
    """The situations; where our text is known to be wanting, the test is expected to fail until that is mended."""
    found = []
    for each in SITUATIONS:
        marks = [pytest.mark.xfail(reason=each["wanting"])] if "wanting" in each else []
        found.append(pytest.param(each, id=each["situation"], marks=marks))
    return found


@pytest.mark.parametrize("situation", parameters())
def test_situation_ends_as_the_sources_have_it(situation, shipped) -> None:
    """The outcome is the right one, its report holds the cautions and dates that matter, and claims nothing else."""
    outcome, said = told(shipped, situation)
    assert outcome == situation["outcome"]
    for words in situation.get("says", ()):
        assert any(re.search(re.escape(each), said, re.IGNORECASE) for each in words.split("|")), f"{words} in: {said}"
    for words in situation.get("never", ()):
        assert words.casefold() not in said.casefold(), f"{words} in: {said}"


def test_every_outcome_is_reached_by_a_situation(shipped) -> None:
    """No verdict is shipped that nobody has thought through from the side of a person."""
    walked = {(situation["tree"], situation["outcome"]) for situation in SITUATIONS}
    trees = {situation["tree"] for situation in SITUATIONS}
    # That a fact is missing or a qualification lies outside is said in the same way by every tree.
    alike = {"find-out", "academic-route", "outside-guide"}
    outcomes = {(name, outcome) for name in trees for outcome in shipped.trees[name].outcomes if outcome not in alike}
    assert outcomes - walked == set()


def test_every_tree_that_is_shipped_has_situations(shipped) -> None:
    """A new tree comes with people who need it."""
    assert {situation["tree"] for situation in SITUATIONS} == set(shipped.trees)


PLACES = {f"T{number:02}" for number in range(1, 97)} - {"T13", "T30", "T31", "T34", "T43", "T65", "T75", "T93"}
"""Where the sources are silent or contradict themselves; left out are matters of wording, which no situation meets."""


def test_every_open_question_of_the_sources_is_met_by_a_situation() -> None:
    """Where the sources pull apart, somebody in these situations stands at that very place."""
    met = {number for situation in SITUATIONS for number in situation["tests"]}
    assert PLACES - met == set()
