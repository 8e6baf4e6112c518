"""Everything that is wrong with content, in one list."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from guide_tui.model.problem import Severity
from guide_tui.services.linting import lint_file, lint_library

HALL = Path(__file__).parents[1] / "cases" / "library"
TODAY = date(2026, 6, 1)


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the small library."""
    return Path(shutil.copytree(HALL, tmp_path / "library"))


def found(root: Path) -> list[tuple[str, str, int]]:
    return [(problem.code, problem.place.file, problem.place.line) for problem in lint_library(root, TODAY)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a matter of Unix")
def test_pipe_and_link_out_are_told_and_not_read(copy) -> None:
    """Nobody may ever write into a pipe, and a device may never end; lint waits for neither."""
    os.mkfifo(copy / "decision_trees/pipe.yaml")
    (copy / "content/faq/zero.md").symlink_to("/dev/zero")
    assert found(copy) == [("outside", "content/faq/zero.md", 1), ("not-a-file", "decision_trees/pipe.yaml", 1)]


def test_sound_library_has_no_problems() -> None:
    """Lint is silent where nothing is wrong."""
    assert lint_library(HALL, TODAY) == ()


def test_question_that_no_tree_asks_is_told(copy) -> None:
    """Wording that nobody reads is a fault."""
    with (copy / "decision_trees/questions.yaml").open("a") as file:
        file.write("unasked: {ask: Why?, short: Why, why: So., cite: hall-rules/events, kind: text}\n")
    assert found(copy) == [("unused-question", "decision_trees/questions.yaml", 32)]


def test_fact_that_nothing_uses_is_told(copy) -> None:
    """A value that stands elsewhere a second time would not change with its fact."""
    with (copy / "content/facts.yaml").open("a") as file:
        file.write("capacity: {text: '120', about: How many fit in., cite: hall-rules/events}\n")
    assert found(copy) == [("unused-fact", "content/facts.yaml", 10)]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/faq/lost-key.md", "cite: key-leaflet/lost", "cite: hall-rules/cellar"),
        ("content/glossary.yaml", "cite: hall-rules/events", "cite: hall-rules/cellar"),
        ("content/facts.yaml", "cite: hall-rules/notice", "cite: hall-rules/cellar"),
        ("content/about.yaml", "cite: hall-rules/committee", "cite: hall-rules/cellar"),
        ("decision_trees/questions.yaml", "      cite: hall-rules/notice", "      cite: hall-rules/cellar"),
        ("decision_trees/hire.yaml", "        cite: hall-rules/committee", "        cite: hall-rules/cellar"),
        ("decision_trees/keys.yaml", "    cite: key-leaflet/keys\n    kind", "    cite: hall-rules/cellar\n    kind"),
        (
            "decision_trees/keys.yaml",
            "    cite: key-leaflet/keys\n    contact",
            "    cite: hall-rules/cellar\n    contact",
        ),
    ],
)
def test_cited_section_without_a_digest_is_told(file, old, new, copy) -> None:
    """Wherever a citation stands, somebody may follow it, so there must be something to read."""
    sources = copy / "content/sources.yaml"
    sources.write_text(sources.read_text().replace("    events:", "    cellar: The cellar\n    events:"))
    text = (copy / file).read_text()
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1))
    assert found(copy) == [("undigested-section", "content/sources.yaml", 7)]
    assert lint_library(copy, TODAY)[0].severity is Severity.WARNING


def test_problems_stand_in_the_order_of_their_places(copy) -> None:
    """An author works through a file from top to bottom."""
    (copy / "decision_trees/keys.yaml").write_text("id: keys\nunknown: 1\n")
    (copy / "content/about.yaml").write_text("title: Only a title\n")
    places = [problem.place for problem in lint_library(copy, TODAY)]
    assert places == sorted(places)
    assert {place.file for place in places} >= {"content/about.yaml", "decision_trees/keys.yaml"}


def test_one_file_is_examined_on_its_own(tmp_path) -> None:
    """A draft outside the library is held against it, and only the draft's faults are told."""
    text = (HALL / "decision_trees/keys.yaml").read_text().replace("id: keys", "id: draft")
    draft = tmp_path / "draft.yaml"

    def problems(old: str, new: str) -> list[str]:
        draft.write_text(text.replace(old, new))
        return [problem.code for problem in lint_file(draft, HALL, TODAY)]

    assert problems("", "") == []
    assert problems("Who will hold", "Who holds") == ["two-wordings"]
    assert problems("key-leaflet/lost", "key-leaflet/lots") == ["unknown-section"]
