"""Working days: which days a centre is closed on, and how to count around them.

Bank holidays come from the ``holidays`` package: announced ones, and for later years those that the rules foresee.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

_SUBDIVISIONS = {"england": "ENG", "wales": "WLS", "scotland": "SCT", "northern-ireland": "NIR"}
_NAMES = {"england": "England", "wales": "Wales", "scotland": "Scotland", "northern-ireland": "Northern Ireland"}
_WEEKEND = {5: "Saturday", 6: "Sunday"}

NATIONS = tuple(_SUBDIVISIONS)
"""The nations whose bank holidays are known."""

COUNTRY = "country"
"""The shared question whose answer tells the bank holidays, where it is one of NATIONS."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Where counting ended, and what was passed over on the way."""

    day: date
    skipped: tuple[tuple[date, str], ...]
    """Days that did not count, each with why, in the order passed."""


@dataclass(frozen=True)
class Calendar:
    """The days on which a centre is closed."""

    nation: str | None = None
    """One of NATIONS; None where it is not known."""

    closures: Mapping[date, str] = field(default_factory=dict)
    """The centre's own closed days, each with why: "Staff training"."""

    _bank_holidays: HolidayBase | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Raises ValueError for an unknown nation."""
        object.__setattr__(self, "_bank_holidays", _bank_holidays(self.nation))

    @property
    def basis(self) -> str:
        """What is left out, as a sentence for the person."""
        closed = ["Saturdays", "Sundays"]
        if self.closures:
            closed.append("your own closed days")
        if self.nation is not None:
            closed.append(f"the bank holidays of {_NAMES[self.nation]}")
        text = f"{', '.join(closed[:-1])} and {closed[-1]} are left out."
        if self.nation is None:
            # Those that all nations share could be left out, but a partial list would pass for a complete one.
            text += " Bank holidays are not, because they differ between the nations and none was given."
        return text

    def closed(self, day: date) -> str | None:
        """Why the centre is closed on that day ("Christmas Day", "Saturday"), or None where it is open."""
        if self._bank_holidays is not None and (name := self._bank_holidays.get(day)):
            return str(name).replace("(observed)", "(substitute day)")
        return self.closures.get(day) or _WEEKEND.get(day.weekday())


def working_day_on_or_before(day: date, calendar: Calendar) -> Moved:
    """The day itself where the centre is open, else the last day before it on which it is.

    At the beginning of all dates, with nothing open before, it is that first date.
    """
    skipped = []
    while (why := calendar.closed(day)) and day > date.min:
        skipped.append((day, why))
        day -= timedelta(days=1)
    return Moved(day, tuple(skipped))


def count_back(day: date, number: int, calendar: Calendar) -> Moved:
    """The working day that lies ``number`` working days before ``day``, which itself is not counted.

    With 0 it is ``day``, open or closed. Counting stops at the first of all dates.

    Raises:
        ValueError: ``number`` is negative.
    """
    return _count(day, number, calendar, -1)


def count_on(day: date, number: int, calendar: Calendar) -> Moved:
    """The working day that lies ``number`` working days after ``day``, which itself is not counted.

    With 0 it is ``day``, open or closed. Counting stops at the last of all dates.

    Raises:
        ValueError: ``number`` is negative.
    """
    return _count(day, number, calendar, 1)


def _count(day: date, number: int, calendar: Calendar, sign: int) -> Moved:
    if number < 0:
        raise ValueError(f"cannot count {number} working days; count in the other direction")
    end = date.max if sign > 0 else date.min
    skipped = []
    while number > 0 and day != end:
        day += timedelta(days=sign)
        if why := calendar.closed(day):
            skipped.append((day, why))
        else:
            number -= 1
    return Moved(day, tuple(skipped))


def _bank_holidays(nation: str | None) -> HolidayBase | None:
    if nation is None:
        return None
    if nation not in _SUBDIVISIONS:
        raise ValueError(f'"{nation}" is none of {", ".join(NATIONS)}')
    # A tenth of a second, which only those who ask for working days should wait.
    from holidays import country_holidays

    # Always with a subdivision: without one, the package leaves out Easter Monday.
    return country_holidays("GB", subdiv=_SUBDIVISIONS[nation], language="en_GB")
