"""The outcome of a check as a page."""

from __future__ import annotations

from collections.abc import Sequence

from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Note, Tone
from guide_tui.services.report import Report
from guide_tui.services.report_text import MOST_OTHER_WAYS, key_date_words, more_ways, other_way_words, who_and_when
from guide_tui.services.when import long_date
from guide_tui.tui.page import Page
from guide_tui.tui.tones import COLOURS, SYMBOLS, tone_words


def write_report(page: Page, library: Library, report: Report) -> Page:
    """From the verdict to what to check next. Bracketed numbers are the sources at the end."""
    outcome = report.outcome
    colour = COLOURS[report.tone]
    page.text((tone_words(report.tone), f"bold reverse {colour}"))
    page.text((outcome.verdict, f"bold {colour}")).gap()
    page.prose(outcome.says, tail=_reference(report, outcome.cite))
    if report.key_dates:
        page.heading("By when")
        for each in report.key_dates:
            style = "$text-error" if each.deadline.passed else "$text-success"
            page.text((key_date_words(each), style), mark=("◆ ", style))
    for alert in report.alerts:
        tone = alert.tone or Tone.UNCLEAR
        page.gap().prose(
            alert.say, mark=(f"{SYMBOLS[tone]} ", f"bold {COLOURS[tone]}"), tail=_reference(report, alert.cite)
        )
    if report.tasks:
        page.heading("What to do")
        for number, task in enumerate(report.tasks, start=1):
            page.prose(task.do, mark=(f"{number}. ", "bold $text-accent"), tail=_reference(report, task.cite))
            late = any(deadline.passed for deadline in task.deadlines)
            page.text((who_and_when(task), "$text-error" if late else "$text-success"), indent=3)
        if report.basis:
            page.gap().text((report.basis, "$muted"))
    _notes(page, report, "What not to do", report.avoid, ("✕ ", "bold $text-error"))
    _notes(page, report, "Also know", report.notes, ("• ", "$muted"))
    _reasons(page, report)
    _other_ways(page, report)
    if report.contacts:
        page.heading("Whom to contact")
        for contact in report.contacts:
            page.text((f"{contact.name}: ", "bold"), (contact.about, ""), mark=("• ", "$muted"))
    if report.then:
        page.heading("What to check next (F7)")
        for tree in report.then:
            page.text((tree.title, ""), mark=("• ", "$muted"))
    page.heading("Sources (F2 opens them)")
    for number, citation in enumerate(report.citations, start=1):
        page.text((library.cited(citation), ""), mark=(f"{f'[{number}]':<5}", "$muted"))
    page.gap().text((f"Worked out on {long_date(report.today)}. {library.about.disclaimer}", "$muted"))
    return page


def _reference(report: Report, cite: Sequence[Citation]) -> tuple[str, str]:
    numbers = report.references(cite)
    # Unbroken, so that a line never ends inside the brackets.
    return (" " + numbers.replace(" ", "\u00a0"), "$muted") if numbers else ("", "")


def _notes(page: Page, report: Report, title: str, notes: Sequence[Note], mark: tuple[str, str]) -> None:
    if notes:
        page.heading(title)
        for note in notes:
            page.prose(note.say, mark=mark, tail=_reference(report, note.cite))


def _reasons(page: Page, report: Report) -> None:
    if not report.reasons:
        return
    page.heading("Why: your answers (F5 changes one)")
    for reason in report.reasons:
        page.text(
            (f"{reason.short}: ", "$muted"),
            (reason.answer, "bold" if reason.decisive else ""),
            (f"  ({reason.part})" if reason.part else "", "italic $muted"),
            mark=("✓ " if reason.decisive else "· ", "$text-success"),
        )
        if reason.because and reason.decisive:
            page.text((reason.because, ""), _reference(report, reason.cite), indent=2)


def _other_ways(page: Page, report: Report) -> None:
    if not report.other_ways:
        return
    page.heading("What would change this")
    for way in report.other_ways[:MOST_OTHER_WAYS]:
        tone = report.tree.outcomes[way.outcome].tone
        page.text((other_way_words(way), ""), mark=(f"{SYMBOLS[tone]} ", COLOURS[tone]))
    more = len(report.other_ways) - MOST_OTHER_WAYS
    if more > 0:
        page.text((f"{more_ways(more)}.", "$muted"))
