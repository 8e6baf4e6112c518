"""Finding what a name means in a library: trees, their questions and outcomes, articles, sections, answers, terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from guide_tui.errors import UnknownName
from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Outcome, Question, Tree


@dataclass(frozen=True, slots=True)
class TreeQuestion:
    """A question of a check, to be read."""

    tree: Tree
    question: Question

    @property
    def id(self) -> str:
        """Its document id: ``question:TREE/QUESTION``."""
        return f"question:{self.tree.id}/{self.question.id}"


@dataclass(frozen=True, slots=True)
class TreeOutcome:
    """An outcome of a check, to be read without having been reached."""

    tree: Tree
    outcome: Outcome

    @property
    def id(self) -> str:
        """Its document id: ``outcome:TREE/OUTCOME``."""
        return f"outcome:{self.tree.id}/{self.outcome.id}"


Readable = Article | Section | FaqEntry | Term | Tree | TreeQuestion | TreeOutcome


def find_tree(library: Library, name: str) -> Tree:
    """The tree of that id, whatever the case of the name.

    Raises:
        UnknownName: There is none; names the nearest.
    """
    tree = library.trees.get(name) or library.trees.get(name.casefold())
    if tree is None:
        raise UnknownName("check", name, _nearest(name, library.trees))
    return tree


def find_term(library: Library, name: str) -> Term:
    """The glossary entry of that id, term or form, whatever its case and punctuation.

    Raises:
        UnknownName: There is none; names the nearest.
    """
    wanted = _bare(name)
    entries = list(library.terms.values())
    for term in entries:
        if wanted in {_bare(form) for form in (term.id, term.term, *term.forms)}:
            return term
    raise UnknownName("term", name, _nearest(name, [form for term in entries for form in (term.term, *term.forms)]))


def find_readable(library: Library, name: str) -> Readable:
    """What a name of ``guide read`` stands for: an article, a section, an answer, a check or a term, or whatever a
    document id such as ``outcome:TREE/OUTCOME`` names.

    Raises:
        UnknownName: There is none; names the nearest.
    """
    document = _document(library, name)
    if document:
        return document
    for held in (library.articles, library.faq, library.trees):
        if name in held:
            return held[name]
    section = find_section(library, name)
    if section:
        return section
    if name in library.terms:
        return library.terms[name]
    sections = [section for article in library.articles.values() for section in article.sections]
    names = [*library.articles, *library.faq, *library.trees, *(section.id for section in sections), *library.terms]
    if name.partition(":")[0] in ("question", "outcome"):
        # Only who asks for one means one: there are hundreds, and their ids are no names that people know.
        names = [*_nodes(library)]
    raise UnknownName("text", name, _nearest(name, names))


def find_section(library: Library, name: str) -> Section | None:
    """The section that a citation (``source/section``) or a section id names, or None."""
    source, slash, section = name.partition("/")
    if slash:
        return library.section(Citation(source, section))
    for article in library.articles.values():
        for each in article.sections:
            if each.id == name:
                return each
    return None


def find_document(library: Library, document: str) -> Readable:
    """What a document id of the index stands for: ``faq:ID``, ``guide:SOURCE/SECTION``, ``term:ID``, ``check:TREE``,
    ``question:TREE/QUESTION`` or ``outcome:TREE/OUTCOME``.

    Raises:
        UnknownName: There is none.
    """
    found = _document(library, document)
    if found is None:
        raise UnknownName("text", document)
    return found


def title_of(found: Readable) -> str:
    """What a text is called: its heading, the question, the term, or the verdict."""
    if isinstance(found, FaqEntry):
        return found.question
    if isinstance(found, Term):
        return found.term
    if isinstance(found, TreeQuestion):
        return found.question.ask
    return found.outcome.verdict if isinstance(found, TreeOutcome) else found.title


def _document(library: Library, document: str) -> Readable | None:
    kind, _, name = document.partition(":")
    if kind == "faq":
        return library.faq.get(name)
    if kind == "guide":
        return find_section(library, name)
    if kind == "term":
        return library.terms.get(name)
    if kind == "check":
        return library.trees.get(name)
    return _node(library, kind, name)


def _node(library: Library, kind: str, name: str) -> TreeQuestion | TreeOutcome | None:
    """The question or the outcome of a tree that ``TREE/NODE`` names."""
    tree_id, _, node = name.partition("/")
    tree = library.trees.get(tree_id)
    if tree is None:
        return None
    if kind == "question" and node in tree.questions:
        return TreeQuestion(tree, tree.questions[node])
    if kind == "outcome" and node in tree.outcomes:
        return TreeOutcome(tree, tree.outcomes[node])
    return None


def _nodes(library: Library) -> Iterable[str]:
    """The document ids of every question and outcome."""
    for tree in library.trees.values():
        yield from (TreeQuestion(tree, question).id for question in tree.questions.values())
        yield from (TreeOutcome(tree, outcome).id for outcome in tree.outcomes.values())


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _nearest(name: str, names: Iterable[str]) -> list[str]:
    from rapidfuzz import fuzz, process  # only a wrong name needs it

    scored = process.extract(name.casefold(), list(names), scorer=fuzz.WRatio, limit=3, score_cutoff=70)
    return [found for found, _, _ in scored]
