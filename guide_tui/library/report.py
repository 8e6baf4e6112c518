"""The problems of one file, collected while it is read."""

from __future__ import annotations

from typing import Protocol

from guide_tui.model.problem import Place, Problem, Severity

MOST_PROBLEMS = 200
"""Problems reported of one file. Whoever has more fixes the first ones first; it keeps hostile files cheap, too."""


class Positioned(Protocol):
    """Anything that stands somewhere in a file, such as a YAML node."""

    @property
    def line(self) -> int:
        """Counted from 1."""

    @property
    def column(self) -> int:
        """Counted from 1, in characters."""


class Report:
    """Collects what is wrong with one file.

    Attributes:
        file: The file's path relative to the library's root, with forward slashes.
        text: What the file holds, with line ends made ``\\n``; positions count in it.
        errors: How many errors were reported so far. Compare before and after to see whether a part is sound.
    """

    def __init__(self, file: str, text: str = "") -> None:
        self.file = file
        self.text = text
        self.errors = 0
        self._problems: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was reported, each once, in the order reported."""
        return tuple(self._problems)

    def error(self, code: str, at: Positioned, what: str, remedy: str = "") -> None:
        """Report that what stands at ``at`` cannot be served."""
        self.errors += 1
        self._add(Problem(self.place(at), code, what, remedy))

    def warning(self, code: str, at: Positioned, what: str, remedy: str = "") -> None:
        """Report that an author should look at what stands at ``at``."""
        self._add(Problem(self.place(at), code, what, remedy, Severity.WARNING))

    def place(self, at: Positioned) -> Place:
        """Where ``at`` stands."""
        return Place(self.file, at.line, at.column)

    def at(self, index: int) -> Place:
        """The place of the character ``index`` of the text."""
        return Place(self.file, self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index))

    def find(self, snippet: str, start: int, end: int) -> Place:
        """Where ``snippet`` first stands between two indices; the place of ``start`` where it does not."""
        return self.at(max(start, self.text.find(snippet, start, end)))

    def _add(self, problem: Problem) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems[problem] = None
        elif len(self._problems) == MOST_PROBLEMS:
            what = f"this file has more than {MOST_PROBLEMS} problems, and the rest are not listed"
            self._problems[Problem(problem.place, "too-many-problems", what, "Mend the first ones and look again.")] = (
                None
            )
