"""What one file is read against: the names that the rest of the library declares, and a report for its problems."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from guide_tui.library.nodes import Node, Scalar
from guide_tui.library.report import Positioned, Report
from guide_tui.library.spelling import suggestion
from guide_tui.model.characters import shown
from guide_tui.model.source import Citation, Fact

KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id looks like."""


@dataclass(slots=True)
class Names:
    """Every name that a file may refer to, sound or not.

    A faulty tree is still a name, so that a link to it is no second problem. None stands for names that cannot be
    known, because their file is missing or broken or because one file is looked at alone; they are not verified.
    """

    sections: Mapping[str, Collection[str]] | None = None
    """Section ids by source id."""

    facts: Mapping[str, Fact] | None = None
    """The facts that can be used, by id."""

    faulty_facts: Collection[str] | None = ()
    """Facts with problems of their own; None where the whole file has them, so that any name may be one."""

    role: Collection[str] | None = None
    contact: Collection[str] | None = None
    term: Collection[str] | None = None
    faq: Collection[str] | None = None
    tree: Collection[str] | None = None


_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_LOST = re.compile(r" +#[^\s#]")


class Reading:
    """One file while it is read.

    Attributes:
        report: Takes its problems.
        names: What it may refer to.
        signs: How many signs of Markdown were read so far, for the reader of Markdown to stop in time.
    """

    def __init__(self, report: Report, names: Names) -> None:
        self.report = report
        self.names = names
        self.signs = 0
        self.place = report.place
        self._citations: dict[str, Citation] = {}
        self._missing_facts: set[str] = set()
        # Looked up per text, so it is worked out once per file; nearly always empty.
        self._lost = {match.start() for match in _LOST.finditer(report.text)}

    def text(self, node: Scalar) -> str:
        """The text with its facts filled in, white space made single spaces."""
        text = node.text
        if self._lost:
            self.warn_of_lost_comment(node)
        if "{" in text or "}" in text:
            text = self.filled(text, node.mark.index, node.end.index)
        return " ".join(text.split())

    def filled(self, text: str, start: int, end: int) -> str:
        """``text`` with every ``{fact}`` replaced by its words.

        Args:
            text: Stands between ``start`` and ``end`` of the file, where its problems are placed.
            start: An index of the report's text.
            end: Another one.
        """
        return _PLACEHOLDER.sub(lambda match: self._words(match, start, end), text)

    def warn_of_lost_comment(self, node: Scalar) -> None:
        """Warn where a text without quotes is cut short by a #, as in ``use form #3``."""
        if self._lost and node.plain and node.end.index in self._lost:
            rest = self.report.text[node.end.index :].split("\n", 1)[0].strip()
            what = f"{shown(rest)} begins a comment here, so the text ends before it"
            remedy = "Put the text in quotes if the # belongs to it; otherwise put a space behind the #."
            self.report.warning("lost-comment", self.report.at(node.end.index + 1), what, remedy)

    def citation(self, node: Scalar) -> Citation | None:
        """The citation that a text ``source/section`` makes; None, reported, where there is no such section."""
        text = node.text
        known = self._citations.get(text)
        if known is None:
            known = self._new_citation(node)
            if known is not None:
                self._citations[text] = known
        return known

    def knows(self, kind: str, name: str, at: Positioned, code: str, what: str) -> bool:
        """Whether the library declares ``name``; False, reported, where it does not.

        Args:
            kind: A field of Names: ``role``, ``contact``, ``term``, ``faq`` or ``tree``.
            name: The name referred to.
            at: Where it stands.
            code: The code of the problem.
            what: The problem's sentence.
        """
        names: Collection[str] | None = getattr(self.names, kind)
        if names is None or name in names:
            return True
        self.report.error(code, at, what, suggestion(name, names))
        return False

    def leads_somewhere(self, target: str, at: Positioned) -> bool:
        """Whether a link's target exists; False, reported, where it does not."""
        kind, colon, name = target.partition(":")
        link = f"a link leads to {shown(target)}"
        if colon and kind == "guide":
            source, _, section = name.partition("/")
            sections = self.names.sections
            if sections is None or section in sections.get(source, ()):
                return True
            known = [f"guide:{one}/{other}" for one in sections for other in sections[one]]
            what = f"{link}, which is not a section of a source, so it would open nothing"
            self.report.error("unknown-link", at, what, suggestion(target, known))
            return False
        field_name = {"term": "term", "faq": "faq", "check": "tree"}.get(kind)
        if not colon or field_name is None:
            what = f"{link}, and links lead to term:ID, faq:ID, check:TREE or guide:SOURCE/SECTION only"
            self.report.error("link-target", at, what, "Cite a source with a guide: link, or take the link out.")
            return False
        thing = {"term": "a term of the glossary", "faq": "an answer in content/faq", "check": "a decision tree"}[kind]
        return self.knows(
            field_name, name, at, "unknown-link", f"{link}, which is not {thing}, so it would open nothing"
        )

    def unknown(self, code: str, at: Node | Positioned, what: str, name: str, names: Collection[str]) -> None:
        """Report a name that does not exist, with what it was probably meant to be."""
        self.report.error(code, at, what, suggestion(name, names))

    def _new_citation(self, node: Scalar) -> Citation | None:
        source, slash, section = node.text.partition("/")
        if not slash or not source or not section:
            what = f"{shown(node.text)} is not a citation, so nobody could look it up"
            self.report.error("not-a-citation", node, what, "Write source/section, with ids of content/sources.yaml.")
            return None
        sections = self.names.sections
        if sections is None:
            return Citation(source, section)
        if source not in sections:
            what = f"the citation names the source {shown(source)}, which content/sources.yaml does not hold"
            self.unknown("unknown-source", node, what, source, sections)
            return None
        if section not in sections[source]:
            what = f'the citation names the section {shown(section)}, which the source "{source}" does not have'
            self.unknown("unknown-section", node, what, section, sections[source])
            return None
        return Citation(source, section)

    def _words(self, match: re.Match[str], start: int, end: int) -> str:
        whole = match[0]
        if whole in ("{{", "}}"):
            return whole[0]
        name = match[1]
        facts = self.names.facts
        if name is not None and facts is None:
            return whole
        if facts is not None and name in facts:
            return facts[name].words
        if name is None:
            what = f"a single {whole} stands here, and braces enclose the id of a fact"
            self.report.error(
                "single-brace", self.report.find(whole, start, end), what, f"Write {whole * 2} for the character."
            )
        elif self.names.faulty_facts is None or name in self.names.faulty_facts:
            if name not in self._missing_facts:
                self._missing_facts.add(name)
                what = f"{shown(whole)} cannot be filled in, because content/facts.yaml has a problem there"
                self.report.error("faulty-fact", self.report.find(whole, start, end), what, "Mend the fact first.")
        else:
            what = (
                f"{shown(whole)} names a fact that content/facts.yaml does not hold, so the sentence would have a hole"
            )
            self.unknown("unknown-fact", self.report.find(whole, start, end), what, name, facts or ())
        return whole
