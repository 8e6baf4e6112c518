"""Everything that is wrong with content."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from guide_tui.library.reader import read_file, read_library, read_tree_file
from guide_tui.library.usage import facts_used
from guide_tui.model.library import Library
from guide_tui.model.problem import Problem, Severity
from guide_tui.model.source import Citation
from guide_tui.services.coverage import citing
from guide_tui.trees.lint import lint_tree


def lint_library(root: Path, today: date) -> tuple[Problem, ...]:
    """Every problem of a library, ordered by place.

    Raises:
        InputError: The folder is not a library.
    """
    library = read_library(root)
    problems = list(library.problems)
    for tree in library.trees.values():
        problems.extend(lint_tree(tree, today))
    problems.extend(_unused(library, facts_used(root)))
    return tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.code, problem.what)))


def lint_file(path: Path, root: Path, today: date) -> tuple[Problem, ...]:
    """Every problem of one file, read on its own; what it refers to is looked up in the library under ``root``.

    Raises:
        InputError: The file cannot be read at all, or the folder is not a library.
    """
    library = read_library(root)
    tree, found = read_tree_file(path, library) if path.suffix in (".yaml", ".yml") else (None, None)
    if found is None:
        found = read_file(path, library)
    problems = [*found, *(lint_tree(tree, today) if tree else ())]
    return tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.code, problem.what)))


def _unused(library: Library, used: frozenset[str]) -> Iterator[Problem]:
    asked = {question.id for tree in library.trees.values() for question in tree.questions.values() if question.shared}
    # A tree with an error is not in the library, but may well ask the question.
    partial = any(each.severity is Severity.ERROR for each in library.problems)
    for question in library.questions.values():
        if question.id not in asked and not partial:
            yield Problem(
                question.place,
                "unused-question",
                f'no tree asks the shared question "{question.id}"',
                "Ask it in a tree, or remove it.",
                Severity.WARNING,
            )
    for fact in library.facts.values():
        if fact.id not in used:
            yield Problem(
                fact.place,
                "unused-fact",
                f'nothing uses the fact "{fact.id}", so what it says may stand elsewhere a second time',
                f"Write {{{fact.id}}} where it is meant, or remove it.",
                Severity.WARNING,
            )
    citations = {citation for citation, _ in citing(library)}
    for source in library.sources.values():
        for section in source.sections.values():
            citation = Citation(source.id, section.id)
            if citation in citations and library.section(citation) is None:
                yield Problem(
                    section.place,
                    "undigested-section",
                    f'"{citation}" is cited, but no guide article digests it, so the citation leads nowhere',
                    f"Write a section with {{#{section.id}}} in a chapter of content/guide.",
                    Severity.WARNING,
                )
