"""What a person has told us about one situation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

Value = str | tuple[str, ...] | date | int
"""A response: an option id or free text, several option ids, a day, or a number."""

Responses = Mapping[str, Value]
"""Responses by question id, across all trees."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything one person has told us about one situation."""

    id: int
    name: str
    responses: Responses
    tree: str
    """The check last worked on; empty where none."""

    updated: datetime
    """When the last response was given, in UTC."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A tree that a case was worked on in."""

    tree: str
    """Its id; there may be no such tree any more."""

    at: datetime | None
    """When it was opened last, in UTC; None where an older program did not note it."""
