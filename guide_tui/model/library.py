"""Everything that one root folder holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.problem import Place, Problem
from guide_tui.model.source import Citation, Fact, Source
from guide_tui.model.tree import Question, Tree


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to."""

    id: str
    name: str
    about: str
    """When to contact them, and how."""

    cite: tuple[Citation, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Resource:
    """A document, form or page that the sources refer to."""

    id: str
    name: str
    """As the source calls it."""

    about: str
    """What it is for, and where it is to be had as far as the source says."""

    cite: tuple[Citation, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class About:
    """What the library says of itself."""

    title: str
    summary: str
    """What it helps with, one sentence."""

    disclaimer: str
    """What it is not."""

    contacts: Mapping[str, Contact]
    roles: Mapping[str, str]
    """Who does things, by role id: ``lead-centre`` → "The lead centre"."""

    place: Place

    checks: tuple[str, ...] = ()
    """Tree ids in the order in which they are offered; trees that are not named follow."""

    resources: Mapping[str, Resource] = field(default_factory=dict)
    """By resource id, in the order written."""


@dataclass(frozen=True, slots=True)
class Library:
    """What can be asked, checked and read. Only sound parts are in it; the rest is among the problems."""

    about: About
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    terms: Mapping[str, Term]
    articles: Mapping[str, Article]
    faq: Mapping[str, FaqEntry]
    trees: Mapping[str, Tree]
    questions: Mapping[str, Question]
    """Questions of questions.yaml, by id. Their routes are empty: each tree has its own."""

    synonyms: tuple[tuple[str, ...], ...]
    """Groups of words and phrases that mean the same to a reader."""

    problems: tuple[Problem, ...]
    """What the readers found, errors first, then by place."""

    def section(self, citation: Citation) -> Section | None:
        """The section that digests what the citation names, or None where nobody wrote one."""
        for article in self.articles.values():
            if article.source == citation.source:
                for section in article.sections:
                    if section.cite == citation:
                        return section
        return None

    def cited(self, citation: Citation) -> str:
        """The citation as a person reads it: "Collaborative guide 1.0, September 2025: How to apply"."""
        source = self.sources.get(citation.source)
        if source is None:
            return str(citation)
        section = source.sections.get(citation.section)
        title = section.title if section else citation.section
        return f"{source.short} ({source.edition}), {title}"
