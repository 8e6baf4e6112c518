"""Where every path through a shipped tree ends, and on what it rests.

The files in ``tests/shipped/paths`` hold ids only, never prose, so that wording can change without them. After a wanted
change of a tree, write them anew and read the difference before you commit it:

    GUIDE_WRITE_PATHS=1 python -m pytest tests/shipped/test_paths.py
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.services.as_json import citations, value_json
from guide_tui.services.opening import open_library
from guide_tui.trees.paths import paths
from guide_tui.trees.space import Space

TODAY = date(2026, 6, 1)
FOLDER = Path(__file__).parent / "paths"
TREES = sorted(open_library(builtin_root()).trees)


@pytest.mark.parametrize("name", TREES)
def test_every_path_ends_where_it_ended(name, shipped) -> None:
    """No change of a tree moves anybody's outcome, or what it rests on, without being seen."""
    tree = shipped.trees[name]
    found = {
        "citations": {
            outcome.id: citations(
                dict.fromkeys([*outcome.cite, *(each for part in outcome.parts for each in part.cite)])
            )
            for outcome in tree.outcomes.values()
        },
        "paths": [
            [" ".join(f"{question}={_values(values)}" for question, values in path.steps), path.end]
            for path in paths(Space(tree, TODAY))
        ],
    }
    file = FOLDER / f"{name}.json"
    if os.environ.get("GUIDE_WRITE_PATHS"):
        FOLDER.mkdir(exist_ok=True)
        file.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8", newline="\n")
    assert found == json.loads(file.read_text(encoding="utf-8"))


def test_no_path_is_kept_of_a_tree_that_is_gone() -> None:
    """The files are those of the trees that are shipped."""
    assert sorted(file.stem for file in FOLDER.glob("*.json")) == TREES


def _values(values) -> str:
    """The answers of a step: days and numbers by what stands for them, sets of options joined by a plus sign."""
    shown = [value_json(value) for value in values]
    return "|".join("+".join(each) if isinstance(each, list) else str(each) for each in shown)
