"""A check as plain lines: all of it, or one of its questions or outcomes."""

from __future__ import annotations

from collections.abc import Sequence

from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Action, Condition, Note, Outcome, Question, Tree
from guide_tui.services.deadlines import undated
from guide_tui.services.finding import TreeOutcome, TreeQuestion
from guide_tui.services.layout import WIDTH, bulleted, bullets, heading, note_lines, paragraph, prose_lines
from guide_tui.services.question_text import why_lines
from guide_tui.services.rules import condition_words
from guide_tui.services.wording import TONES, cited, joined


def tree_lines(library: Library, tree: Tree, width: int = WIDTH) -> list[str]:
    """A whole tree: its questions with where each answer leads, and its outcomes. Ids, as files of answers use them,
    stand in brackets.
    """
    lines = [*heading(f"Check: {tree.title} [{tree.id}]", width, "="), *paragraph(tree.about, width)]
    for question in tree.questions.values():
        lines += ["", *heading(f"Question: {question.ask} [{question.id}]", width)]
        lines += why_lines(library, question, width)
        lines += _option_lines(question, width, ids=True)
        for route in question.routes:
            when = condition_words(route.when, tree.questions) if route.when else "otherwise"
            lines += paragraph(f"> {when}: {_node_words(tree, route.to)}", width, "", "  ")
    for outcome in tree.outcomes.values():
        lines += ["", *heading(f"Outcome: {outcome.verdict} [{outcome.id}]", width), f"{TONES[outcome.tone]}."]
        lines += prose_lines(outcome.says, width)
        lines += _note_lines(library, tree, outcome.notes, "- ", width)
        for action in outcome.actions:
            when = _when(action.when, tree)
            lines += bulleted(action.do, f"- Do ({who_when(library, tree, action)}){when}: ", width)
            if action.cite:
                lines += paragraph(_bracketed(library, action.cite), width, "  ")
        lines += _note_lines(library, tree, outcome.avoid, "- Avoid: ", width)
        lines += paragraph(f"Source: {cited(library, outcome.cite)}.", width)
    return lines


def node_question_lines(
    library: Library, found: TreeQuestion, width: int = WIDTH, *, commands: bool = True
) -> list[str]:
    """One question: why it is asked, its answers, what it rests on, and with ``commands`` how to start the check."""
    lines = [*heading(found.question.ask, width), *paragraph(f"{ASKED_IN} {_quoted(found.tree)}.", width)]
    if found.question.options:
        lines += ["", *heading("Answers", width), *_option_lines(found.question, width)]
    lines += ["", *heading("Why it is asked", width), *why_lines(library, found.question, width)]
    return [*lines, "", *paragraph(f"Start the check: guide check {found.tree.id}", width)] if commands else lines


def node_outcome_lines(library: Library, found: TreeOutcome, width: int = WIDTH, *, commands: bool = True) -> list[str]:
    """One outcome with everything that it can say; what depends on the answers stands last, with what it depends on.
    Bracketed numbers name the sources at its end; with ``commands``, how to open them and how to start the check.
    """
    tree, outcome = found.tree, found.outcome
    always, sometimes = outcome_notes(outcome)
    references = outcome_references(outcome)
    lines = heading(outcome.verdict, width, "=")
    lines += paragraph(f"{TONES[outcome.tone]}. {ENDS} {_quoted(tree)}", width)
    lines += ["", *prose_lines(outcome.says, width), *paragraph(reference_words(references, outcome.cite), width)]
    parts = [
        ("What to do", _action_lines(library, found, references, width)),
        ("What not to do", _referring(tree, outcome.avoid, references, width)),
        ("Also know", _referring(tree, always, references, width)),
        ("Depending on your answers", _referring(tree, sometimes, references, width)),
        ("Whom to contact", bullets(contact_words(library, outcome), width)),
        ("Sources", _source_lines(library, references, width, commands)),
    ]
    for title, body in parts:
        if body:
            lines += ["", *heading(title, width), *body]
    work_out = paragraph(f"Work out whether it is yours: guide check {tree.id}", width)
    return [*lines, "", *work_out] if commands else lines


ASKED_IN = "A question of the check"
"""What a question that is read on its own is; the check's title follows."""

ENDS = "One of the outcomes of"
"""What an outcome that is read without having been reached is; the check's title follows."""


def outcome_notes(outcome: Outcome) -> tuple[list[Note], list[Note]]:
    """The notes that are always said, and those that hang on the answers; each with its pressing ones first."""
    notes = sorted(outcome.notes, key=lambda note: note.tone is None)
    return [note for note in notes if note.when is None], [note for note in notes if note.when is not None]


def outcome_references(outcome: Outcome) -> list[Citation]:
    """Every section that an outcome rests on whatever the answers, in reading order: reference 1 is the first."""
    always, sometimes = outcome_notes(outcome)
    parts: list[Note | Action] = [*outcome.actions, *outcome.avoid, *always, *sometimes]
    return list(dict.fromkeys([*outcome.cite, *(citation for part in parts for citation in part.cite)]))


def reference_words(references: Sequence[Citation], cite: Sequence[Citation]) -> str:
    """Citations as numbers among the references: "[1, 4]"; empty for none."""
    numbers = sorted(references.index(citation) + 1 for citation in cite)
    return f"[{', '.join(map(str, numbers))}]" if numbers else ""


def when_words(condition: Condition | None, tree: Tree) -> str:
    """On what something depends that is not always said, as a phrase: ``if "Plan" is A race``; empty for always."""
    return f"if {condition_words(condition, tree.questions)}" if condition else ""


def who_when(library: Library, tree: Tree, action: Action) -> str:
    """Who does something and by when, while no day is known: "The club, at least six weeks before First day"."""
    who = library.about.roles.get(action.who, action.who)
    dues = [undated(due, tree) for due in action.by]
    first = ", whichever is first" if len(dues) > 1 else ""
    return f"{who}{', ' if dues else ''}{joined(dues, 'and')}{first}"


def source_notes(library: Library, cite: Sequence[Citation], said: str = "") -> list[str]:
    """What must be known of the documents cited, each document once.

    Args:
        library: Has the documents.
        cite: What is cited.
        said: The text that cites them. Where it tells the edition itself, such as "undated", it is not warned of twice.
    """
    sources = [library.sources.get(name) for name in dict.fromkeys(citation.source for citation in cite)]
    return [
        source.note
        for source in sources
        if source and source.note and source.edition.casefold() not in said.casefold().split()
    ]


def contact_words(library: Library, outcome: Outcome) -> list[str]:
    """Whom to contact, each as one line."""
    held = library.about.contacts
    return [f"{held[name].name}: {held[name].about}" for name in outcome.contacts if name in held]


def _option_lines(question: Question, width: int, *, ids: bool = False) -> list[str]:
    lines: list[str] = []
    for option in question.options.values():
        hint = f" ({option.hint})" if option.hint else ""
        lines += paragraph(f"- {option.label}{hint}{f' [{option.id}]' if ids else ''}", width, "", "  ")
    return lines


def _note_lines(library: Library, tree: Tree, notes: Sequence[Note], mark: str, width: int) -> list[str]:
    return [
        line
        for note in notes
        for line in note_lines(note, _bracketed(library, note.cite), width, mark, _when(note.when, tree))
    ]


def _referring(tree: Tree, notes: Sequence[Note], references: Sequence[Citation], width: int) -> list[str]:
    return [
        line
        for note in notes
        for line in note_lines(note, reference_words(references, note.cite), width, "- ", _when(note.when, tree))
    ]


def _action_lines(library: Library, found: TreeOutcome, references: Sequence[Citation], width: int) -> list[str]:
    lines: list[str] = []
    for number, action in enumerate(found.outcome.actions, start=1):
        lines += bulleted(action.do, f"{number}.{_when(action.when, found.tree)} ", width)
        told = f"Who and when: {who_when(library, found.tree, action)}. {reference_words(references, action.cite)}"
        lines += paragraph(told, width, "   ")
    return lines


def _source_lines(library: Library, references: Sequence[Citation], width: int, commands: bool) -> list[str]:
    lines: list[str] = []
    for number, citation in enumerate(references, start=1):
        how = f" (guide read {citation})" if commands else ""
        lines += paragraph(f"[{number}] {cited(library, [citation])}{how}", width, "", "    ")
    return lines + [line for note in source_notes(library, references) for line in paragraph(note, width)]


def _when(condition: Condition | None, tree: Tree) -> str:
    return f" [{when_words(condition, tree)}]" if condition else ""


def _node_words(tree: Tree, node: str) -> str:
    question = tree.questions.get(node)
    return f'go on to "{question.ask}"' if question else f"{tree.outcomes[node].verdict}."


def _quoted(tree: Tree) -> str:
    return f'"{tree.title}"'


def _bracketed(library: Library, cite: Sequence[Citation]) -> str:
    return f"[{cited(library, cite)}]" if cite else ""
