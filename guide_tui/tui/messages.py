"""What widgets tell their screen. The screen decides what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class AnswerTyped(Message):
    """Enter was pressed in the answer box."""

    words: str
    """What stands in it; may be empty."""


@dataclass
class NumberTyped(Message):
    """A digit was typed while the answer box was empty."""

    number: int
    """1 to 9."""


@dataclass
class WhyAsked(Message):
    """A question mark was typed while the answer box was empty."""
