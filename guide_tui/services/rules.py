"""Conditions in words, for people who read or write trees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide_tui.model.tree import TODAY, Among, Chosen, Condition, DateTest, NumberTest, Question, Test
from guide_tui.services.wording import joined

_HOW = {
    "any-of": "includes",
    "all-of": "includes all of",
    "none-of": "includes none of",
    "only": "is only",
}
_ORDER = {
    "before": "before",
    "on-or-before": "on or before",
    "after": "after",
    "on-or-after": "on or after",
}


def condition_words(condition: Condition, questions: Mapping[str, Question], asked: str = "") -> str:
    """A condition as a phrase: ``"Marking" is A or B, and "First day of teaching" is before today plus 6 weeks``.

    Args:
        condition: What is put into words.
        questions: For their names and labels.
        asked: The question that the words stand beside, whose name goes without saying: ``it is A or B``.
    """
    return "; or ".join(
        ", and ".join(_test_words(test, questions, asked) for test in every) for every in condition.any_of
    )


def _test_words(test: Test, questions: Mapping[str, Question], asked: str) -> str:
    question = questions.get(test.question)
    name = "it" if test.question == asked else f'"{question.short if question else test.question}"'
    if isinstance(test, Among):
        return f"{name} {'is not' if test.negated else 'is'} {_labels(test.options, question)}"
    if isinstance(test, Chosen):
        return f"{name} {_HOW[test.how]} {_labels(test.options, question, 'and' if test.how == 'all-of' else 'or')}"
    if isinstance(test, DateTest):
        anchor = "today" if test.anchor == TODAY else f'"{_short(questions, test.anchor)}"'
        moved = f" {'plus' if test.sign > 0 else 'minus'} {test.period}" if test.period else ""
        return f"{name} is {_ORDER[test.order.value]} {anchor}{moved}"
    return f"{name} is {_bounds(test)}"


def _bounds(test: NumberTest) -> str:
    if test.least == test.most:
        return str(test.least)
    if test.most is None:
        return f"at least {test.least}"
    if test.least is None:
        return f"at most {test.most}"
    return f"from {test.least} to {test.most}"


def _labels(options: Iterable[str], question: Question | None, word: str = "or") -> str:
    held = question.options if question else {}
    names = [name for name in held if name in options] or sorted(options)
    return joined([held[name].label if name in held else name for name in names], word)


def _short(questions: Mapping[str, Question], name: str) -> str:
    question = questions.get(name)
    return question.short if question else name
