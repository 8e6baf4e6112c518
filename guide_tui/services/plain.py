"""Everything a person reads, as plain lines: no boxes, no colour, nothing that only position says."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Contact, Library, Resource
from guide_tui.model.prose import Block, Heading, Listing, Prose
from guide_tui.model.source import Citation
from guide_tui.model.tree import Condition, Kind, Note, Question, Tone, Tree
from guide_tui.services.deadlines import Deadline, undated
from guide_tui.services.report import KeyDate, OtherWay, Report, Task
from guide_tui.services.rules import condition_words
from guide_tui.services.when import long_date
from guide_tui.services.wording import cited, joined

WIDTH = 80
"""Columns that lines are wrapped to where nothing narrower is asked for."""

TONES = {
    Tone.FINE: "SETTLED",
    Tone.APPROVAL_NEEDED: "APPROVAL NEEDED",
    Tone.STOP: "STOP",
    Tone.UNCLEAR: "NOT SETTLED",
    Tone.ELSEWHERE: "LOOK ELSEWHERE",
}
"""How a tone is said in one or two words."""


def prose_lines(prose: Prose, width: int = WIDTH, indent: str = "") -> list[str]:
    """The prose wrapped to ``width`` columns, every line behind ``indent``."""
    return _block_lines(prose.blocks, width, indent)


def paragraph(text: str, width: int = WIDTH, indent: str = "", hang: str | None = None) -> list[str]:
    """A text wrapped to ``width`` columns; later lines are behind ``hang``, by default the indent."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent if hang is None else hang,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [indent.rstrip()]


def section_lines(library: Library, section: Section, width: int = WIDTH) -> list[str]:
    """A guide section with its source."""
    return [
        *heading(section.title, width),
        *prose_lines(section.body, width),
        "",
        *paragraph(f"Source: {cited(library, [section.cite])}.", width),
    ]


def article_lines(library: Library, article: Article, width: int = WIDTH) -> list[str]:
    """A chapter, section by section."""
    source = library.sources.get(article.source)
    lines = heading(article.title, width, "=")
    if source:
        lines += [*paragraph(f"Our digest, in our own words, of {source.title} ({source.edition}).", width), ""]
        if source.note:
            lines += [*paragraph(source.note, width), ""]
    return lines + _apart(section_lines(library, section, width) for section in article.sections)


def faq_lines(library: Library, entry: FaqEntry, width: int = WIDTH) -> list[str]:
    """A question with its answer and sources."""
    lines = [*heading(entry.question, width), *prose_lines(entry.answer, width), ""]
    tree = library.trees.get(entry.check)
    if tree:
        lines += [*paragraph(f'This can be worked out for your case: "{tree.title}", guide check {tree.id}', width), ""]
    return [*lines, *paragraph(f"Source: {cited(library, entry.cite)}.", width)]


def term_lines(library: Library, term: Term, width: int = WIDTH) -> list[str]:
    """A glossary entry."""
    title = f"{term.term} ({', '.join(term.forms)})" if term.forms else term.term
    lines = [*heading(title, width), *prose_lines(term.meaning, width)]
    if term.caution:
        lines += ["", *paragraph(f"Take care: {term.caution}", width)]
    return [*lines, "", *paragraph(f"Source: {cited(library, term.cite)}.", width)]


def question_lines(question: Question, width: int = WIDTH) -> list[str]:
    """A question with its numbered answers."""
    lines = paragraph(question.ask, width)
    for number, option in enumerate(question.options.values(), start=1):
        hint = f" ({option.hint})" if option.hint else ""
        # A number typed for a number is that number, never an answer of this list.
        mark = "-" if question.kind is Kind.NUMBER else f"{number}."
        lines += paragraph(f"{mark} {option.label}{hint}", width, "  ", "     ")
    return lines


def how_to_answer(question: Question) -> str:
    """What can be typed, as one sentence."""
    listed = ", or the number of an answer above" if question.options else ""
    if question.kind is Kind.DATE:
        return f"Type a day, such as 6 September 2027{listed}."
    if question.kind is Kind.NUMBER:
        return f"Type a number{', or say that you do not know' if question.options else ''}."
    if question.kind is Kind.TEXT:
        return "Type your answer in words."
    if question.kind is Kind.MANY:
        return "Type all the numbers that apply, such as 1, 3, or answer in words."
    return "Type a number, or answer in words."


def why_lines(library: Library, question: Question, width: int = WIDTH) -> list[str]:
    """Why a question is asked and what it rests on."""
    lines = prose_lines(question.why, width) if question.why else ["The guide makes the answer matter."]
    return [*lines, *paragraph(f"Source: {cited(library, question.cite)}.", width)] if question.cite else lines


def report_lines(library: Library, report: Report, width: int = WIDTH) -> list[str]:
    """The outcome of a check, from the verdict to what to check next. Bracketed numbers name the sources at its end."""
    outcome = report.outcome
    lines = heading(outcome.verdict, width, "=")
    lines += paragraph(f"{TONES[report.tone]}. {report.tree.title} Worked out on {long_date(report.today)}.", width)
    lines += ["", *prose_lines(outcome.says, width), *paragraph(report.references(outcome.cite), width)]
    if report.key_dates:
        lines += ["", *heading("By when", width), *_bullets(list(map(key_date_words, report.key_dates)), width)]
    for alert in report.alerts:
        lines += ["", *_note_lines(alert, report.references(alert.cite), width, "! ")]
    parts: list[tuple[str, list[str]]] = [
        ("What to do", _task_lines(report, width)),
        ("What not to do", _noted(report, report.avoid, width)),
        ("Also know", _noted(report, report.notes, width)),
        ("Why: your answers", _reason_lines(report, width)),
        ("What would change this", _other_way_lines(report, width)),
        ("Whom to contact", _bullets([f"{each.name}: {each.about}" for each in report.contacts], width)),
        ("What to check next", _bullets([f"{each.title} guide check {each.id}" for each in report.then], width)),
        ("Sources", reference_lines(library, report, width)),
    ]
    for title, body in parts:
        if body:
            lines += ["", *heading(title, width), *body]
    return [*lines, "", *paragraph(library.about.disclaimer, width)]


def key_date_words(each: KeyDate) -> str:
    """A key date as one line: when, what, who."""
    when = deadline_words(each.deadline)
    others = joined([long_date(other.day) for other in each.later if other.day], "and")
    later = f" (the other limit, {others}, comes later)" if others else ""
    return f"{when[:1].upper()}{when[1:]}{later}: {each.what} ({each.who[:1].lower()}{each.who[1:]})."


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


def who_and_when(task: Task) -> str:
    """Who does a task, and by when: "The lead centre, by ..., and before ..., whichever is first"."""
    dates = [deadline_words(deadline) for deadline in task.deadlines]
    first = ", whichever is first" if len(dates) > 1 else ""
    return f"{task.who}{', ' if dates else ''}{joined(dates, 'and')}{first}"


def _task_lines(report: Report, width: int) -> list[str]:
    lines: list[str] = []
    for number, task in enumerate(report.tasks, start=1):
        lines += _bulleted(task.do, f"{number}. ", width)
        lines += paragraph(f"Who and when: {who_and_when(task)}. {report.references(task.cite)}", width, "   ")
    if lines and report.basis:
        lines += paragraph(report.basis, width)
    return lines


def _noted(report: Report, notes: Sequence[Note], width: int) -> list[str]:
    return [line for note in notes for line in _note_lines(note, report.references(note.cite), width, "- ")]


def _reason_lines(report: Report, width: int) -> list[str]:
    lines: list[str] = []
    for reason in report.reasons:
        because = f" {reason.because}" if reason.because else ""
        mark = f" ({reason.part})" if reason.part else ""
        text = f"- {reason.short}: {reason.answer}.{because}{mark} {report.references(reason.cite)}"
        lines += paragraph(text, width, "", "  ")
    return lines


MOST_OTHER_WAYS = 12
"""How many alternatives are told; the nearest. JSON has them all."""


def _other_way_lines(report: Report, width: int) -> list[str]:
    lines = _bullets([other_way_words(way) for way in report.other_ways[:MOST_OTHER_WAYS]], width)
    more = len(report.other_ways) - MOST_OTHER_WAYS
    if more > 0:
        lines += paragraph(f"{more_ways(more)}.", width)
    return lines


def more_ways(number: int) -> str:
    """What is said of alternatives that are not listed."""
    return f"And {number} more {'way' if number == 1 else 'ways'}, with more changes or further questions"


def _bullets(texts: Sequence[str], width: int) -> list[str]:
    return [line for text in texts for line in paragraph(f"- {text}", width, "", "  ")]


def deadline_words(deadline: Deadline) -> str:
    """A deadline as a phrase, saying so where it has passed."""
    return f"{deadline.words} (this day has passed)" if deadline.passed else deadline.words


def other_way_words(way: OtherWay) -> str:
    """What would change the outcome, as one line: the answers that would have to differ, and the verdict then."""
    changes = joined([f"{short}: {answer}" for short, answer in way.changes], "and")
    further = joined([f"{short}: {answer}" for short, answer in way.further], "and")
    then = f", and then {further}" if further else ""
    return f"{changes}{then} → {way.verdict}."


def handbook_lines(library: Library, width: int = WIDTH) -> list[str]:
    """The whole library as one text."""
    lines = heading(library.about.title, width, "=") + paragraph(library.about.disclaimer, width)
    parts: list[Iterable[str]] = [
        *(article_lines(library, article, width) for article in library.articles.values()),
        *(faq_lines(library, entry, width) for entry in library.faq.values()),
        *(tree_lines(library, tree, width) for tree in library.trees.values()),
        *(term_lines(library, term, width) for term in library.terms.values()),
        _directory(library, "Whom to contact", library.about.contacts, width),
        _directory(library, "Documents and pages to know of", library.about.resources, width),
    ]
    return [*lines, "", *_apart(parts)]


def _directory(
    library: Library, title: str, entries: Mapping[str, Contact] | Mapping[str, Resource], width: int
) -> list[str]:
    lines = heading(title, width)
    for entry in entries.values():
        lines += paragraph(f"- {entry.name}: {entry.about} [{cited(library, entry.cite)}]", width, "", "  ")
    return lines


def tree_lines(library: Library, tree: Tree, width: int = WIDTH) -> list[str]:
    """A whole tree: its questions with where each answer leads, and its outcomes. Ids, as files of answers use them,
    stand in brackets.
    """
    lines = [*heading(f"Check: {tree.title} [{tree.id}]", width, "="), *paragraph(tree.about, width)]
    for question in tree.questions.values():
        lines += ["", *heading(f"Question: {question.ask} [{question.id}]", width)]
        lines += why_lines(library, question, width)
        for option in question.options.values():
            hint = f" ({option.hint})" if option.hint else ""
            lines += paragraph(f"- {option.label}{hint} [{option.id}]", width, "", "  ")
        for route in question.routes:
            when = condition_words(route.when, tree.questions) if route.when else "otherwise"
            lines += paragraph(f"> {when}: {_node_words(tree, route.to)}", width, "", "  ")
    for outcome in tree.outcomes.values():
        lines += ["", *heading(f"Outcome: {outcome.verdict} [{outcome.id}]", width), f"{TONES[outcome.tone]}."]
        lines += prose_lines(outcome.says, width)
        for note in outcome.notes:
            lines += _note_lines(note, _bracketed(library, note.cite), width, "- ", _when(note.when, tree))
        for action in outcome.actions:
            due = "".join(f", {undated(each, tree)}" for each in action.by)
            who = library.about.roles.get(action.who, action.who)
            lines += _bulleted(action.do, f"- Do ({who}{due}){_when(action.when, tree)}: ", width)
            if action.cite:
                lines += paragraph(_bracketed(library, action.cite), width, "  ")
        for note in outcome.avoid:
            lines += _note_lines(note, _bracketed(library, note.cite), width, "- Avoid: ", _when(note.when, tree))
        lines += paragraph(f"Source: {cited(library, outcome.cite)}.", width)
    return lines


def heading(text: str, width: int = WIDTH, line: str = "-") -> list[str]:
    """A heading, underlined."""
    wrapped = paragraph(text, width)
    return [*wrapped, line * max(len(each) for each in wrapped)]


def _when(condition: Condition | None, tree: Tree) -> str:
    return f" [if {condition_words(condition, tree.questions)}]" if condition else ""


def _node_words(tree: Tree, node: str) -> str:
    question = tree.questions.get(node)
    return f'go on to "{question.ask}"' if question else f"{tree.outcomes[node].verdict}."


def _note_lines(note: Note, reference: str, width: int, mark: str, when: str = "") -> list[str]:
    lines = _bulleted(note.say, f"{mark}{when.strip()} " if when else mark, width)
    if not reference:
        return lines
    hang = _hang(mark)
    # The reference follows the last words where it fits, instead of taking a line of its own.
    if len(lines[-1]) + 1 + len(reference) <= width:
        return [*lines[:-1], f"{lines[-1]} {reference}"]
    return [*lines, *paragraph(reference, width, hang)]


def _hang(mark: str) -> str:
    """The indent that stands under what follows the bullet or number of a mark."""
    return " " * (len(mark.split(" ")[0]) + 1)


def _bracketed(library: Library, cite: Sequence[Citation]) -> str:
    return f"[{cited(library, cite)}]" if cite else ""


def _bulleted(prose: Prose, mark: str, width: int) -> list[str]:
    hang = _hang(mark)
    lines: list[str] = []
    for block in prose.blocks:
        if isinstance(block, Listing) or lines:
            lines += _block_lines((block,), width, hang)
        else:
            lines += paragraph(mark + _words(block), width, "", hang)
    return lines or [mark.rstrip()]


def _block_lines(blocks: Sequence[Block], width: int, indent: str) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        if lines:
            lines.append("")
        if isinstance(block, Listing):
            for number, item in enumerate(block.items, start=1):
                lines += _item_lines(item, f"{number}. " if block.ordered else "- ", width, indent)
        else:
            lines += paragraph(_words(block), width, indent)
    return lines


def _item_lines(item: Sequence[Block], mark: str, width: int, indent: str) -> Iterator[str]:
    deeper = indent + " " * len(mark)
    lines: list[str] = []
    for block in item:
        lines += _block_lines((block,), width, deeper)
    if lines:
        lines[0] = indent + mark + lines[0][len(deeper) :]
    yield from lines


def _words(block: Block) -> str:
    assert not isinstance(block, Listing)
    text = "".join(span.text for span in block.spans)
    return text.upper() if isinstance(block, Heading) and block.level <= 2 else text


def _apart(parts: Iterable[Iterable[str]]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if lines:
            lines += ["", ""]
        lines += part
    return lines
