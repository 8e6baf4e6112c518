"""Finding the terms of the glossary in a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from guide_tui.model.article import Term
from guide_tui.model.library import Library

_ABBREVIATION = re.compile(r"[A-Z0-9/&]{2,}('?s)?")
"""Capitals throughout, a plural aside: read as written, since "IV" is none in "iv" and "EAC" none in "each"."""


def terms_in(library: Library, text: str) -> list[tuple[int, int, Term]]:
    """Where terms of the glossary stand in a text, in reading order and without overlap.

    Names and spellings are found as whole words whatever their capitals, and in the plural; abbreviations only as
    written. Where several would fit, the longest counts ("lead centre" before "centre"); of equals, the first in the
    glossary.

    Returns:
        For each occurrence the character it starts at, the one behind it, and the term.
    """
    return list(_occurrences(_Identity(library.terms), text))


def distinct_terms(library: Library, *texts: str) -> tuple[Term, ...]:
    """The terms that occur in any of the texts, each once, in the order met."""
    found = {term.id: term for text in texts for _, _, term in terms_in(library, text)}
    return tuple(found.values())


def _key(form: str) -> str:
    """A form as it is looked up: an abbreviation as written, anything else in small letters with single spaces."""
    spaced = " ".join(form.split())
    return spaced if _ABBREVIATION.fullmatch(spaced) else spaced.casefold()


@dataclass(frozen=True, slots=True)
class _Glossary:
    """The terms, ready to be found."""

    meant: Mapping[str, Term]
    pattern: re.Pattern[str]

    def meaning(self, words: str) -> Term:
        spaced = " ".join(words.split())
        small = spaced.casefold()
        meant = self.meant
        found = meant.get(spaced) or meant.get(small) or meant.get(small.removesuffix("s"))
        # An abbreviation in the plural is the only thing left.
        return found or meant[spaced.removesuffix("s")]


@dataclass(frozen=True, slots=True, eq=False)
class _Identity:
    """Terms as the key of a cache: the same object, since comparing what it holds would take longer than the work."""

    terms: Mapping[str, Term]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and self.terms is other.terms

    def __hash__(self) -> int:
        return id(self.terms)


# A question is drawn again after every key that ticks, undoes or goes back, and its texts are still the same.
@lru_cache(maxsize=256)
def _occurrences(key: _Identity, text: str) -> tuple[tuple[int, int, Term], ...]:
    glossary = _glossary(key)
    if not glossary.meant:
        return ()
    found = glossary.pattern.finditer(text)
    return tuple((match.start(), match.end(), glossary.meaning(match[0])) for match in found)


@lru_cache(maxsize=4)
def _glossary(key: _Identity) -> _Glossary:
    meant: dict[str, Term] = {}
    for term in key.terms.values():
        for form in (term.term, *term.forms):
            meant.setdefault(_key(form), term)
    longest_first = sorted(meant, key=len, reverse=True)
    alternatives = "|".join(_form_pattern(form) for form in longest_first)
    # Hyphens join words: there is no "site" in "sub-site" where the glossary has no sub-site.
    return _Glossary(meant, re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])"))


def _form_pattern(key: str) -> str:
    words = r"\s+".join(map(re.escape, key.split()))
    plural = "" if key.endswith(("s", ")")) else "s?"
    return f"{words}{plural}" if _ABBREVIATION.fullmatch(key) else f"(?i:{words}{plural})"
