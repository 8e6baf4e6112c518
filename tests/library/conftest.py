"""A small library on disk, one file of which a test replaces."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

SOUND: Mapping[str, str] = {
    "content/about.yaml": """\
        title: Small guide
        summary: Two questions and an answer.
        disclaimer: Nobody's but ours.
        contacts:
          desk: {name: The desk, about: For everything., cite: guide/types}
        roles:
          lead: The lead centre
        """,
    "content/sources.yaml": """\
        guide:
          title: The guide
          short: Guide
          publisher: Somebody
          edition: undated
          sections:
            types: Types
            dates: Dates
        """,
    "content/facts.yaml": """\
        lead-time: {period: 6 weeks, words: six weeks, about: How early., cite: guide/dates}
        form-name: {text: form.pdf, about: The form., cite: guide/types}
        """,
    "content/glossary.yaml": """\
        lead:
          term: Lead centre
          forms: [LC]
          meaning: The centre that **applies**.
          cite: guide/types
        """,
    "content/synonyms.yaml": """\
        groups:
          - [form, paper]
        """,
    "content/faq/when.md": """\
        ---
        question: When must we apply?
        also: [how early]
        cite: guide/dates
        check: apply
        ---
        At least {lead-time} before. See [the lead](term:lead).
        """,
    "content/guide/basics.md": """\
        ---
        title: Basics
        source: guide
        also:
          types: [kinds]
        ---
        ## Types {#types}

        There are three.
        """,
    "decision_trees/questions.yaml": """\
        start-day:
          ask: When does it start?
          short: First day
          why: Approval takes {lead-time}.
          cite: guide/dates
          kind: date
          options:
            not-sure: {label: Not sure, unsure: true}
        """,
    "decision_trees/apply.yaml": """\
        id: apply
        title: Must we apply?
        about: Works out whether you must.
        start: partners
        questions:
          partners:
            ask: Who takes part?
            short: Partners
            why: It depends on them.
            cite: guide/types
            kind: one
            options:
              centres: {label: Centres}
              nobody: {label: Nobody, because: It needs two.}
            next: {nobody: no-need, else: start-day}
          start-day:
            next:
              - when: {start-day: {before: today, plus: lead-time}}
                go: late
              - else: in-time
        outcomes:
          no-need:
            verdict: No need
            tone: fine
            says: Nothing to do.
            cite: guide/types
          late:
            verdict: Late
            tone: stop
            says: Ask.
            cite: guide/dates
            contact: desk
          in-time:
            verdict: Apply
            tone: approval-needed
            says: Send {form-name}.
            cite: guide/dates
            actions:
              - do: Send it.
                who: lead
                by: {before: start-day, period: lead-time}
        """,
}
"""Every file of a library without a fault."""

WriteLibrary = Callable[..., Path]


@pytest.fixture
def write_library(tmp_path: Path) -> WriteLibrary:
    """Writes the sound library, with files replaced or added (text or bytes), or taken out (None); gives its root."""

    def write(changes: Mapping[str, str | bytes | None] | None = None) -> Path:
        for name, text in {**SOUND, **(changes or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(text, bytes):
                path.write_bytes(text)
            elif text is not None:
                path.write_text(textwrap.dedent(text), encoding="utf-8", newline="")
        return tmp_path

    return write


def sound(name: str) -> str:
    """The text of one of the sound files, as it is written."""
    return textwrap.dedent(SOUND[name])
