"""Saving a text as a file."""

from __future__ import annotations

from pathlib import Path

from guide_tui.errors import StoreError
from guide_tui.model.library import Library
from guide_tui.services.copying import Extract, report_extract
from guide_tui.services.report import Report


def save_report(library: Library, report: Report, folder: Path, centre: str = "") -> Path:
    """Write the report as plain text into ``folder``, under a name that no file has yet, and say where.

    Args:
        library: For citations.
        report: The outcome.
        folder: Where it goes; it must exist.
        centre: The name of the person's centre, to stand above it; empty for none.

    Raises:
        StoreError: It cannot be written there.
    """
    return save_extract(report_extract(library, report, centre), folder, "The outcome")


def save_extract(extract: Extract, folder: Path, what: str = "The text") -> Path:
    """Write a text into ``folder``, under a name that no file has yet, and say where.

    Args:
        extract: The text with the name for its file.
        folder: Where it goes; it must exist.
        what: How an error calls the text.

    Raises:
        StoreError: It cannot be written there.
    """
    for number in range(1, 1000):
        path = folder / (f"{extract.name}.txt" if number == 1 else f"{extract.name}-{number}.txt")
        try:
            with path.open("x", encoding="utf-8") as stream:
                stream.write(extract.text)
        except FileExistsError:
            continue
        except OSError as error:
            raise StoreError(f"{what} cannot be saved in {folder}: {error.strerror}.") from error
        return path
    raise StoreError(f"{what} cannot be saved in {folder}: there are too many files called {extract.name}.")
