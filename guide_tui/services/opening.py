"""Opening a library: read it, and keep back the trees that could not be walked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from guide_tui.library.cache import fingerprint, load_library, save_library
from guide_tui.model.library import Library
from guide_tui.model.problem import Problem, Severity

_ANY_DAY = date(2000, 1, 3)


def open_library(root: Path, cache_folder: Path | None = None) -> Library:
    """The library under ``root``, with every tree in it fit to be walked. What is not fit is among its problems.

    Args:
        root: The library's folder.
        cache_folder: Where sound libraries are kept between starts; None to keep none. It need not exist, and whatever
            is wrong with it only costs time.

    Raises:
        InputError: The folder is not a library.
    """
    if cache_folder is None:
        return _read(root)
    try:
        name = fingerprint(root)
    except OSError:
        return _read(root)
    library = load_library(cache_folder, name)
    if library is None:
        library = _read(root)
        # A problem can lie in what is no part of any file, such as a right that is missing.
        if not library.problems:
            save_library(cache_folder, name, library)
    return library


def _read(root: Path) -> Library:
    # The readers bring YAML and Markdown along, which a library from the cache does without.
    from guide_tui.library.reader import read_library
    from guide_tui.trees.lint import find_circle, lint_tree

    library = read_library(root)
    trees, problems = {}, list(library.problems)
    for name, tree in library.trees.items():
        if find_circle(tree):
            # The full walk tells where and by which answers; it is paid for only here.
            found = lint_tree(tree, _ANY_DAY)
            problems.extend(problem for problem in found if problem.severity is Severity.ERROR)
        else:
            trees[name] = tree
    if len(trees) == len(library.trees):
        return library
    return replace(library, trees=trees, problems=tuple(sorted(problems, key=_order)))


def _order(problem: Problem) -> tuple[bool, object]:
    return (problem.severity is not Severity.ERROR, problem.place)
