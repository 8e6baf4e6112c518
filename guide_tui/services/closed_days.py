"""The days on which the person's own centre is closed, in a text file that they keep, by hand or in the app."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from guide_tui.errors import StoreError
from guide_tui.model.characters import visible

FILE = "closed-days.txt"
"""The name of the file, in the folder where answers are kept."""

LONGEST = 120
"""Days in one line, at most; a longer closure is a slip of the pen."""

MOST_BYTES = 100_000

NO_REASON = "your centre is closed"
"""Why a day is closed, where the file does not say."""

_LINE = re.compile(r"(\d{4}-\d\d-\d\d)(?:\s+to\s+(\d{4}-\d\d-\d\d))?(?:\s*:\s*(.+))?")


EXAMPLE = "2026-12-21 to 2027-01-01: Christmas closure"
"""A line as it can be written."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Days in a row on which the centre is closed, as one line of the file has them."""

    first: date
    last: date
    why: str
    """Empty where nothing was said."""

    @property
    def line(self) -> str:
        """As it stands in the file."""
        days = self.first.isoformat() + ("" if self.last == self.first else f" to {self.last.isoformat()}")
        return f"{days}: {self.why}" if self.why else days


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """What the file says."""

    days: Mapping[date, str] = field(default_factory=dict)
    """Each closed day with why."""

    closures: tuple[Closure, ...] = ()
    """The lines that can be read, in their order."""

    notice: str = ""
    """What is wrong with the file, in words for the person; empty where nothing is. Sound lines count all the same."""


def read_closed_days(folder: Path) -> ClosedDays:
    """The closed days of a centre; none where there is no file.

    A line is a day or a range, with a reason if wanted: ``2026-12-21 to 2027-01-01: Christmas closure``. Lines that
    begin with ``#`` are passed over.
    """
    path = folder / FILE
    try:
        text = _text(path)
    except (FileNotFoundError, NotADirectoryError):
        return ClosedDays()
    except (OSError, UnicodeDecodeError):
        return ClosedDays(notice=f"{path} cannot be read as text, so your own closed days are not taken into account.")
    closures = []
    wrong = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            found = _closure(line)
            if found:
                closures.append(found)
            else:
                wrong.append(str(number))
    days = {day: closure.why or NO_REASON for closure in closures for day in _days(closure)}
    if not wrong:
        return ClosedDays(days, tuple(closures))
    which = f"Line {wrong[0]}" if len(wrong) == 1 else f"Lines {', '.join(wrong[:5])}"
    return ClosedDays(days, tuple(closures), f"{which} of {path} cannot be read. Write a line such as: {EXAMPLE}")


def add_closure(folder: Path, closure: Closure) -> None:
    """Write a line more into the file, which is made where there is none; what stands in it stays as it is.

    Raises:
        StoreError: It cannot be written, or holds something else than text.
    """
    with _changing(folder) as path:
        before = _whole(path) if path.exists() else f"# Days on which your centre is closed, such as {EXAMPLE}\n"
        gap = "" if not before or before.endswith("\n") else "\n"
        _write(path, f"{before}{gap}{closure.line}\n")


def remove_closure(folder: Path, closure: Closure) -> None:
    """Take a line out of the file; does nothing where it is no longer there.

    Raises:
        StoreError: It cannot be written, or holds something else than text.
    """
    with _changing(folder) as path:
        lines = _whole(path).splitlines(keepends=True)
        number = next((number for number, line in enumerate(lines) if _closure(line) == closure), None)
        if number is not None:
            del lines[number]
            _write(path, "".join(lines))


def too_long(closure: Closure) -> bool:
    """Whether there are more days than a line can have, or none."""
    return not timedelta() <= closure.last - closure.first < timedelta(days=LONGEST)


@contextmanager
def _changing(folder: Path) -> Iterator[Path]:
    path = folder / FILE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The file itself, where a link leads to it: a link would be replaced by a file.
        yield path.resolve()
    except UnicodeDecodeError as error:
        raise StoreError(f"{path} holds something else than text, so it is left as it is.") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be changed: {error.strerror or error}.") from error


def _text(path: Path) -> str:
    # Looked at before it is opened: a pipe under this name would be waited for.
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("no ordinary file")
    with path.open("rb") as stream:
        return stream.read(MOST_BYTES).decode("utf-8-sig")


def _whole(path: Path) -> str:
    """The text, to be written again: nothing may be missing."""
    if path.stat().st_size > MOST_BYTES:
        raise OSError("it is too long")
    return _text(path)


def _write(path: Path, text: str) -> None:
    """Write the file whole or not at all."""
    if len(text.encode()) > MOST_BYTES:
        raise OSError("it is too long")
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(text, encoding="utf-8", newline="")
    beside.replace(path)


def _closure(line: str) -> Closure | None:
    """What a line says; None where it cannot be read."""
    match = _LINE.fullmatch(line.strip())
    if match is None:
        return None
    try:
        first = date.fromisoformat(match[1])
        last = date.fromisoformat(match[2] or match[1])
    except ValueError:
        return None
    closure = Closure(first, last, visible(match[3]) if match[3] else "")
    return None if too_long(closure) else closure


def _days(closure: Closure) -> list[date]:
    return [closure.first + timedelta(days=number) for number in range((closure.last - closure.first).days + 1)]
