"""What can be read: guide articles, answers to frequent questions, and the glossary."""

from __future__ import annotations

from dataclasses import dataclass

from guide_tui.model.problem import Place
from guide_tui.model.prose import Prose
from guide_tui.model.source import Citation


@dataclass(frozen=True, slots=True)
class Section:
    """Our digest of one section of a source."""

    id: str
    """The id of the source's section that it digests."""

    title: str
    body: Prose
    cite: Citation
    """The section it digests; a citation of that section leads here."""

    also: tuple[str, ...]
    """Other words that should find it."""

    place: Place


@dataclass(frozen=True, slots=True)
class Article:
    """A chapter of a source, in our own words."""

    id: str
    title: str
    source: str
    """Source id."""

    sections: tuple[Section, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """One question with its answer. The first sentence answers it."""

    id: str
    question: str
    also: tuple[str, ...]
    """The question as other people put it."""

    answer: Prose
    cite: tuple[Citation, ...]
    check: str
    """The tree that works it out for the person's own case; empty where none does."""

    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    id: str
    term: str
    """Its usual form: "Lead Internal Verifier"."""

    forms: tuple[str, ...]
    """Abbreviations and spellings: "LIV", "Lead IV"."""

    meaning: Prose
    caution: str
    """A warning where the sources use it in two senses; empty where they do not."""

    cite: tuple[Citation, ...]
    place: Place
