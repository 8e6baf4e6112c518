"""The days on which the person's own centre is closed, from a text file that they keep."""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from guide_tui.model.characters import visible

FILE = "closed-days.txt"
"""The name of the file, in the folder where answers are kept."""

LONGEST = 120
"""Days in one line, at most; a longer closure is a slip of the pen."""

MOST_BYTES = 100_000

_LINE = re.compile(r"(\d{4}-\d\d-\d\d)(?:\s+to\s+(\d{4}-\d\d-\d\d))?(?:\s*:\s*(.+))?")


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """What the file says."""

    days: Mapping[date, str] = field(default_factory=dict)
    """Each closed day with why."""

    notice: str = ""
    """What is wrong with the file, in words for the person; empty where nothing is. Sound lines count all the same."""


def read_closed_days(folder: Path) -> ClosedDays:
    """The closed days of a centre; none where there is no file.

    A line is a day or a range, with a reason if wanted: ``2026-12-21 to 2027-01-01: Christmas closure``. Lines that
    begin with ``#`` are passed over.
    """
    path = folder / FILE
    try:
        # Looked at before it is opened: a pipe under this name would be waited for.
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError("no ordinary file")
        with path.open("rb") as stream:
            text = stream.read(MOST_BYTES).decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ClosedDays()
    except (OSError, UnicodeDecodeError):
        return ClosedDays(notice=f"{path} cannot be read as text, so your own closed days are not taken into account.")
    days: dict[date, str] = {}
    wrong = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            found = _days(line.strip())
            days.update(found)
            if not found:
                wrong.append(str(number))
    if not wrong:
        return ClosedDays(days)
    example = "2026-12-21 to 2027-01-01: Christmas closure"
    which = f"Line {wrong[0]}" if len(wrong) == 1 else f"Lines {', '.join(wrong[:5])}"
    return ClosedDays(days, f"{which} of {path} cannot be read. Write a line such as: {example}")


def _days(line: str) -> dict[date, str]:
    """The days of one line, each with why; none where the line cannot be read."""
    match = _LINE.fullmatch(line)
    if match is None:
        return {}
    try:
        first = date.fromisoformat(match[1])
        last = date.fromisoformat(match[2] or match[1])
    except ValueError:
        return {}
    if not timedelta() <= last - first < timedelta(days=LONGEST):
        return {}
    why = visible(match[3]) if match[3] else "your centre is closed"
    return {first + timedelta(days=number): why for number in range((last - first).days + 1)}
