"""Chapters of the guide and answers to frequent questions: YAML front matter above Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingType
from typing import Any

from guide_tui.library.formats import FAQ, GUIDE, PHRASES
from guide_tui.library.markdown import read_markdown
from guide_tui.library.nodes import Mapping, Node, parse
from guide_tui.library.reading import Reading
from guide_tui.library.report import Report
from guide_tui.model.article import Article, FaqEntry, Section
from guide_tui.model.characters import shown
from guide_tui.model.problem import Place
from guide_tui.model.source import Citation

_OPENING = re.compile(r"\A---[ ]*\n")
_CLOSING = re.compile(r"^---[ ]*$", re.MULTILINE)
_SECTION = re.compile(r"^##(?!#)[ ]*(.*)$", re.MULTILINE)
_TITLED = re.compile(r"(.*?)[ ]*\{#([^{}]*)\}[ ]*")


def read_front_matter(report: Report) -> tuple[Mapping, int] | None:
    """The front matter, and where the body begins in the report's text; None, reported, where there is none."""
    text = report.text
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if closing is None:
        lack = "does not begin with front matter" if opening is None else "has front matter that is not closed"
        what = f"this file {lack}, so it has no title and no citation"
        remedy = "Begin the file with a line ---, the keys, and another line ---."
        report.error("no-front-matter", Place(report.file), what, remedy)
        return None
    top = parse(report, text[: closing.start()])
    return None if top is None else (top, closing.end())


def read_faq(top: Mapping, body: int, name: str, reading: Reading) -> FaqEntry | None:
    """The question and its answer; None where the file has an error.

    Args:
        top: The front matter.
        body: Where the answer begins in the report's text.
        name: The file's name without its ending.
        reading: The file.
    """
    report = reading.report
    values = FAQ.read(top, top, reading)
    answer = read_markdown(report.text[body:], reading, body, len(report.text))
    if not answer and not report.errors:
        what = "the answer is empty, so whoever asks would be shown nothing"
        report.error("empty-body", report.at(body), what, "Write it below the front matter.")
    if report.errors:
        return None
    return FaqEntry(id=name, answer=answer, place=Place(report.file), **values)


def read_chapter(top: Mapping, body: int, name: str, reading: Reading) -> Article | None:
    """The chapter; None where the file has an error. Arguments as for ``read_faq``."""
    report = reading.report
    values = GUIDE.read(top, top, reading)
    source: str = values["source"].text if values["source"] is not None else ""
    known = reading.names.sections
    if source and known is not None and source not in known:
        what = f"the chapter digests the source {shown(source)}, which content/sources.yaml does not hold"
        reading.unknown("unknown-source", values["source"], what, source, known)
        source = ""
    phrases = values["also"] or {}
    headings = list(_SECTION.finditer(report.text, body))
    lead = report.text[body : headings[0].start() if headings else None]
    if lead.strip():
        start = body + len(lead) - len(lead.lstrip())
        what = "this text stands before the first section, so no citation could open it"
        report.error("outside-section", report.at(start), what, "Put it below a line ## Heading {#section-id}.")
    elif not headings:
        what = "the chapter has no section, so there is nothing to read"
        report.error("empty-body", report.at(body), what, "Write ## Heading {#section-id} and a text below it.")
    sections: dict[str, Section] = {}
    for number, heading in enumerate(headings):
        end = headings[number + 1].start() if number + 1 < len(headings) else len(report.text)
        section = _section(heading, end, source, phrases, reading)
        if section is None:
            continue
        if section.id in sections:
            what = f'the section "{section.id}" was already digested in line {sections[section.id].place.line}'
            report.error("duplicate-section", section.place, what, "Join the two.")
        sections[section.id] = section
    _verify_phrases(top, sections, reading)
    if report.errors:
        return None
    return Article(name, values["title"], source, tuple(sections.values()), Place(report.file))


def _section(
    heading: re.Match[str], end: int, source: str, phrases: MappingType[str, Node], reading: Reading
) -> Section | None:
    report = reading.report
    place = report.at(heading.start())
    titled = _TITLED.fullmatch(heading[1])
    if titled is None or not titled[1]:
        what = "this heading does not name a title and a section, so no citation could open what it holds"
        report.error("heading-without-section", place, what, "Write ## Heading {#section-id}.")
        return None
    section = titled[2]
    known = reading.names.sections
    if source and known is not None and section not in known[source]:
        what = f'{shown(section)} is not a section of the source "{source}", so no citation could open it'
        reading.unknown(
            "unknown-section", report.find(titled[2], heading.start(), heading.end()), what, section, known[source]
        )
        return None
    title = reading.filled(titled[1], heading.start(), heading.end())
    body = read_markdown(report.text[heading.end() : end], reading, heading.end(), end)
    if not body:
        what = f'the section "{section}" is empty, so a citation would open nothing'
        report.error("empty-body", place, what, "Write a text below the heading, or take it out.")
    also: Any = phrases.get(section)
    words = PHRASES.read(also, also, reading) or () if also is not None else ()
    return Section(section, title, body, Citation(source, section), words, place)


def _verify_phrases(top: Mapping, sections: MappingType[str, Section], reading: Reading) -> None:
    also = top.pairs.get("also")
    if also is None or not isinstance(also[1], Mapping):
        return
    for name, (key, _) in also[1].pairs.items():
        if name not in sections:
            what = f'"also" names the section {shown(name)}, which is not in this file, so its words find nothing'
            reading.unknown("unknown-section", key, what, name, sections)
