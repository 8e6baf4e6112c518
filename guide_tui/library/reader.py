"""Reading a whole library, or one file of it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from guide_tui.errors import InputError
from guide_tui.library.article_reader import read_chapter, read_faq, read_front_matter
from guide_tui.library.files import file_name, open_report
from guide_tui.library.nodes import Mapping, parse
from guide_tui.library.reading import KEBAB, Names, Reading
from guide_tui.library.reference_reader import (
    declared_parts,
    declared_sections,
    no_about,
    read_about,
    read_facts,
    read_glossary,
    read_sources,
    read_synonyms,
)
from guide_tui.library.report import Report
from guide_tui.library.spelling import nearest
from guide_tui.library.tree_reader import Wordings, read_questions, read_tree
from guide_tui.model.article import Article, FaqEntry, Term
from guide_tui.model.characters import shown
from guide_tui.model.library import About, Library
from guide_tui.model.problem import Place, Problem, Severity
from guide_tui.model.source import Fact, Source
from guide_tui.model.tree import Tree

T = TypeVar("T")

CONTENT_FILES = ("about", "facts", "glossary", "sources", "synonyms")
"""The YAML files of content/, without their ending."""


_GIVES = {"about": "title, no contacts and no roles", "sources": "sources, and no citation can be looked up"}
_MAKE = "Write it as docs/format.md shows."


def read_library(root: Path) -> Library:
    """Everything sound under ``root``, with every problem of the rest.

    A tree, an answer, a chapter, a term, a fact or a source that has an error is left out; a broken file costs only
    what is in it. The order is that of file names, so reading twice gives equal libraries.

    Args:
        root: A folder with ``content/`` or ``decision_trees/`` in it, usually both.

    Raises:
        InputError: It is no such folder.
    """
    _verify_root(root)
    with _paused_collector():
        return _LibraryReader(root).read()


def read_tree_file(path: Path, library: Library | None) -> tuple[Tree | None, tuple[Problem, ...]]:
    """One tree on its own, and its problems.

    Args:
        path: The tree's file, wherever it is.
        library: What the tree refers to; without one, names that lead elsewhere are not verified.

    Raises:
        InputError: There is no such file.
    """
    report = _open_alone(path)
    names = _names_of(library) if library else Names()
    if names.tree is not None:
        names.tree = {*names.tree, path.stem}
    top = _parsed(report)
    if top is None:
        return None, report.problems
    wordings = _wordings_of(library, path.stem) if library else Wordings(faulty=None)
    tree = read_tree(top, path.stem, Reading(report, names), wordings)
    return tree, report.problems


def read_file(path: Path, library: Library | None) -> tuple[Problem, ...]:
    """The problems of one file, whichever of the formats it has.

    The format is told by the file's name, or by the folder of Markdown files; other YAML files are read as trees.

    Args:
        path: The file, wherever it is.
        library: What the file refers to; without one, names that lead elsewhere are not verified.

    Raises:
        InputError: There is no such file.
    """
    names = _names_of(library) if library else Names()
    if path.suffix == ".md":
        report = _open_alone(path)
        if not report.errors or report.text:
            front = read_front_matter(report)
            if front:
                read = read_chapter if path.parent.name == "guide" or "source" in front[0].pairs else read_faq
                read(*front, path.stem, Reading(report, names))
        return report.problems
    readers: dict[str, Callable[[Mapping, Reading], object]] = {
        "about": read_about,
        "facts": read_facts,
        "glossary": read_glossary,
        "questions": read_questions,
        "sources": read_sources,
        "synonyms": read_synonyms,
    }
    reader = readers.get(path.stem)
    if reader is None:
        return read_tree_file(path, library)[1]
    report = _open_alone(path)
    top = _parsed(report)
    if top is not None:
        if path.stem == "sources":
            names.sections = declared_sections(top)
        reader(top, Reading(report, names))
    return report.problems


class _LibraryReader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        self.tree_folder = root / "decision_trees"
        self.names = Names()
        self.problems: list[Problem] = []

    def read(self) -> Library:
        faq_files = self.files(self.content / "faq", ".md")
        guide_files = self.files(self.content / "guide", ".md")
        tree_files = [path for path in self.files(self.tree_folder, ".yaml") if path.name != "questions.yaml"]
        self.look_for_strays()
        opened = {name: self.open(self.content / f"{name}.yaml") for name in CONTENT_FILES}
        tops = {name: None if report is None else _parsed(report) for name, report in opened.items()}
        names = self.names
        names.tree = [path.stem for path in tree_files]
        names.faq = [path.stem for path in faq_files]
        # A file that is missing declares nothing; what one that is broken declares is unknown.
        names.sections = None if opened["sources"] else {}
        names.term = None if opened["glossary"] else ()
        names.role = names.contact = None if opened["about"] else ()
        if tops["sources"]:
            names.sections = declared_sections(tops["sources"])
        if tops["glossary"]:
            names.term = tops["glossary"].pairs.keys()
        if tops["about"]:
            names.role, names.contact = (declared_parts(tops["about"], part) for part in ("roles", "contacts"))

        def load(name: str, read: Callable[[Mapping, Reading], T], otherwise: Callable[[], T]) -> T:
            report, top = opened[name], tops[name]
            if report is None and name in ("about", "sources"):
                file = self.name(self.content / f"{name}.yaml")
                what = f"this file is missing, so the library has no {_GIVES[name]}"
                self.problems.append(Problem(Place(file), "missing-file", what, _MAKE, Severity.WARNING))
            found = otherwise() if report is None or top is None else read(top, Reading(report, names))
            self.problems += self.finished(report)
            return found

        sources: dict[str, Source] = load("sources", read_sources, dict)
        facts: dict[str, Fact] = load("facts", read_facts, dict)
        names.facts = facts
        if opened["facts"]:
            names.faulty_facts = tops["facts"].pairs.keys() - facts.keys() if tops["facts"] else None
        about = load("about", read_about, lambda: no_about("content/about.yaml"))
        terms: dict[str, Term] = load("glossary", read_glossary, dict)
        synonyms: tuple[tuple[str, ...], ...] = load("synonyms", read_synonyms, tuple)
        articles = self.articles(guide_files)
        faq = self.faq(faq_files)
        wordings = self.wordings()
        trees = self.trees(tree_files, wordings)
        return Library(
            about=about,
            sources=sources,
            facts=facts,
            terms=terms,
            articles=_in_reading_order(articles, sources),
            faq={name: _only_served(entry, trees) for name, entry in faq.items()},
            trees={name: _without_missing(trees[name], trees) for name in _offered(trees, about)},
            questions=wordings.shared,
            synonyms=synonyms,
            problems=_in_order(self.problems),
        )

    def open(self, path: Path) -> Report | None:
        return open_report(path, self.root)

    def articles(self, paths: Iterable[Path]) -> dict[str, Article]:
        found: dict[str, Article] = {}
        digested: dict[tuple[str, str], Place] = {}
        for path in paths:
            report = self.open(path)
            front = None if report is None or not report.text else read_front_matter(report)
            if report is not None and front is not None:
                article = read_chapter(*front, path.stem, Reading(report, self.names))
                for section in article.sections if article else ():
                    first = digested.setdefault((section.cite.source, section.id), section.place)
                    if first is not section.place:
                        what = (
                            f'the section "{section.id}" is also digested in {first}, so a citation could open only one'
                        )
                        report.error("duplicate-section", section.place, what, "Join the two.")
                if article is not None and not report.errors:
                    found[path.stem] = article
            self.problems += self.finished(report)
        return found

    def faq(self, paths: Iterable[Path]) -> dict[str, FaqEntry]:
        found: dict[str, FaqEntry] = {}
        for path in paths:
            report = self.open(path)
            front = None if report is None or not report.text else read_front_matter(report)
            if report is not None and front is not None:
                entry = read_faq(*front, path.stem, Reading(report, self.names))
                if entry is not None:
                    found[path.stem] = entry
            self.problems += self.finished(report)
        return found

    def wordings(self) -> Wordings:
        report = self.open(self.tree_folder / "questions.yaml")
        if report is None:
            return Wordings()
        top = _parsed(report)
        wordings = Wordings(faulty=None) if top is None else read_questions(top, Reading(report, self.names))
        self.problems += report.problems
        return wordings

    def trees(self, paths: Iterable[Path], wordings: Wordings) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        for path in paths:
            report = self.open(path)
            top = None if report is None else _parsed(report)
            if report is not None and top is not None:
                tree = read_tree(top, path.stem, Reading(report, self.names), wordings)
                if tree is not None:
                    found[path.stem] = tree
            self.problems += self.finished(report)
        return found

    def finished(self, report: Report | None) -> tuple[Problem, ...]:
        """The file's problems, one of them that it is empty where nothing else was wrong."""
        if report is None:
            return ()
        if not report.text.strip() and not report.errors:
            _refuse_empty_file(report)
        return report.problems

    def files(self, folder: Path, ending: str) -> list[Path]:
        """The files of a folder whose name can be an id, in order; others with that ending are reported."""
        paths = []
        for path in self.listing(folder):
            if path.suffix.lower() in (".yml", ".yaml", ".md") and path.suffix != ending:
                what = f"files here end in {ending}, so this one is not read"
                self.problems.append(
                    Problem(
                        Place(self.name(path)),
                        "stray-file",
                        what,
                        f"Rename it to {shown(path.stem + ending)}, or move it.",
                    )
                )
            elif path.suffix == ending and not KEBAB.fullmatch(path.stem):
                what = f"the file's name {shown(path.stem)} cannot be an id, so it is not read"
                remedy = "Use small letters, digits and single hyphens."
                self.problems.append(Problem(Place(self.name(path)), "not-an-id", what, remedy))
            elif path.suffix == ending:
                paths.append(path)
        return paths

    def look_for_strays(self) -> None:
        """Warn of files in content/ that nobody reads."""
        known = [f"{name}.yaml" for name in CONTENT_FILES]
        for path in self.listing(self.content):
            if path.suffix.lower() in (".yml", ".yaml") and path.name not in known:
                meant = nearest(path.stem, CONTENT_FILES)
                remedy = f'Did you mean "{meant}.yaml"?' if meant else "Remove it, or move it to decision_trees/."
                what = "content/ has no file of this name, so it is not read"
                self.problems.append(Problem(Place(self.name(path)), "stray-file", what, remedy, Severity.WARNING))

    def listing(self, folder: Path) -> list[Path]:
        """What is in a folder, hidden files aside, by name; nothing where there is no such folder."""
        try:
            if not folder.resolve().is_relative_to(self.root.resolve()):
                what = "this is a link that leads out of the library, so it is not read"
                self.problems.append(
                    Problem(Place(self.name(folder)), "outside", what, "Copy the folder into the library.")
                )
                return []
            return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~", "#")))
        except FileNotFoundError:
            return []
        except (OSError, RuntimeError) as error:
            reason = (getattr(error, "strerror", None) or "its links lead in a circle").lower()
            what = f"this folder cannot be read ({reason}), so nothing in it is used"
            self.problems.append(Problem(Place(self.name(folder)), "unreadable", what))
            return []

    def name(self, path: Path) -> str:
        return file_name(path, self.root)


def _verify_root(root: Path) -> None:
    try:
        if root.is_dir():
            if any((root / part).is_dir() for part in ("content", "decision_trees")):
                return
            reason = "it has neither content/ nor decision_trees/ in it"
        else:
            reason = "it is not a folder" if root.exists() else "there is no such folder"
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
    raise InputError(f"The library {shown(str(root))} cannot be read: {reason}. Name the folder that holds both.")


@contextmanager
def _paused_collector() -> Iterator[None]:
    """Python's collector of cyclic garbage, off.

    Reading makes several hundred thousand objects and no cycles; the collector would look through all of them again and
    again, which takes longer than the reading itself.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _open_alone(path: Path) -> Report:
    report = open_report(path, path.parent)
    if report is None:
        raise InputError(f"There is no file {shown(str(path))}.")
    return report


def _parsed(report: Report) -> Mapping | None:
    """The file's mapping; None where there is none, which is then reported."""
    if report.errors and not report.text:
        return None
    return parse(report, report.text)


def _refuse_empty_file(report: Report) -> None:
    report.error("empty-file", Place(report.file), "this file is empty, so there is nothing to read")


def _names_of(library: Library) -> Names:
    """What a file may refer to in a library that has been read, its faulty files included."""
    faulty: dict[str, set[str]] = {}
    for problem in library.problems:
        folder, _, name = problem.place.file.rpartition("/")
        faulty.setdefault(folder, set()).add(name.rpartition(".")[0])

    def known(ids: Iterable[str], folder: str) -> Collection[str]:
        return {*ids, *faulty.get(folder, ())}

    broken = faulty.get("content", set())
    return Names(
        sections=None if "sources" in broken else {source.id: source.sections for source in library.sources.values()},
        facts=library.facts,
        faulty_facts=None if "facts" in broken else (),
        role=None if "about" in broken else library.about.roles,
        contact=None if "about" in broken else library.about.contacts,
        term=None if "glossary" in broken else library.terms,
        faq=known(library.faq, "content/faq"),
        tree=known(library.trees, "decision_trees"),
    )


def _wordings_of(library: Library, but: str) -> Wordings:
    """How the questions of a library are worded, without those of the tree that is looked at."""
    broken = any(problem.place.file == "decision_trees/questions.yaml" for problem in library.problems)
    wordings = Wordings(dict(library.questions), None if broken else (), dict(library.questions))
    for tree in library.trees.values():
        if tree.id != but:
            for question in tree.questions.values():
                wordings.seen.setdefault(question.id, question)
    return wordings


def _in_reading_order(articles: dict[str, Article], sources: dict[str, Source]) -> dict[str, Article]:
    """The chapters in the order of the documents that they digest, whatever their files are called."""
    order = [(source.id, section) for source in sources.values() for section in source.sections]
    place = {cited: number for number, cited in enumerate(order)}

    def first(item: tuple[str, Article]) -> int:
        sections = item[1].sections
        return min((place.get((each.cite.source, each.id), len(place)) for each in sections), default=len(place))

    return dict(sorted(articles.items(), key=first))


def _only_served(entry: FaqEntry, trees: Collection[str]) -> FaqEntry:
    return entry if not entry.check or entry.check in trees else replace(entry, check="")


def _offered(trees: Collection[str], about: About) -> list[str]:
    """The trees in the order in which they are offered."""
    named = [name for name in about.checks if name in trees]
    return [*dict.fromkeys(named), *(name for name in trees if name not in named)]


def _without_missing(tree: Tree, trees: Collection[str]) -> Tree:
    """The tree, its outcomes suggesting only trees that can be served."""
    outcomes = {
        outcome.id: replace(outcome, then=tuple(name for name in outcome.then if name in trees))
        for outcome in tree.outcomes.values()
        if any(name not in trees for name in outcome.then)
    }
    return replace(tree, outcomes={**tree.outcomes, **outcomes}) if outcomes else tree


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(
        sorted(problems, key=lambda problem: (problem.severity is not Severity.ERROR, problem.place, problem.code))
    )
