"""The outcome of a check as plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from guide_tui.model.library import Library
from guide_tui.model.tree import Note
from guide_tui.services.deadlines import Deadline
from guide_tui.services.layout import WIDTH, bulleted, bullets, heading, note_lines, paragraph, prose_lines
from guide_tui.services.report import KeyDate, OtherWay, Report, Task
from guide_tui.services.when import long_date
from guide_tui.services.wording import TONES, cited, joined

MOST_OTHER_WAYS = 12
"""How many alternatives are told; the nearest. JSON has them all."""


def report_lines(library: Library, report: Report, width: int = WIDTH) -> list[str]:
    """The outcome of a check, from the verdict to what to check next. Bracketed numbers name the sources at its end."""
    outcome = report.outcome
    lines = heading(outcome.verdict, width, "=")
    lines += paragraph(f"{TONES[report.tone]}. {report.tree.title} Worked out on {long_date(report.today)}.", width)
    lines += ["", *prose_lines(outcome.says, width), *paragraph(report.references(outcome.cite), width)]
    if report.key_dates:
        lines += ["", *heading("By when", width), *bullets(list(map(key_date_words, report.key_dates)), width)]
    for alert in report.alerts:
        lines += ["", *note_lines(alert, report.references(alert.cite), width, "! ")]
    parts: list[tuple[str, list[str]]] = [
        ("What to do", _task_lines(report, width)),
        ("What not to do", _noted(report, report.avoid, width)),
        ("Also know", _noted(report, report.notes, width)),
        ("Why: your answers", _reason_lines(report, width)),
        ("What would change this", _other_way_lines(report, width)),
        ("Whom to contact", bullets([f"{each.name}: {each.about}" for each in report.contacts], width)),
        ("What to check next", bullets([f"{each.title} guide check {each.id}" for each in report.then], width)),
        ("Sources", reference_lines(library, report, width)),
    ]
    for title, body in parts:
        if body:
            lines += ["", *heading(title, width), *body]
    return [*lines, "", *paragraph(library.about.disclaimer, width)]


def reference_lines(library: Library, report: Report, width: int = WIDTH) -> list[str]:
    """The numbered sources of a report, with what must be known of each document."""
    lines = []
    for number, citation in enumerate(report.citations, start=1):
        lines += paragraph(f"[{number}] {cited(library, [citation])} (guide read {citation})", width, "", "    ")
    for name in dict.fromkeys(citation.source for citation in report.citations):
        source = library.sources.get(name)
        if source and source.note:
            lines += paragraph(source.note, width)
    return lines


def key_date_words(each: KeyDate) -> str:
    """A key date as one line: when, what, who."""
    when = deadline_words(each.deadline)
    others = joined([long_date(other.day) for other in each.later if other.day], "and")
    later = f" (the other limit, {others}, comes later)" if others else ""
    return f"{when[:1].upper()}{when[1:]}{later}: {each.what} ({each.who[:1].lower()}{each.who[1:]})."


def deadline_words(deadline: Deadline) -> str:
    """A deadline as a phrase, saying so where it has passed."""
    return f"{deadline.words} (this day has passed)" if deadline.passed else deadline.words


def who_and_when(task: Task) -> str:
    """Who does a task, and by when: "The lead centre, by ..., and before ..., whichever is first"."""
    dates = [deadline_words(deadline) for deadline in task.deadlines]
    first = ", whichever is first" if len(dates) > 1 else ""
    return f"{task.who}{', ' if dates else ''}{joined(dates, 'and')}{first}"


def other_way_words(way: OtherWay) -> str:
    """What would change the outcome, as one line: the answers that would have to differ, and the verdict then."""
    changes = joined([f"{short}: {answer}" for short, answer in way.changes], "and")
    further = joined([f"{short}: {answer}" for short, answer in way.further], "and")
    then = f", and then {further}" if further else ""
    return f"{changes}{then} → {way.verdict}."


def more_ways(number: int) -> str:
    """What is said of alternatives that are not listed."""
    return f"And {number} more {'way' if number == 1 else 'ways'}, with more changes or further questions"


def _task_lines(report: Report, width: int) -> list[str]:
    lines: list[str] = []
    for number, task in enumerate(report.tasks, start=1):
        lines += bulleted(task.do, f"{number}. ", width)
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


def _other_way_lines(report: Report, width: int) -> list[str]:
    lines = bullets([other_way_words(way) for way in report.other_ways[:MOST_OTHER_WAYS]], width)
    more = len(report.other_ways) - MOST_OTHER_WAYS
    if more > 0:
        lines += paragraph(f"{more_ways(more)}.", width)
    return lines
