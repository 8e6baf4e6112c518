"""The outcome of a check as a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Note, Tone
from guide_tui.services.report import Report, Task
from guide_tui.services.report_text import other_way_words, who_and_when
from guide_tui.services.when import long_date
from guide_tui.tui.dates import write_timeline
from guide_tui.tui.page import Page, Piece
from guide_tui.tui.tones import COLOURS, SYMBOLS, tone_words

NEAREST = 3
"""How many other ways to another outcome the page tells; the others can be tried."""

KeyOf = Callable[[str], str]
"""Gives the key of an action, by its id."""


@dataclass(slots=True)
class Written:
    """Where on the page things stand, in rows from 0."""

    verdict: range
    """The verdict, along which a bar stands."""

    tasks: dict[str, range] = field(default_factory=dict)
    """The actions that can be ticked, by their keys."""


def write_report(page: Page, library: Library, report: Report, key_of: KeyOf) -> Written:
    """From the verdict to what to check next. Bracketed numbers are the sources at the end."""
    outcome = report.outcome
    colour = COLOURS[report.tone]
    first = len(page.lines)
    page.text((tone_words(report.tone), f"bold reverse {colour}"))
    page.text((report.headline, f"bold {colour}"))
    written = Written(range(first, len(page.lines)))
    page.gap().prose(outcome.says, tail=_reference(report, outcome.cite))
    if report.key_dates:
        write_timeline(page.heading("When"), report)
    for alert in report.alerts:
        tone = alert.tone or Tone.UNCLEAR
        page.gap().prose(
            alert.say, mark=(f"{SYMBOLS[tone]} ", f"bold {COLOURS[tone]}"), tail=_reference(report, alert.cite)
        )
    if report.tasks:
        done = sum(task.done for task in report.tasks)
        ticks = f" · {done} of {len(report.tasks)} done · {key_of('outcome.tick')} ticks"
        page.gap().text(("What to do", "bold $text-accent"), (ticks, "$muted"))
        for task in report.tasks:
            first = len(page.lines)
            _task(page, report, task)
            written.tasks[task.key] = range(first, len(page.lines))
        if report.basis:
            page.gap().text((report.basis, "$muted"))
    _notes(page, report, "What not to do", report.avoid, ("✕ ", "bold $text-error"))
    _notes(page, report, "Also know", report.notes, ("• ", "$muted"))
    _reasons(page, report, key_of("check.change"))
    _other_ways(page, report, key_of("check.try"))
    if report.contacts:
        page.heading("Whom to contact")
        for contact in report.contacts:
            page.text((f"{contact.name}: ", "bold"), (contact.about, ""), mark=("• ", "$muted"))
    if report.then:
        page.heading(f"What to check next ({key_of('check.next')})")
        for tree in report.then:
            page.text((tree.title, ""), mark=("• ", "$muted"))
    page.heading(f"Sources ({key_of('check.sources')} opens them)")
    for number, citation in enumerate(report.citations, start=1):
        page.text((library.cited(citation), ""), mark=(f"{f'[{number}]':<5}", "$muted"))
    page.gap().text((f"Worked out on {long_date(report.today)}. {library.about.disclaimer}", "$muted"))
    return written


def _task(page: Page, report: Report, task: Task) -> None:
    box: Piece = ("[x] ", "bold $text-success") if task.done else ("[ ] ", "bold $text-primary")
    page.prose(task.do, mark=box, style="$muted" if task.done else "", tail=_reference(report, task.cite))
    style = "$muted" if task.done else "$text-error" if task.late else "$text-success"
    page.text((who_and_when(task), style), indent=len(box[0]))


def _reference(report: Report, cite: Sequence[Citation]) -> Piece:
    numbers = report.references(cite)
    # Unbroken, so that a line never ends inside the brackets.
    return (" " + numbers.replace(" ", "\u00a0"), "$muted") if numbers else ("", "")


def _notes(page: Page, report: Report, title: str, notes: Sequence[Note], mark: Piece) -> None:
    if notes:
        page.heading(title)
        for note in notes:
            page.prose(note.say, mark=mark, tail=_reference(report, note.cite))


def _reasons(page: Page, report: Report, key: str) -> None:
    if not report.reasons:
        return
    page.heading(f"Why: your answers ({key} changes one)")
    for reason in report.reasons:
        page.text(
            (f"{reason.short}: ", "$muted"),
            (reason.answer, "bold" if reason.decisive else ""),
            (f"  ({reason.part})" if reason.part else "", "italic $muted"),
            mark=("✓ " if reason.decisive else "· ", "$text-success"),
        )
        if reason.because and (reason.decisive or reason.together):
            page.text((reason.because, ""), _reference(report, reason.cite), indent=2)


def _other_ways(page: Page, report: Report, key: str) -> None:
    if not report.other_ways:
        return
    page.heading(f"What would change this ({key} tries it)")
    for way in report.other_ways[:NEAREST]:
        tone = report.tree.outcomes[way.outcome].tone
        page.text((other_way_words(way), ""), mark=(f"{SYMBOLS[tone]} ", COLOURS[tone]))
    more = len(report.other_ways) - NEAREST
    if more > 0:
        page.text((f"And {more} more: press {key}.", "$muted"), indent=2)
