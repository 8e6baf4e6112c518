"""Findings about content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file of a library."""

    file: str
    """Path relative to the library's root, with forward slashes."""

    line: int = 1
    """Counted from 1."""

    column: int = 1
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """What it stands in cannot be served."""

    WARNING = "warning"
    """It can be served, but an author should look."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with content: where, what, why it matters, what to try."""

    place: Place
    """Where an editor should jump to."""

    code: str
    """Which rule found it, in kebab-case: ``unknown-target``."""

    what: str
    """The fault and its consequence, one sentence without a final stop."""

    remedy: str = ""
    """What to try, a whole sentence; empty where nothing useful can be said."""

    severity: Severity = Severity.ERROR
    """Whether the part that holds it can still be served."""

    witness: tuple[tuple[str, str], ...] = ()
    """Question ids and answers that reach the fault, in order; empty where no path does or is needed."""

    def __str__(self) -> str:
        text = f"{self.place}: {self.what}."
        return f"{text} {self.remedy}" if self.remedy else text
