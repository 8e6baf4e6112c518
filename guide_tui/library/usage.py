"""Which facts the texts of a library use."""

from __future__ import annotations

import re
from pathlib import Path

from guide_tui.library.files import open_report

_PLACEHOLDER = re.compile(r"(?<!\{)\{([a-z0-9-]+)\}")
_PERIOD = re.compile(r"\b(?:period|plus|minus):\s*([a-z0-9-]+)")


def facts_used(root: Path) -> frozenset[str]:
    """The ids that stand in braces anywhere in a library, or as a period in its trees.

    Placeholders are filled when content is read, so only the files still show them. Files that cannot be read
    are passed over; the reader reports them.
    """
    used: set[str] = set()
    for folder in ("content", "decision_trees"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".md", ".yaml", ".yml"):
                continue
            # The reader's own way of opening, because a pipe or a device under this name would never end.
            report = open_report(path, root)
            if report is not None:
                used.update(_PLACEHOLDER.findall(report.text))
                used.update(_PERIOD.findall(report.text))
    return frozenset(used)
