"""What a library holds as plain lines: chapters, answers, terms, whole checks, and all of it as one handbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Contact, Library, Resource
from guide_tui.model.source import Citation
from guide_tui.model.tree import Condition, Tree
from guide_tui.services.deadlines import undated
from guide_tui.services.finding import Readable
from guide_tui.services.layout import WIDTH, apart, bulleted, heading, note_lines, paragraph, prose_lines
from guide_tui.services.question_text import why_lines
from guide_tui.services.rules import condition_words
from guide_tui.services.wording import TONES, cited


def readable_lines(library: Library, found: Readable, width: int = WIDTH) -> list[str]:
    """Whatever can be read, whole."""
    if isinstance(found, Article):
        return article_lines(library, found, width)
    if isinstance(found, Section):
        return section_lines(library, found, width)
    if isinstance(found, FaqEntry):
        return faq_lines(library, found, width)
    if isinstance(found, Term):
        return term_lines(library, found, width)
    return tree_lines(library, found, width)


def article_lines(library: Library, article: Article, width: int = WIDTH) -> list[str]:
    """A chapter, section by section."""
    source = library.sources.get(article.source)
    lines = heading(article.title, width, "=")
    if source:
        lines += [*paragraph(f"Our digest, in our own words, of {source.title} ({source.edition}).", width), ""]
        if source.note:
            lines += [*paragraph(source.note, width), ""]
    return lines + apart(section_lines(library, section, width) for section in article.sections)


def section_lines(library: Library, section: Section, width: int = WIDTH) -> list[str]:
    """A guide section with its source."""
    return [
        *heading(section.title, width),
        *prose_lines(section.body, width),
        "",
        *paragraph(f"Source: {cited(library, [section.cite])}.", width),
    ]


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
            lines += note_lines(note, _bracketed(library, note.cite), width, "- ", _when(note.when, tree))
        for action in outcome.actions:
            due = "".join(f", {undated(each, tree)}" for each in action.by)
            who = library.about.roles.get(action.who, action.who)
            lines += bulleted(action.do, f"- Do ({who}{due}){_when(action.when, tree)}: ", width)
            if action.cite:
                lines += paragraph(_bracketed(library, action.cite), width, "  ")
        for note in outcome.avoid:
            lines += note_lines(note, _bracketed(library, note.cite), width, "- Avoid: ", _when(note.when, tree))
        lines += paragraph(f"Source: {cited(library, outcome.cite)}.", width)
    return lines


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
    return [*lines, "", *apart(parts)]


def _directory(
    library: Library, title: str, entries: Mapping[str, Contact] | Mapping[str, Resource], width: int
) -> list[str]:
    lines = heading(title, width)
    for entry in entries.values():
        lines += paragraph(f"- {entry.name}: {entry.about} [{cited(library, entry.cite)}]", width, "", "  ")
    return lines


def _when(condition: Condition | None, tree: Tree) -> str:
    return f" [if {condition_words(condition, tree.questions)}]" if condition else ""


def _node_words(tree: Tree, node: str) -> str:
    question = tree.questions.get(node)
    return f'go on to "{question.ask}"' if question else f"{tree.outcomes[node].verdict}."


def _bracketed(library: Library, cite: Sequence[Citation]) -> str:
    return f"[{cited(library, cite)}]" if cite else ""
