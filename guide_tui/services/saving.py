"""Saving an outcome as a text file."""

from __future__ import annotations

from pathlib import Path

from guide_tui.errors import StoreError
from guide_tui.model.library import Library
from guide_tui.services.report import Report
from guide_tui.services.report_text import report_lines


def save_report(library: Library, report: Report, folder: Path) -> Path:
    """Write the report as plain text into ``folder``, under a name that no file has yet, and say where.

    Raises:
        StoreError: It cannot be written there.
    """
    text = "".join(f"{line.rstrip()}\n" for line in report_lines(library, report))
    stem = f"{report.tree.id}-{report.today.isoformat()}"
    for number in range(1, 1000):
        path = folder / (f"{stem}.txt" if number == 1 else f"{stem}-{number}.txt")
        try:
            with path.open("x", encoding="utf-8") as stream:
                stream.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            raise StoreError(f"The outcome cannot be saved in {folder}: {error.strerror}.") from error
        return path
    raise StoreError(f"The outcome cannot be saved in {folder}: there are too many files called {stem}.")
