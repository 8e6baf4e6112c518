"""Answers from a file, fitted to the questions of a library."""

from __future__ import annotations

from guide_tui.errors import ContentError, InvalidResponse
from guide_tui.library.answers import GivenAnswer, read_answers
from guide_tui.library.report import MOST_PROBLEMS
from guide_tui.library.spelling import suggestion
from guide_tui.model.case import Responses, Value
from guide_tui.model.library import Library
from guide_tui.model.problem import Problem
from guide_tui.model.tree import Question, Tree
from guide_tui.trees.responses import accept


def given_responses(library: Library, tree: Tree, file: str) -> Responses:
    """The responses in a file. It may also answer questions of other trees: a case is shared by all.

    Raises:
        InputError: The file cannot be read.
        ContentError: It names a question that no tree asks, or an answer that does not fit; every fault with its place.
    """
    known: dict[str, Question] = {}
    for each in (*library.trees.values(), tree):
        known.update(each.questions)
    responses: dict[str, Value] = {}
    problems: list[Problem] = []
    for given in read_answers(file):
        if len(problems) >= MOST_PROBLEMS:
            what = f"this file has more than {MOST_PROBLEMS} problems, and the rest are not listed"
            problems.append(Problem(given.place, "too-many-problems", what, "Mend the first ones and look again."))
            break
        question = known.get(given.question)
        if question is None:
            what = f'no check asks a question "{given.question}", so this answer would be lost'
            # Of many names only a close one helps; those of this tree are likelier meant.
            near = suggestion(given.question, tree.questions) or suggestion(given.question, known)
            problems.append(Problem(given.place, "unknown-question", what, near))
            continue
        try:
            responses[given.question] = accept(question, _raw(given))
        except InvalidResponse as error:
            near = suggestion(given.value, question.options) if isinstance(given.value, str) else ""
            reason = error.reason.rstrip(".")
            problems.append(Problem(given.place, "invalid-answer", f'the answer to "{question.id}": {reason}', near))
    if problems:
        raise ContentError(problems)
    return responses


def _raw(given: GivenAnswer) -> object:
    return list(given.value) if isinstance(given.value, tuple) else given.value
