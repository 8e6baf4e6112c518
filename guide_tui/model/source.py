"""The documents that everything rests on, and what is quoted from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guide_tui.model.period import Period
from guide_tui.model.problem import Place


@dataclass(frozen=True, slots=True)
class SourceSection:
    """A part of a source that can be cited."""

    id: str
    """Unique within its source, in kebab-case."""

    title: str
    """The heading as the source prints it, or a short description where it has none."""

    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """A document that we cite."""

    id: str
    title: str
    short: str
    """How a citation names it: "Collaborative guide"."""

    publisher: str
    edition: str
    """Its version and date as printed: "1.0, September 2025"; "undated" where it carries none."""

    note: str
    """What a reader must know before relying on it; empty where nothing."""

    sections: Mapping[str, SourceSection]
    """By section id, in the order of the document."""

    place: Place


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A reference to one section of one source. As text: ``source/section``."""

    source: str
    section: str

    def __str__(self) -> str:
        return f"{self.source}/{self.section}"


class FactKind(StrEnum):
    """What a fact's value is."""

    PERIOD = "period"
    """A length of time: usable in date rules."""

    DATE = "date"
    """A day."""

    YEARLY = "yearly"
    """A day and a month that come back every year, such as 10 December."""

    TEXT = "text"
    """A name, a number or a phrase."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A named value with its citation, kept once and used everywhere as ``{id}``."""

    id: str
    kind: FactKind
    words: str
    """What replaces ``{id}`` in text: "six weeks"."""

    about: str
    """What the value is of, one sentence."""

    cite: tuple[Citation, ...]
    place: Place
    period: Period | None = None
    """The length, for a fact of kind PERIOD."""

    day: date | None = None
    """The day, for a fact of kind DATE; for one of kind YEARLY, that day in a leap year."""
