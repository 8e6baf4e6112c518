"""Finding what a name means in a library: trees, articles, sections, answers, terms."""

from __future__ import annotations

from collections.abc import Iterable

from guide_tui.errors import UnknownName
from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Tree

Readable = Article | Section | FaqEntry | Term | Tree


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
    """What a name of ``guide read`` stands for: an article, a section, an answer, a check or a term.

    Raises:
        UnknownName: There is none; names the nearest.
    """
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
    """What a document id of the index stands for: ``faq:ID``, ``guide:SOURCE/SECTION``, ``term:ID``, ``check:TREE``.

    Raises:
        UnknownName: There is none.
    """
    kind, _, name = document.partition(":")
    found: Readable | None = None
    if kind == "faq":
        found = library.faq.get(name)
    elif kind == "guide":
        found = find_section(library, name)
    elif kind == "term":
        found = library.terms.get(name)
    elif kind == "check":
        found = library.trees.get(name)
    if found is None:
        raise UnknownName("text", document)
    return found


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _nearest(name: str, names: Iterable[str]) -> list[str]:
    from rapidfuzz import fuzz, process  # only a wrong name needs it

    scored = process.extract(name.casefold(), list(names), scorer=fuzz.WRatio, limit=3, score_cutoff=70)
    return [found for found, _, _ in scored]
