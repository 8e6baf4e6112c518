"""The files that everything else refers to: sources, facts, about, glossary and synonyms."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as MappingType
from datetime import date
from typing import Any

from guide_tui.library.formats import ABOUT, FACTS, GLOSSARY, SOURCES, SYNONYMS
from guide_tui.library.nodes import Mapping, Scalar
from guide_tui.library.reading import Reading
from guide_tui.library.shapes import read_period
from guide_tui.model.article import Term
from guide_tui.model.characters import shown
from guide_tui.model.library import About
from guide_tui.model.problem import Place
from guide_tui.model.source import Fact, FactKind, Source

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_UNITS = "Write a number and days, weeks, months, years or working days: 6 weeks."


def declared_sections(top: Mapping) -> dict[str, Collection[str]]:
    """The section ids of every source that the file names, sound or not."""
    declared: dict[str, Collection[str]] = {}
    for source, (_, node) in top.pairs.items():
        part = node.pairs.get("sections") if isinstance(node, Mapping) else None
        declared[source] = part[1].pairs.keys() if part and isinstance(part[1], Mapping) else ()
    return declared


def declared_parts(top: Mapping, part: str) -> Collection[str]:
    """The ids under one key of a file, sound or not."""
    found = top.pairs.get(part)
    return found[1].pairs.keys() if found and isinstance(found[1], Mapping) else ()


def read_sources(top: Mapping, reading: Reading) -> dict[str, Source]:
    """The sound sources, by id."""
    return SOURCES.sound(top, reading, lambda values: Source(**{**values, "sections": values["sections"] or {}}))


def read_facts(top: Mapping, reading: Reading) -> dict[str, Fact]:
    """The sound facts, by id."""
    return FACTS.sound(top, reading, lambda values: _fact(values, reading))


def read_about(top: Mapping, reading: Reading) -> About:
    """What the library says of itself; what is faulty in it is empty."""
    values = ABOUT.read(top, top, reading)
    return About(
        **{
            **values,
            "contacts": values["contacts"] or {},
            "roles": values["roles"] or {},
            "resources": values["resources"] or {},
        }
    )


def no_about(file: str) -> About:
    """What a library that says nothing of itself shows instead."""
    return About("Guide", "", "", {}, {}, Place(file))


def read_glossary(top: Mapping, reading: Reading) -> dict[str, Term]:
    """The sound terms, by id."""
    return GLOSSARY.sound(top, reading, lambda term: term)


def read_synonyms(top: Mapping, reading: Reading) -> tuple[tuple[str, ...], ...]:
    """The groups that have two words or more."""
    groups: tuple[tuple[str, ...], ...] = SYNONYMS.read(top, top, reading)["groups"]
    return tuple(group for group in groups if len(group) > 1)


def _fact(values: MappingType[str, Any], reading: Reading) -> Fact:
    given = [kind for kind in FactKind if values[kind.value] is not None]
    place, name = values["place"], values["id"]
    if len(given) != 1:
        found = "none" if not given else " and ".join(f'"{kind.value}"' for kind in given)
        what = f'the fact "{name}" has {found} of "period", "date", "yearly" and "text", so its value is not clear'
        reading.report.error("unclear-fact", place, what, "Give exactly one.")
    node: Scalar | None = values[given[0].value] if given else None
    text = " ".join(node.text.split()) if node else ""
    kind = given[0] if given else FactKind.TEXT
    period = day = None
    if node and kind is FactKind.PERIOD:
        period = read_period(text)
        if period is None:
            what = f"{shown(text)} is not a length of time, so no date could be worked out from it"
            reading.report.error("not-a-period", node, what, _UNITS)
    if node and kind is FactKind.DATE:
        day = _day(text)
        if day is None:
            what = f"{shown(text)} is not a day of the calendar"
            reading.report.error("not-a-date", node, what, "Write year, month and day: 2026-12-10.")
    if node and kind is FactKind.YEARLY:
        day = _day_of_year(text)
        if day is None:
            what = f"{shown(text)} is not a day of the year"
            reading.report.error("not-a-date", node, what, "Write the day and the month: 10 December.")
    words = values["words"] or (_long(day) if day and kind is FactKind.DATE else text)
    return Fact(name, kind, words, values["about"], values["cite"], place, period, day)


def _day(text: str) -> date | None:
    # fromisoformat also takes 20261210 and 2026-W50-4, which few readers recognise as a day.
    try:
        return date.fromisoformat(text) if len(text) == 10 and text.isascii() and "W" not in text else None
    except ValueError:
        return None


def _day_of_year(text: str) -> date | None:
    """The day that "10 December" names, in a leap year so that every day exists."""
    number, _, month = text.partition(" ")
    try:
        return date(2000, _MONTHS.index(month) + 1, int(number)) if number.isascii() else None
    except ValueError:
        return None


def _long(day: date) -> str:
    """A day as a sentence says it, whatever the locale: 10 December 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
