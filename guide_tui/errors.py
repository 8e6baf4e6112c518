"""The errors that this program raises on purpose.

    GuideError
    ├── ContentError        what an author wrote cannot be used as it is
    ├── UnknownName         a tree, article or term that the library does not hold
    ├── InvalidResponse     a response does not fit its question
    ├── InputError          a file or an option that a person gave cannot be used
    └── StoreError          answers cannot be kept or read back

Anything outside this family is a bug and keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide_tui.model.problem import Problem


class GuideError(Exception):
    """Base of every error that is reported as a message instead of a traceback."""


class ContentError(GuideError):
    """Content that has to be sound is not.

    Attributes:
        problems: Every problem found, in the order of their places.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownName(GuideError):
    """The library holds nothing of that name.

    Attributes:
        kind: What was looked for: "tree", "article", "term".
        name: The name as it was given.
        nearest: Names that exist and look alike, nearest first.
    """

    def __init__(self, kind: str, name: str, nearest: Sequence[str] = ()) -> None:
        self.kind = kind
        self.name = name
        self.nearest = tuple(nearest)
        hint = f" Did you mean {_either(self.nearest)}?" if nearest else ""
        super().__init__(f'There is no {kind} called "{name}".{hint}')


class InvalidResponse(GuideError):
    """A response does not fit its question.

    Attributes:
        question: The id of the question.
        reason: What is wrong with the response and what would be accepted.
    """

    def __init__(self, question: str, reason: str) -> None:
        self.question = question
        self.reason = reason
        super().__init__(f'The answer to "{question}" cannot be used: {reason}')


class InputError(GuideError):
    """A file or an option that a person gave cannot be used; the text says why and what to try."""


class StoreError(GuideError):
    """Answers cannot be kept or read back; the text says where and what happens now."""


def _either(names: Sequence[str]) -> str:
    return " or ".join(f'"{name}"' for name in names)
