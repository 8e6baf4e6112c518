"""A question as plain lines: what is asked, what can be typed, why it is asked."""

from __future__ import annotations

from guide_tui.model.library import Library
from guide_tui.model.tree import Kind, Question
from guide_tui.services.layout import WIDTH, paragraph, prose_lines
from guide_tui.services.wording import cited


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
