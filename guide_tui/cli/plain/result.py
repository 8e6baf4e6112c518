"""The outcome of a check as it is heard: what matters first, the rest when it is asked for.

No marks of sources stand in it, and no day is told twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guide_tui.cli.plain.console import Console
from guide_tui.model.library import Library
from guide_tui.model.tree import Note
from guide_tui.services.layout import bulleted, bullets, note_lines, paragraph, prose_lines
from guide_tui.services.report import Report, Task
from guide_tui.services.report_text import MOST_OTHER_WAYS, more_ways, other_way_words, timeline_words, who_and_when
from guide_tui.services.when import long_date
from guide_tui.services.wording import TONES, cited, counted

ARROW, THEN = "→", "then:"
"""What leads to what, for who sees it and for who hears it."""


class Result:
    """Reads an outcome out.

    Args:
        library: Where sources are named.
        report: The outcome.
        console: Where it is said.
    """

    def __init__(self, library: Library, report: Report, console: Console) -> None:
        self._library = library
        self._report = report
        self._console = console

    def tell_verdict(self) -> None:
        """Say what came out."""
        report = self._report
        tone = TONES[report.tone]
        # "Stop: the hall holds 120 people" says its tone itself.
        said = report.headline.casefold().startswith(tone.casefold())
        self._console.say(f"{report.headline}." if said else f"{tone}. {report.headline}.")
        self._console.say(f"{report.tree.title} Worked out on {long_date(report.today)}.")

    def tell_meaning(self) -> None:
        """Say what the verdict means."""
        self._console.say("")
        self._console.lines(prose_lines(self._report.outcome.says, self._console.width))

    def tell_dates_and_tasks(self) -> None:
        """Say what to do by when, and what must be known before."""
        report, width = self._report, self._console.width
        for alert in report.alerts:
            self._part("", note_lines(alert, "", width, "Important: "))
        dates = bullets(timeline_words(report), width) if report.key_dates else []
        if report.basis:
            dates += paragraph(report.basis, width)
        self._part(f"By when, {counted(len(report.key_dates), 'dates')}:" if report.key_dates else "", dates)
        tasks = [
            line for number, task in enumerate(report.tasks, start=1) for line in self._task_lines(number, task, width)
        ]
        self._part(f"What to do, {counted(len(report.tasks), 'steps')}:", tasks)

    def tell_not_to_do(self) -> None:
        """Say what must not be done."""
        self._notes("What not to do", self._report.avoid)

    def tell_notes(self) -> None:
        """Say what should be known besides."""
        self._notes("Also know", self._report.notes)

    def tell_why(self) -> None:
        """Say the answers that led here, and what each means."""
        told = []
        for reason in self._report.reasons:
            because = f" {reason.because}" if reason.because else ""
            part = f" It {reason.part.replace('used', 'was used')}." if reason.part else ""
            told.append(f"{reason.short}: {reason.answer}.{because}{part}")
        self._part(f"Why: {counted(len(told), 'answers')} of yours.", bullets(told, self._console.width))

    def tell_ways(self) -> None:
        """Say what would change the outcome."""
        ways = self._report.other_ways
        told = [other_way_words(way).replace(f" {ARROW}", f", {THEN}") for way in ways[:MOST_OTHER_WAYS]]
        if len(ways) > MOST_OTHER_WAYS:
            told.append(f"{more_ways(len(ways) - MOST_OTHER_WAYS)}.")
        self._part("What would change this:", bullets(told, self._console.width))

    def tell_contacts(self) -> None:
        """Say whom to contact."""
        told = [f"{each.name}: {each.about}" for each in self._report.contacts]
        self._part(f"Whom to contact, {counted(len(told), 'contacts')}:", bullets(told, self._console.width))

    def tell_rest(self) -> None:
        """Say all that a reading of the verdict, the dates, and what to do and not to do leaves out."""
        self.tell_notes()
        self.tell_why()
        self.tell_ways()
        self.tell_contacts()
        following = [tree.title for tree in self._report.then]
        self._part("What to check next:", bullets(following, self._console.width))
        citations = self._report.citations
        told = [f"{cited(self._library, [citation])}." for citation in citations]
        for name in dict.fromkeys(citation.source for citation in citations):
            source = self._library.sources.get(name)
            if source and source.note:
                told.append(source.note)
        self._part(f"Sources, {counted(len(citations), 'passages')}:", bullets(told, self._console.width))
        self._console.say("")
        self._console.say(self._library.about.disclaimer)

    @property
    def more(self) -> list[str]:
        """What can be typed to hear more, where there is something to be heard."""
        report = self._report
        offered = {
            "why": report.reasons,
            "notes": report.notes,
            "try": report.other_ways,
            "sources": report.citations,
            "contacts": report.contacts,
            "next": report.then,
        }
        return [word for word, things in offered.items() if things]

    def _task_lines(self, number: int, task: Task, width: int) -> Iterable[str]:
        yield from bulleted(task.do, f"{number}. {'Done: ' if task.done else ''}", width)
        # A day that is known was told with the dates.
        told = all(each.day for each in task.deadlines)
        who = f"Who: {task.who}." if told else f"Who and when: {who_and_when(task)}."
        yield from paragraph(who, width, "   ")

    def _notes(self, title: str, notes: Sequence[Note]) -> None:
        lines = [line for note in notes for line in note_lines(note, "", self._console.width, "- ")]
        self._part(f"{title}, {counted(len(notes), 'points')}:", lines)

    def _part(self, title: str, lines: Sequence[str]) -> None:
        if lines:
            self._console.say("")
            self._console.lines([*([title] if title else []), *lines])
