"""An outcome as it is and as it would be, each as a page."""

from __future__ import annotations

from guide_tui.services.report import Report
from guide_tui.services.report_text import who_and_when
from guide_tui.services.trying import Trial
from guide_tui.tui.dates import write_timeline
from guide_tui.tui.page import Page, Piece
from guide_tui.tui.tones import COLOURS, tone_words

NEW: Piece = ("+ ", "bold $text-success")
GONE: Piece = ("− ", "bold $text-error")
GONE_WORDS = (GONE, "falls away")
SAME: Piece = ("· ", "$muted")
MOVED: Piece = ("~ ", "bold $text-warning")


def write_now(page: Page, tried: Trial, *, brief: bool = False) -> Page:
    """The outcome as it is; actions that would fall away say so. If ``brief``, without its days and actions."""
    page.text(("AS IT IS", "bold $muted"))
    for short, answer in tried.before:
        page.text((f"{short}: ", "$muted"), (answer, "bold"))
    _verdict(page, tried.now)
    return page if brief else _details(page, tried.now, dict.fromkeys(tried.fallen_away, GONE_WORDS))


def write_then(page: Page, tried: Trial) -> Page:
    """The outcome as it would be; actions that are new or due on another day say so."""
    page.text(("IF YOU CHANGE IT", "bold $text-accent"))
    for short, answer in tried.way.changes:
        page.text((f"{short}: ", "$muted"), (answer, "bold"))
    for short, answer in tried.way.further:
        page.text(("then ", "italic $muted"), (f"{short}: ", "$muted"), (answer, ""))
    marks = dict.fromkeys(tried.moved, (MOVED, "another day")) | dict.fromkeys(tried.new, (NEW, "new"))
    _details(_verdict(page, tried.then), tried.then, marks)
    gone = [task for task in tried.now.tasks if task.key in tried.fallen_away]
    if gone:
        page.heading("No longer to do")
        for task in gone:
            page.text((f"{task.what}. ", ""), (task.who, "$muted"), mark=GONE)
    return page


def _verdict(page: Page, told: Report) -> Page:
    colour = COLOURS[told.tone]
    page.gap().text((tone_words(told.tone), f"bold reverse {colour}"))
    return page.text((told.headline, f"bold {colour}"))


def _details(page: Page, told: Report, marks: dict[str, tuple[Piece, str]]) -> Page:
    if told.key_dates:
        write_timeline(page.heading("When"), told)
    if told.tasks:
        page.heading("What to do")
    for task in told.tasks:
        mark, words = marks.get(task.key, (SAME, ""))
        page.text(
            (f"{task.what}. ", ""), (who_and_when(task), "$muted"), (f" · {words}" if words else "", mark[1]), mark=mark
        )
    return page
