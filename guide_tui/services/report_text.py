"""The outcome of a check as plain lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from guide_tui.model.library import Library
from guide_tui.model.tree import Note
from guide_tui.services.deadlines import Deadline
from guide_tui.services.layout import WIDTH, bulleted, bullets, heading, note_lines, paragraph, prose_lines
from guide_tui.services.report import KeyDate, OtherWay, Report, Task
from guide_tui.services.timeline import state, today_stands
from guide_tui.services.when import long_date
from guide_tui.services.wording import TONES, cited, joined

MOST_OTHER_WAYS = 12
"""How many alternatives are told; the nearest. JSON has them all."""


def report_lines(
    library: Library, report: Report, width: int = WIDTH, *, commands: bool = True, boxes: bool = False
) -> list[str]:
    """The outcome of a check, from the verdict to what to check next. Bracketed numbers name the sources at its end.

    Args:
        library: Where the sources are named.
        report: The outcome.
        width: Columns to wrap to.
        commands: Whether to name the commands that open the checks and the sources. Without them it is for who hears
            it: no signs that have to be seen.
        boxes: Whether every action has a box that shows or takes its tick; without, those that are done say so.
    """
    outcome = report.outcome
    lines = heading(report.headline, width, "=")
    lines += paragraph(f"{TONES[report.tone]}. {report.tree.title} Worked out on {long_date(report.today)}.", width)
    lines += ["", *prose_lines(outcome.says, width), *paragraph(report.references(outcome.cite), width)]
    if report.key_dates:
        lines += ["", *heading("By when", width), *bullets(timeline_words(report), width)]
    for alert in report.alerts:
        lines += ["", *note_lines(alert, report.references(alert.cite), width, "! " if commands else "Important: ")]
    parts: list[tuple[str, list[str]]] = [
        ("What to do", _task_lines(report, width, boxes)),
        ("What not to do", _noted(report, report.avoid, width)),
        ("Also know", _noted(report, report.notes, width)),
        ("Why: your answers", _reason_lines(report, width)),
        ("What would change this", _other_way_lines(report, width, commands)),
        ("Whom to contact", bullets([f"{each.name}: {each.about}" for each in report.contacts], width)),
        ("What to check next", bullets(_then(report, commands), width)),
        ("Sources", reference_lines(library, report, width, commands=commands)),
    ]
    for title, body in parts:
        if body:
            lines += ["", *heading(title, width), *body]
    return [*lines, "", *paragraph(library.about.disclaimer, width)]


def reference_lines(library: Library, report: Report, width: int = WIDTH, *, commands: bool = True) -> list[str]:
    """The numbered sources of a report, with what must be known of each document."""
    lines = []
    for number, citation in enumerate(report.citations, start=1):
        how = f" (guide read {citation})" if commands else ""
        lines += paragraph(f"[{number}] {cited(library, [citation])}{how}", width, "", "    ")
    for name in dict.fromkeys(citation.source for citation in report.citations):
        source = library.sources.get(name)
        if source and source.note:
            lines += paragraph(source.note, width)
    return lines


def timeline_words(report: Report) -> list[str]:
    """The days that matter, in order and with today in its place."""
    words = [key_date_words(each, report.today) for each in report.key_dates]
    words.insert(today_stands(report.key_dates, report.today), f"Today is {long_date(report.today)}.")
    return words


def key_date_words(each: KeyDate, today: date) -> str:
    """A key date as one line: when, how far away, what, who."""
    when = each.deadline.words
    # Of today the words speak already.
    standing = "" if each.deadline.words.startswith("today") else standing_words(each, today)
    about = [part for part in (standing, other_limits(each)) if part]
    aside = f" ({'; '.join(about)})" if about else ""
    return f"{capital(when)}{aside}: {each.what} ({each.who[:1].lower()}{each.who[1:]})."


def standing_words(each: KeyDate, today: date) -> str:
    """What became of a key date and how far away it is: "in 6 weeks", "missed, 3 working days ago", "done"."""
    became, away = state(each, today), each.deadline.away
    if became == "done":
        return became
    return f"{became}, {away}" if became else away


def other_limits(each: KeyDate) -> str:
    """The later limits of a task whose earliest one counts, as a phrase; empty where there is none."""
    others = [long_date(other.day) for other in each.later if other.day]
    if not others:
        return ""
    return f"the other limit, {joined(others, 'and')}, comes later"


def capital(words: str) -> str:
    """The words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def deadline_words(deadline: Deadline) -> str:
    """A deadline as a phrase, saying so where it has passed."""
    if deadline.over:
        return f"{deadline.words} (that day has passed)"
    return f"{deadline.words} (this day has passed)" if deadline.passed else deadline.words


def who_and_when(task: Task) -> str:
    """Who does a task, and by when: of several limits the one that counts, "The lead centre, by Monday 30 November 2026
    (the earlier of this and Thursday 10 December 2026)"; where a day is not known, all of them, "whichever is first".
    """
    # Before a day is earlier than by that day.
    limits = sorted(task.deadlines, key=lambda each: (each.day or date.max, each.side != "before"))
    dates = [deadline_words(deadline) for deadline in task.deadlines]
    if len(limits) > 1 and all(each.day and each.side in _LIMITS for each in limits):
        others = joined([_limit(each) for each in limits[1:]], "and")
        earliest = "earlier" if len(limits) == 2 else "earliest"
        passed = "this day has passed; " if limits[0].passed else ""
        return f"{task.who}, {limits[0].words} ({passed}the {earliest} of this and {others})"
    first = ", whichever is first" if len(dates) > 1 else ""
    return f"{task.who}{', ' if dates else ''}{joined(dates, 'and')}{first}"


_LIMITS = ("by", "before", "on")


def _limit(deadline: Deadline) -> str:
    """A further limit as a phrase: "Thursday 10 December 2026", "the day before Friday 4 September 2026"."""
    assert deadline.day is not None
    return f"{'the day before ' if deadline.side == 'before' else ''}{long_date(deadline.day)}"


def other_way_words(way: OtherWay) -> str:
    """What would change the outcome, as one line: the answers that would have to differ, and the verdict then."""
    changes = joined([f"{short}: {answer}" for short, answer in way.changes], "and")
    further = joined([f"{short}: {answer}" for short, answer in way.further], "and")
    then = f", and then {further}" if further else ""
    return f"{changes}{then} → {way.verdict}."


def more_ways(number: int) -> str:
    """What is said of alternatives that are not listed."""
    return f"And {number} more {'way' if number == 1 else 'ways'}, with more changes or further questions"


def _then(report: Report, commands: bool) -> list[str]:
    return [f"{tree.title} guide check {tree.id}" if commands else tree.title for tree in report.then]


def _task_lines(report: Report, width: int, boxes: bool) -> list[str]:
    lines: list[str] = []
    for number, task in enumerate(report.tasks, start=1):
        box = ("[x] " if task.done else "[ ] ") if boxes else "Done: " if task.done else ""
        lines += bulleted(task.do, f"{number}. {box}", width)
        lines += paragraph(f"Who and when: {who_and_when(task)}. {report.references(task.cite)}", width, "   ")
    if lines and report.basis:
        lines += paragraph(report.basis, width)
    return lines


def _noted(report: Report, notes: Sequence[Note], width: int) -> list[str]:
    return [line for note in notes for line in note_lines(note, report.references(note.cite), width, "- ")]


def _reason_lines(report: Report, width: int) -> list[str]:
    lines: list[str] = []
    for reason in report.reasons:
        because = f" {reason.because}" if reason.because else ""
        mark = f" ({reason.part})" if reason.part else ""
        text = f"- {reason.short}: {reason.answer}.{because}{mark} {report.references(reason.cite)}"
        lines += paragraph(text, width, "", "  ")
    return lines


def _other_way_lines(report: Report, width: int, arrows: bool) -> list[str]:
    told = [other_way_words(way) for way in report.other_ways[:MOST_OTHER_WAYS]]
    lines = bullets(told if arrows else [words.replace(" → ", ", then: ") for words in told], width)
    more = len(report.other_ways) - MOST_OTHER_WAYS
    if more > 0:
        lines += paragraph(f"{more_ways(more)}.", width)
    return lines
