"""The days of an outcome as a timeline, drawn with characters."""

from __future__ import annotations

from textual.content import Content

from guide_tui.services.report import KeyDate, Report
from guide_tui.services.report_text import other_limits, standing_words
from guide_tui.services.timeline import state, today_stands
from guide_tui.services.when import long_date
from guide_tui.tui.page import Page, Piece, wrapped

LEAST = 30
"""Columns that what is to be done needs to stand beside its date."""

SIGNS: dict[str, Piece] = {
    "": ("●", "$text-success"),
    "done": ("✓", "$text-success"),
    "missed": ("✕", "bold $text-error"),
    "over": ("○", "$muted"),
}
"""How a date looks, by what became of it; words say the same."""


def write_timeline(page: Page, report: Report) -> Page:
    """A line for each date, in order, and one for today in its place."""
    dates, today = report.key_dates, report.today
    days = [_short(each) for each in dates]
    aways = [standing_words(each, today) for each in dates]
    columns = max(map(len, days), default=0), max(map(len, aways), default=0)
    room = page.width - sum(columns) - 6
    mark = today_stands(dates, today)
    for place, each in enumerate(dates):
        if place == mark:
            _today(page, report)
        sign = SIGNS[state(each, today)]
        head = Content.assemble(
            sign, (f" {days[place]:<{columns[0]}}  ", "bold"), (f"{aways[place]:<{columns[1]}}", sign[1])
        )
        if room >= LEAST:
            rows = wrapped(_what(each), room, Content(""), 0)
            page.lines.append(head + Content("  ") + rows[0])
            behind = " " * (sum(columns) + 5)
        else:
            page.lines.append(head)
            rows = [Content(""), *wrapped(_what(each), page.width - 2, Content(""), 0)]
            behind = " "
        page.lines += [Content.styled("│", "$muted") + Content(behind) + row for row in rows[1:]]
    if mark == len(dates):
        _today(page, report)
    return page


def _today(page: Page, report: Report) -> None:
    words = f"── today, {long_date(report.today)} "
    page.lines.append(Content.styled(words + "─" * max(2, min(page.width, 60) - len(words)), "$text-accent"))


def _short(each: KeyDate) -> str:
    """A date in few letters: "by Mon 27 Jul 2026"."""
    day = each.deadline.day
    assert day is not None
    weekday, number, month, year = long_date(day).split()
    return f"{each.deadline.side} {weekday[:3]} {number} {month[:3]} {year}"


def _what(each: KeyDate) -> list[Piece]:
    aside = [other_limits(each)]
    if each.deadline.advised:
        aside.insert(0, f"a day off: better by {long_date(each.deadline.advised)}")
    said = "; ".join(filter(None, aside))
    return [
        (each.what, ""),
        (f" ({each.who[:1].lower()}{each.who[1:]})", "$muted"),
        (f" · {said}" if said else "", "$muted"),
    ]
