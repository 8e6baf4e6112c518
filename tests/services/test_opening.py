"""Opening a library: what cannot be walked is held back, everything else is served."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide_tui.errors import InputError
from guide_tui.model.problem import Severity
from guide_tui.services.opening import open_library

HALL = Path(__file__).parents[1] / "cases" / "library"

ROUND = """\
id: round
title: Round and round
about: Never ends.
start: event
questions:
  event: {next: {party: door, else: end}}
  door: {ask: Open?, short: Door, why: Why., cite: hall-rules/events, kind: yes-no, next: {"yes": event, "no": end}}
outcomes:
  end: {verdict: End, tone: fine, says: End., cite: hall-rules/events}
"""


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the small library."""
    return Path(shutil.copytree(HALL, tmp_path / "library"))


def test_sound_library_is_served_whole(hall) -> None:
    """Every tree of a sound library can be walked."""
    assert (list(hall.trees), hall.problems) == (["hire", "keys"], ())


def test_tree_that_goes_round_is_held_back(copy) -> None:
    """A check that could never end is not offered, and its fault is told; the others are served."""
    (copy / "decision_trees/round.yaml").write_text(ROUND)
    library = open_library(copy)
    assert list(library.trees) == ["hire", "keys"]
    assert [(p.code, p.severity, p.place.file) for p in library.problems] == [
        ("cycle", Severity.ERROR, "decision_trees/round.yaml")
    ]


def test_unreadable_tree_is_held_back(copy) -> None:
    """A file that cannot be read at all takes nothing else away."""
    (copy / "decision_trees/broken.yaml").write_text("id: [")
    library = open_library(copy)
    assert list(library.trees) == ["hire", "keys"]
    assert {p.place.file for p in library.problems} == {"decision_trees/broken.yaml"}


def test_broken_answer_takes_only_itself_away(copy) -> None:
    """One bad article does not empty the guide."""
    (copy / "content/faq/lost-key.md").write_text("no front matter")
    library = open_library(copy)
    assert list(library.faq) == ["how-early"]
    assert len(library.trees) == 2


def test_folder_that_is_no_library_is_refused(tmp_path) -> None:
    """A mistyped folder is told."""
    with pytest.raises(InputError):
        open_library(tmp_path / "nothing")


def test_library_is_kept_and_found_again(copy, tmp_path) -> None:
    """What is opened again is the same library, and it comes from the cache; a change is seen at once."""
    cache = tmp_path / "cache"
    first = open_library(copy, cache)
    kept = list(cache.iterdir())
    assert len(kept) == 1
    assert open_library(copy, cache) == first == open_library(copy)
    assert list(cache.iterdir()) == kept
    (copy / "content/faq/lost-key.md").unlink()
    assert "lost-key" not in open_library(copy, cache).faq


def test_library_with_problems_is_not_kept(copy, tmp_path) -> None:
    """A problem can go away without a change of any file, so it is looked for at every start."""
    (copy / "decision_trees/round.yaml").write_text(ROUND)
    assert open_library(copy, tmp_path / "cache").problems
    assert not (tmp_path / "cache").exists()


def test_folder_without_a_library_is_refused_with_a_cache_too(tmp_path) -> None:
    """A mistyped folder is told."""
    with pytest.raises(InputError):
        open_library(tmp_path / "nowhere", tmp_path / "cache")
