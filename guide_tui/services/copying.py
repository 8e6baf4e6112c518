"""Texts to take along: what a screen shows, as plain text that says where it comes from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from guide_tui.errors import GuideError
from guide_tui.model.article import FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.model.tree import Tree
from guide_tui.services.check import Conversation
from guide_tui.services.find_text import running_text
from guide_tui.services.finding import find_document, title_of
from guide_tui.services.layout import WIDTH, bullets, heading, paragraph
from guide_tui.services.library_text import readable_lines
from guide_tui.services.question_text import question_lines, why_lines
from guide_tui.services.report import Report
from guide_tui.services.report_text import report_lines
from guide_tui.services.tree_text import source_notes
from guide_tui.services.when import long_date
from guide_tui.services.wording import worded

LONGEST_NAME = 60
"""Characters of a file's name, which some systems cut."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A text to take along."""

    text: str
    """Plain lines, each ended."""

    name: str
    """What a file of it is called, without its ending: small letters, digits and hyphens."""


def report_extract(library: Library, report: Report, centre: str = "") -> Extract:
    """The outcome of a check, from the verdict to its sources; above it the name of the person's centre, if given."""
    lines = [*_head(centre), *report_lines(library, report, boxes=True)]
    return _extract(lines, f"{_file_name(report.tree.title)}-{report.today.isoformat()}")


def document_extract(library: Library, document: str, today: date, centre: str = "") -> Extract | None:
    """A text of the library with its source; of a check, what it works out. None where there is no such text.

    Args:
        library: Has the text.
        document: The id of the text.
        today: The day that stands under it.
        centre: The name of the person's centre, to stand above it; empty for none.
    """
    try:
        found = find_document(library, document)
    except GuideError:
        return None
    if isinstance(found, Tree):
        lines = [*heading(found.title), *paragraph(found.about), "", *paragraph(f"Work it out: guide check {found.id}")]
    else:
        lines = readable_lines(library, found)
    if isinstance(found, FaqEntry | Section | Term):
        cite = [found.cite] if isinstance(found, Section) else found.cite
        for note in source_notes(library, cite, running_text(found)):
            lines += ["", *paragraph(note)]
    lines += ["", *paragraph(f"From {library.about.title}, {long_date(today)}."), *_foot(library)]
    return _extract([*_head(centre), *lines], _file_name(title_of(found)))


def question_extract(library: Library, conversation: Conversation, centre: str = "") -> Extract:
    """A check that is not finished: the answers so far, and the open question with its answers and why it is asked.

    Above it stands the name of the person's centre, if given.
    """
    tree, position = conversation.tree, conversation.position
    lines = [*_head(centre), *heading(tree.title, line="="), f"Not finished on {long_date(conversation.today)}."]
    if position.trail:
        answers = [f"{step.question.short}: {worded(step.question, step.value)}" for step in position.trail]
        lines += ["", *heading("Answers so far"), *bullets(answers, WIDTH)]
    if position.question is not None:
        lines += ["", *heading("Open question"), *question_lines(position.question)]
        lines += ["", *why_lines(library, position.question)]
    lines += _foot(library)
    return _extract(lines, f"{_file_name(tree.title)}-answers-{conversation.today.isoformat()}")


def _head(centre: str) -> list[str]:
    return [centre, ""] if centre else []


def _foot(library: Library) -> list[str]:
    return ["", *paragraph(library.about.disclaimer)]


def _extract(lines: list[str], name: str) -> Extract:
    return Extract("".join(f"{line.rstrip()}\n" for line in lines), name)


def _file_name(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:LONGEST_NAME].rstrip("-") or "text"
