"""Days and numbers as people in the UK type them.

Nothing is guessed: what can mean two days is answered with a question that offers both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from guide_tui.model.period import Period, Unit, shift

EARLIEST = date(1990, 1, 1)
LATEST = date(2100, 12, 31)
"""Days beyond these are taken for slips of the keyboard."""

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBERS = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **{f"{ten} {_SMALL[one]}": 10 * tens + one for tens, ten in enumerate(_TENS, start=2) for one in range(1, 10)},
    "none": 0,
    "a": 1,
    "an": 1,
    "half a dozen": 6,
    "a dozen": 12,
}
_UNITS = {"day": Unit.DAYS, "week": Unit.WEEKS, "fortnight": Unit.WEEKS, "month": Unit.MONTHS, "year": Unit.YEARS}
_LONGEST = 80
"""Characters; no day takes more to write."""

_NEAR = 10
"""Years from today within which a two-digit year is most likely meant."""


@dataclass(frozen=True, slots=True)
class Day:
    """What was typed means one day."""

    day: date


@dataclass(frozen=True, slots=True)
class Unclear:
    """What was typed has to be asked back."""

    message: str
    """What is wrong or missing and what to type, in whole sentences."""

    candidates: tuple[date, ...] = ()
    """Days that may be meant, to choose from; empty where none can be named."""

    month: date | None = None
    """The first day of the month that was typed, where only the day in it is missing."""


Found = Day | Unclear | None
"""What a reader makes of a text; None where it is not of the reader's kind."""


def read_day(text: str, today: date) -> Day | Unclear:
    """The day that a person typed, or what to ask them.

    Args:
        text: Anything: "1 Sept 26", "01/09/2026" (the day first), "2026-09-01", "next Monday", "in 3 weeks".
        today: What "tomorrow" is counted from, and what years are near to.

    Returns:
        A day from EARLIEST to LATEST; or Unclear, also for days beyond these and days that do not exist.
    """
    words = _normalised(text)
    if not words:
        return Unclear(f"Type a day, such as {written(today)}.")
    return _read(words, today) or _unreadable(text)


def read_number(text: str, least: int | None = None, most: int | None = None) -> int | Unclear:
    """The whole number that a person typed in figures or words ("3", "three", "a dozen"), or what to ask them.

    Args:
        text: Anything.
        least: The smallest number accepted; None for no bound.
        most: The largest number accepted; None for no bound.
    """
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("\N{MINUS SIGN}", "-").split())
    # Commas only where they part thousands: "1,5" is one and a half in some countries.
    if len(words) <= _LONGEST and re.fullmatch(r"[+-]?\d+|[+-]?\d{1,3}(,\d{3})+", words):
        number = int(words.replace(",", ""))
    elif (spelt := _NUMBERS.get(words.replace("-", " "))) is not None:
        number = spelt
    else:
        return Unclear(f"Type one whole number{_bounds(least, most)}, such as {_example(least, most)}.")
    if (least is not None and number < least) or (most is not None and number > most):
        return Unclear(f"{number} is outside what is possible here. Type a whole number{_bounds(least, most)}.")
    return number


def written(day: date) -> str:
    """The day as "1 September 2026", in English whatever the computer's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """The day with its weekday: "Tuesday 1 September 2026"."""
    return f"{_WEEKDAYS[day.weekday()]} {written(day)}"


def short_date(day: date) -> str:
    """The day in few letters: "Tue 1 Sep 2026"."""
    return f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


# --- reading ---------------------------------------------------------------------------------------------------


def _normalised(text: str) -> str:
    """The words in lower case with single spaces, without commas, ordinals and small words; may be empty."""
    words = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).casefold()
    words = re.sub(r"[\u2010-\u2015\u2212]", "-", words)
    words = re.sub(r"['\u2019`]", "", words).replace(",", " ")
    words = re.sub(r"(\d)\s?(?:st|nd|rd|th)\b", r"\1 ", words)
    words = re.sub(r"(?<=[^\W\d])[./-]|[./-](?=[^\W\d])", " ", words)
    words = re.sub(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)", " ", words)
    words = re.sub(r"\b(?:the|of)\b|^\s*on\b|[.!?\s]+$", " ", words)
    return " ".join(words.split())


def _read(words: str, today: date) -> Found:
    if len(words) > _LONGEST:
        return None
    for reader in _READERS:
        found = reader(words, today)
        if found is not None:
            return found
    return None


def _relative(words: str, today: date) -> Found:
    """ "today", "tomorrow", "day before yesterday"."""
    steps = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1, "day after tomorrow": 2, "day before yesterday": -2}
    return _within(_plus(today, steps[words])) if words in steps else None


def _academic_year(words: str, today: date) -> Found:
    """ "2026/27": a question, with the day on which that year begins."""
    match = re.fullmatch(r"(20\d\d) ?[/-] ?(?:20)?(\d\d)", words)
    if match is None or (int(match[1]) + 1) % 100 != int(match[2]):
        return None
    first = date(int(match[1]), 9, 1)
    message = f"A day is needed, not the year {match[1]}/{match[2]}. Do you mean {written(first)}, where it begins?"
    return Unclear(message, (first,))


_COUNT = rf"(\d+|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"


def _distance(words: str, today: date) -> Found:
    """ "in 3 weeks", "3 weeks ago", "a week tomorrow"; without a direction, a question."""
    match = re.fullmatch(
        rf"(in )?(?:{_COUNT} )?({'|'.join(_UNITS)})s?(?: (ago|from (?:now|today)|time|today|from tomorrow|tomorrow))?",
        words,
    )
    if match is None or not (match[2] or (match[3] in {"week", "fortnight"} and match[4] in {"today", "tomorrow"})):
        return None
    count = _count(match[2] or "1") * (2 if match[3] == "fortnight" else 1)
    period = Period(count, _UNITS[match[3]])
    direction = match[4] or ""
    start = _plus(today, 1) if direction.endswith("tomorrow") else today
    earlier, later = shift(today, period, -1), shift(start, period)
    if match[1] and direction == "ago":
        return None
    if direction == "ago":
        return _within(earlier)
    if match[1] or direction:
        return _within(later)
    return _ask("Which way do you count", [earlier, later])


def _weekday(words: str, today: date) -> Found:
    """ "next Monday", "Friday", "Monday next week", "Monday week"."""
    match = re.fullmatch(r"(?:(this|next|last|coming|this coming|a week on|week on) )?([a-z]+)( week)?", words)
    if match and (index := _index(match[2], _WEEKDAYS)) is not None:
        return _named_weekday(match[1] or "", index, today, week_later=bool(match[3]))
    match = re.fullmatch(r"([a-z]+) (this|next|last) week|(this|next|last) week ([a-z]+)", words)
    if match and (index := _index(match[1] or match[4], _WEEKDAYS)) is not None:
        weeks = {"this": 0, "next": 1, "last": -1}[match[2] or match[3]]
        return _within(_plus(_monday(today), 7 * weeks + index))
    return None


def _named_weekday(which: str, index: int, today: date, *, week_later: bool) -> Day | Unclear:
    name = _WEEKDAYS[index]
    after = _plus(today, (index - today.weekday() - 1) % 7 + 1)
    before = _plus(today, -((today.weekday() - index - 1) % 7 + 1))
    in_this_week = _plus(_monday(today), index)
    if which.endswith("week on") or (week_later and not which):
        return _within(_plus(after, 7))
    if which.endswith("coming"):
        return _within(after)
    # "next Friday", said on a Wednesday, is two days off to some people and nine to others.
    if which == "next":
        clear = after > _plus(in_this_week, 6) and after > _plus(today, 1)
        return _within(after) if clear else _ask(f"Which {name}", [after, _plus(after, 7)])
    if which == "last":
        clear = before < _monday(today)
        return _within(before) if clear else _ask(f"Which {name}", [_plus(before, -7), before])
    if which == "this":
        return _within(in_this_week) if in_this_week >= today else _ask(f"Which {name}", [before, after])
    return _ask(f"Which {name}", [before, today, after] if index == today.weekday() else [before, after])


def _span(words: str, today: date) -> Found:
    """ "next week", "last month", "2026": a question."""
    steps = {"this": 0, "next": 1, "last": -1}
    match = re.fullmatch(r"(this|next|last) (week|month)", words)
    if match and match[2] == "week":
        monday = _plus(_monday(today), 7 * steps[match[1]])
        return _ask(f"Which day {words}", [_plus(monday, day) for day in range(5)])
    if match:
        first = shift(today.replace(day=1), Period(1, Unit.MONTHS), steps[match[1]]) if match[1] != "this" else today
        return _which_day(first.month, first.year)
    if re.fullmatch(r"\d{4}", words):
        year = _year(words, today)
        return year if isinstance(year, Unclear) else Unclear(f"Which day in {year}? Type it with its month.")
    return None


def _beside_weekday(words: str, today: date) -> Found:
    """ "Tuesday 1 September 2026": the weekday must agree with the rest."""
    name, _, rest = words.partition(" ")
    index = _index(name, _WEEKDAYS)
    found = _read(rest, today) if index is not None and re.search(r"\d", rest) else None
    if found is None or index is None:
        return None
    if isinstance(found, Unclear):
        fitting = [day for day in found.candidates if day.weekday() == index]
        if len(fitting) == 1 and len(found.candidates) > 1 and _in_one_month(found.candidates):
            # Only the year was missing, and the weekday tells it.
            return Day(fitting[0])
        return _ask("Do you mean", fitting) if fitting else found
    if found.day.weekday() == index:
        return found
    offset = (index - found.day.weekday() + 3) % 7 - 3
    is_a = f"{written(found.day)} is a {_WEEKDAYS[found.day.weekday()]}, not a {_WEEKDAYS[index]}"
    return _ask(f"{is_a}. Which day do you mean", [found.day, _plus(found.day, offset)])


def _in_one_month(days: Iterable[date]) -> bool:
    """Whether the days are the same day of the same month, in different years."""
    return len({(day.month, day.day) for day in days}) == 1


def _relative_year(words: str, today: date) -> Found:
    """ "1 September next year"."""
    match = re.fullmatch(r"(?:(.+) )?(this|next|last) year", words)
    if match is None:
        return None
    year = today.year + {"this": 0, "next": 1, "last": -1}[match[2]]
    return _read(f"{match[1] or ''} {year:04}".strip(), today)


def _with_month_name(words: str, today: date) -> Found:
    """ "1 September 2026", "Sept 1 2026", "2026 Sept 1"; with a part missing, a question."""
    parts = words.split()
    months = [_index(part, _MONTHS) for part in parts]
    found = [(place, month + 1) for place, month in enumerate(months) if month is not None]
    if len(found) != 1:
        return None
    place, month = found[0]
    numbers = [part for part in parts if part.isdecimal()]
    if len(numbers) != len(parts) - 1 or len(numbers) > 2:
        return None
    if not numbers:
        return Unclear(f"Which day in {_MONTHS[month - 1]}, and in which year? Type it like {_sample(month, today)}.")
    if len(numbers) == 2:
        day, year = reversed(numbers) if len(numbers[0]) > 2 else numbers
        return _day(day, month, year, today)
    (number,) = numbers
    if len(number) > 2:
        year_found = _year(number, today)
        return year_found if isinstance(year_found, Unclear) else _which_day(month, year_found)
    found_without = _without_year(int(number), month, today)
    if place == 0 and len(number) == 2 and abs(2000 + int(number) - today.year) <= _NEAR:
        # "Sept 26": the 26th, or some day in 2026?
        return Unclear(
            f"Type the day, the month and the whole year, such as {_sample(month, today)}.", found_without.candidates
        )
    return found_without


_BETWEEN = r"\s*[./\- ]\s*"


def _in_figures(words: str, today: date) -> Found:
    """ "01/09/2026", the day first; "2026-09-01"; eight figures in either order."""
    match = re.fullmatch(rf"(\d+){_BETWEEN}(\d+){_BETWEEN}(\d+)", words)
    if match is None:
        eight = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", words)
        if eight is None:
            return None
        day_first = _day(words[:2], int(words[2:4]), words[4:], today)
        # No eight figures are a day of our years in both orders.
        year_first = _day(eight[3], int(eight[2]), eight[1], today)
        return year_first if isinstance(year_first, Day) else day_first
    first, second, third = match.groups()
    if len(first) > 2:
        return _day(third, int(second), first, today)
    found = _day(first, int(second), third, today)
    if int(second) > 12 >= int(first):
        swapped = _day(second, int(first), third, today)
        if isinstance(swapped, Day):
            return _ask("That looks like the month first; here the day comes first. Do you mean", [swapped.day])
    if isinstance(found, Day) and len(third) == 2 and abs(found.day.year - today.year) > _NEAR:
        # "26/09/01" is far off with the day first, but near with the year first.
        turned = _day(third, int(second), first, today)
        if isinstance(turned, Day) and abs(turned.day.year - today.year) <= _NEAR:
            return _ask("Which day do you mean", [found.day, turned.day])
    return found


def _pair_in_figures(words: str, today: date) -> Found:
    """ "1/9" and "09/2026": a question."""
    match = re.fullmatch(r"(\d{1,2}|\d{4})\s*[./-]\s*(\d{1,2}|\d{4})", words)
    if match is None:
        return None
    first, second = match.groups()
    if len(first) == 4 or len(second) == 4:
        year_text, month = (first, int(second)) if len(first) == 4 else (second, int(first))
        year = _year(year_text, today)
        if isinstance(year, Unclear):
            return year
        return _which_day(month, year) if 1 <= month <= 12 else _no_month(month)
    if int(second) > 12 >= int(first) > 0:
        month_first = _without_year(int(second), int(first), today)
        return Unclear("Type the day, the month and the whole year, the day first.", month_first.candidates)
    return _without_year(int(first), int(second), today) if 1 <= int(second) <= 12 else _no_month(int(second))


def _bare_day(words: str, today: date) -> Found:
    """ "15": a question for the month."""
    if not re.fullmatch(r"\d{1,2}", words) or not 1 <= int(words) <= 31:
        return None
    starts = [shift(today.replace(day=1), Period(months, Unit.MONTHS)) for months in range(3)]
    days = [_existing(int(words), start.month, start.year) for start in starts]
    return _ask(f"Which month do you mean by {int(words)}", [day for day in days if day is not None][:2])


def _misspelt(words: str, today: date) -> Found:
    """ "1 Febuary 2026": a question with the nearest name."""
    names = [name.casefold() for name in (*_MONTHS, *_WEEKDAYS, "today", "tomorrow", "yesterday")]
    parts = []
    for part in words.split():
        near = get_close_matches(part, names, n=1, cutoff=0.75) if len(part) > 3 and part.isalpha() else []
        parts.append(near[0] if near else part)
    corrected = " ".join(parts)
    if corrected == words:
        return None
    found = _read(corrected, today)
    return _ask("Do you mean", [found.day]) if isinstance(found, Day) else found


_READERS: tuple[Callable[[str, date], Found], ...] = (
    _relative,
    _academic_year,
    _in_figures,
    _pair_in_figures,
    _relative_year,
    _with_month_name,
    _weekday,
    _beside_weekday,
    _distance,
    _span,
    _bare_day,
    _misspelt,
)


# --- building days and questions -------------------------------------------------------------------------------


def _day(day_text: str, month: int, year_text: str, today: date) -> Day | Unclear:
    year = _year(year_text, today)
    if isinstance(year, Unclear):
        return year
    if not 1 <= month <= 12:
        return _no_month(month)
    day = int(day_text)
    if not 1 <= day <= 31:
        return Unclear(f"No month has a day {day}. Type the day first, such as {_sample(month, today)}.")
    existing = _existing(day, month, year)
    if existing is not None:
        return Day(existing)
    last = _plus(shift(date(year, month, 1), Period(1, Unit.MONTHS)), -1)
    return _ask(
        f"There is no {day} {_MONTHS[month - 1]} {year}: that month ends on the {last.day}th. Do you mean",
        [last, _plus(last, 1)],
    )


def _year(text: str, today: date) -> int | Unclear:
    """The year, in full. Two figures mean the possible year nearest to today."""
    if len(text) not in {2, 4}:
        return Unclear(f"Type the year with four figures, such as {today.year:04}.")
    year = int(text)
    if len(text) == 2:
        possible = [year + century for century in (1900, 2000, 2100) if EARLIEST.year <= year + century <= LATEST.year]
        return min(possible, key=lambda full: abs(full - today.year))
    return year if EARLIEST.year <= year <= LATEST.year else _too_far(year)


def _without_year(day: int, month: int, today: date) -> Unclear:
    if _existing(day, month, 2000) is None:  # a leap year
        return Unclear(f"There is no {day} {_MONTHS[month - 1]}. Type the day first, such as {_sample(month, today)}.")
    # Eight years either way hold every 29 February but those around 1900 and 2100.
    years = range(today.year - 8, today.year + 9)
    days = [existing for year in years if (existing := _existing(day, month, year)) is not None and _fits(existing)]
    if not days:
        return Unclear(f"Type the day with its month and year, such as {_sample(month, today)}.")
    nearest = sorted(days, key=lambda existing: abs((existing - today).days))[:2]
    return _ask("Which year do you mean", sorted(nearest), name=written)


def _within(day: date) -> Day | Unclear:
    return Day(day) if _fits(day) else _too_far(day.year)


def _ask(question: str, days: Iterable[date], name: Callable[[date], str] = long_date) -> Unclear:
    """The question, ended with the days to choose from."""
    candidates = tuple(day for day in days if _fits(day))
    if not candidates:
        return Unclear("Type the day with its month and year.")
    *others, last = [name(day) for day in candidates]
    offered = f"{', '.join(others)} or {last}" if others else last
    separator = " " if question.endswith("Do you mean") else ": "
    return Unclear(f"{question}{separator}{offered}?", candidates)


def _which_day(month: int, year: int) -> Unclear:
    return Unclear(f"Which day in {_MONTHS[month - 1]} {year}?", month=date(year, month, 1))


def _no_month(month: int) -> Unclear:
    return Unclear(f"There is no month {month}. Type the day first, then the month and the year.")


def _too_far(year: int) -> Unclear:
    how = "long ago" if year < EARLIEST.year else "far ahead"
    return Unclear(f"{year} is too {how} to be meant here. Type a day from {EARLIEST.year} to {LATEST.year}.")


def _unreadable(text: str) -> Unclear:
    shown = " ".join("".join(letter if letter.isprintable() else " " for letter in text[: _LONGEST // 2]).split())
    more = "…" if len(text) > _LONGEST // 2 else ""
    return Unclear(f'"{shown}{more}" cannot be read as a day. Type it like 1 September 2026 or 01/09/2026.')


def _existing(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fits(day: date) -> bool:
    return EARLIEST <= day <= LATEST


def _plus(day: date, days: int) -> date:
    return shift(day, Period(abs(days), Unit.DAYS), 1 if days >= 0 else -1)


def _monday(day: date) -> date:
    return _plus(day, -day.weekday())


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMBERS[text]


def _index(word: str, names: list[str]) -> int | None:
    """Which of the names the word is or begins, with three letters at least; None for none or several."""
    fitting = [index for index, name in enumerate(names) if len(word) > 2 and name.casefold().startswith(word)]
    return fitting[0] if len(fitting) == 1 else None


def _sample(month: int, today: date) -> str:
    return f"1 {_MONTHS[month - 1]} {min(max(today.year, EARLIEST.year), LATEST.year)}"


def _bounds(least: int | None, most: int | None) -> str:
    match least, most:
        case int(), int():
            return f" from {least} to {most}"
        case int(), None:
            return f", {least} or more"
        case None, int():
            return f", {most} or less"
    return ""


def _example(least: int | None, most: int | None) -> int:
    return max(least, 2) if least is not None and (most is None or most >= 2) else most if most is not None else 2
