"""The day that a short answer means, after it was asked which one is meant: "the 6th", "Tuesday", "2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from guide_tui.services.when import Day, Unclear, long_date, read_day, written
from guide_tui.services.wording import joined

_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_SMALL = re.compile(r"\b(?:the|one|number|no)\b|[.)#!?]+", re.IGNORECASE)
_IN_MONTH = re.compile(r"(?:[a-z]+,? )?\d{1,2}(?: ?(?:st|nd|rd|th))?")
"""A day of a month, with its weekday or without."""


def how_to_pick(days: Sequence[date]) -> str:
    """What can be typed to pick one of several days, as a sentence: numbers only where none is a day of the month."""
    if _numbers_are_clear(days):
        numbers = joined([str(number) for number in range(1, len(days) + 1)], "or")
        return f"Type {numbers} for that day, or the day itself."
    return f"Type {joined([written(day) for day in days], 'or')}."


def follow_day(words: str, days: Sequence[date], month: date | None, today: date) -> Day | Unclear | None:
    """The day that the words pick; Unclear where they can pick two; None where they are something new.

    Args:
        words: What was typed.
        days: The days that were offered, in their order.
        month: The first day of the month of which a day was asked for; None where days were offered.
        today: What years are near to.
    """
    plain = " ".join(_SMALL.sub(" ", words).casefold().split())
    if not plain or isinstance(read_day(plain, today), Day):
        return None
    if plain in _ORDINALS:
        plain = str(_ORDINALS.index(plain) + 1)
    if month is not None:
        return read_day(f"{plain} {_month(month)}", today) if _IN_MONTH.fullmatch(plain) else None
    named = [day for day in days if _means(plain, day, today)]
    # What all of them share tells none apart.
    meant = set(named) if len(named) < len(days) else set()
    number = int(plain) if plain.isdecimal() and len(plain) < 3 else 0
    if 1 <= number <= len(days):
        meant.add(days[number - 1])
    if len(meant) > 1:
        return Unclear(f'"{words}" could be either of them. {how_to_pick(days)}', tuple(days))
    return Day(meant.pop()) if meant else None


def _means(words: str, day: date, today: date) -> bool:
    """Whether the words name the day once what they leave out is added."""
    if len(words) > 2 and long_date(day).casefold().split()[0].startswith(words):
        return True
    _, name, year = written(day).split()
    whole = [f"{words} {year}", f"{day.day} {name} {words}"]
    if _IN_MONTH.fullmatch(words):
        whole.append(f"{words} {name} {year}")
    if words.isalpha():
        whole.append(f"{day.day} {words} {year}")
    return Day(day) in [read_day(text, today) for text in whole]


def _month(first: date) -> str:
    return written(first).partition(" ")[2]


def _numbers_are_clear(days: Sequence[date]) -> bool:
    return all(
        day.day != number or days[number - 1] == day or len({each.day for each in days}) == 1
        for number in range(1, len(days) + 1)
        for day in days
    )
