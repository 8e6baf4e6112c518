"""Search measured beside other engines: the same entries, the same synonyms, the same questions, one run.

    python -m benchmarks.search                        quality and speed on the library of this repository
    python -m benchmarks.search --entries 10000        speed on made-up entries
    python -m benchmarks.search --questions FILE       other questions: JSON lines with q, kind and must

The default questions, benchmarks/held_out.jsonl, were not used for tuning; those of benchmarks/questions.jsonl were.
A hit is an entry whose first 250 words match every pattern of a question's ``must``. Peers get the questions as typed
and with the synonyms added, and the better of the two counts. Times are processor time per key press: a question is
typed letter by letter. They belong to the machine; quote the ratios. Peers that cannot run are named and left out.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import corpus, typed
from benchmarks.peers import ENGINES, Engine, Unavailable, _Node, with_synonyms
from benchmarks.timing import machine, number, print_table
from guide_tui.search.documents import Document, documents
from guide_tui.search.index import Index
from guide_tui.services.opening import open_library

ROOT = Path(__file__).resolve().parent.parent
MOST_WORDS = 250
KINDS = ("keyword", "natural", "typo", "abbreviation", "paraphrase", "partial")
TYPED = 60
"""Queries that are typed letter by letter to measure the time."""


LONG_ENOUGH = 20.0
"""Seconds of typing after which a slow engine is known well enough."""


@dataclass(frozen=True)
class Question:
    """A labelled question."""

    text: str
    kind: str
    must: tuple[re.Pattern[str], ...]
    """Patterns of a right answer; none where the guidance has none."""


@dataclass(frozen=True)
class Speed:
    """Seconds of processor time."""

    build: float
    median: float
    slowest: float
    """The 99th percentile."""


def speed(engine: Engine, queries: Sequence[str]) -> Speed:
    """How long a key press takes while each query is typed."""
    gc.collect()
    gc.freeze()
    seconds: list[float] = []
    for query in queries:
        seconds += engine.timed([query[:end] for end in range(1, len(query) + 1)])[1]
        if sum(seconds) > LONG_ENOUGH:
            break
    times = sorted(seconds)
    return Speed(engine.built, times[len(times) // 2], times[int(len(times) * 0.99)])


def ranks(engine: Engine, queries: Sequence[str], questions: Sequence[Question], texts: dict[str, str]) -> list[int]:
    """The place of the first right answer for each question, from 1; 0 where there is none among those shown."""
    found, _ = engine.timed(queries)
    return [
        next((place for place, one in enumerate(ids, 1) if all(p.search(texts[one]) for p in question.must)), 0)
        for ids, question in zip(found, questions, strict=True)
    ]


def share(places: Sequence[int], within: int) -> float:
    """The share of questions with a right answer among the first ``within``."""
    return sum(1 <= place <= within for place in places) / (len(places) or 1)


def show_quality(
    entries: Sequence[Document], synonyms: Sequence[Sequence[str]], questions: Sequence[Question], names: Sequence[str]
) -> None:
    """A table of how often the right answer is first."""
    texts = {entry.id: _shown(entry) for entry in entries}
    inside = [question for question in questions if question.must]
    plain = [question.text for question in inside]
    expanded = [with_synonyms(query, synonyms) for query in plain]
    rows = []
    for name in names:
        engine = _make(name, entries, synonyms)
        if engine is None:
            continue
        tries = [ranks(engine, plain, inside, texts)]
        if name != "ours":
            tries.append(ranks(engine, expanded, inside, texts))
        places = max(tries, key=lambda each: (share(each, 1), share(each, 3)))
        mean = sum(1 / place for place in places if place) / (len(places) or 1)
        by_kind = [
            share([place for place, question in zip(places, inside, strict=True) if question.kind == kind], 1)
            for kind in KINDS
        ]
        cells = (share(places, 1), share(places, 3), mean, *by_kind)
        rows.append([name, *(f"{cell:.2f}" for cell in cells)])
    print_table(["engine", "hit@1", "hit@3", "MRR", *KINDS], rows)
    _show_confidence(Index(entries, synonyms), questions, texts)


def show_speed(entries: Sequence[Document], queries: Sequence[str], names: Sequence[str], synonyms: Sequence) -> None:
    """A table of how long a key press takes."""
    base: Speed | None = None
    rows = []
    for name in names:
        engine = _make(name, entries, synonyms)
        if engine is None:
            continue
        took = speed(engine, queries)
        base = base or took
        ratios = [f"x{row:.2f}" for row in (took.median / base.median, took.slowest / base.slowest)]
        rows.append([name, f"{took.build:.2f}", number(took.median * 1e3), number(took.slowest * 1e3), *ratios])
    print_table(["engine", "build s", "median ms", "p99 ms", "median to ours", "p99 to ours"], rows)


def _show_confidence(index: Index, questions: Sequence[Question], texts: dict[str, str]) -> None:
    sure, wrong, false, inside, outside = 0, 0, 0, 0, 0
    for question in questions:
        answer = index.find(question.text)
        if question.must:
            inside += 1
            sure += answer.confident
            right = answer.hits and all(p.search(texts[answer.hits[0].document.id]) for p in question.must)
            wrong += answer.confident and not right
        else:
            outside += 1
            false += answer.confident
    told = (sure / (inside or 1), wrong / (inside or 1), false / (outside or 1))
    print(f"ours, {inside} questions inside the guidance: confident {told[0]:.2f}, confident and wrong {told[1]:.2f}")
    print(f"ours, {outside} questions outside it: confident {told[2]:.2f}\n")


def _make(name: str, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> Engine | None:
    try:
        return ENGINES[name](entries, synonyms)
    except Unavailable as error:
        print(f"{name}: left out ({error})")
        return None


def _shown(entry: Document) -> str:
    return " ".join(f"{entry.title} {entry.text}".replace("’", "'").split()[:MOST_WORDS])


def read_questions(path: Path) -> list[Question]:
    """The labelled questions of a file."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Question(row["q"], row["kind"], tuple(re.compile(pattern, re.IGNORECASE) for pattern in row["must"]))
        for row in rows
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=Path, default=ROOT / "benchmarks" / "held_out.jsonl")
    parser.add_argument("--entries", type=int, default=0, help="made-up entries instead of the library")
    parser.add_argument("--node", type=Path, default=ROOT, help="folder with node_modules for MiniSearch and Fuse.js")
    parser.add_argument("--only", nargs="*", choices=ENGINES, default=list(ENGINES))
    options = parser.parse_args()
    _Node.folder = options.node
    if options.entries:
        entries = corpus(options.entries)
        print(f"{machine()}; {len(entries):,} made-up entries, {TYPED} queries typed\n")
        show_speed(entries, [query for query, _ in typed(entries, TYPED)], options.only, ())
        return
    library = open_library(ROOT)
    entries, questions = list(documents(library)), read_questions(options.questions)
    print(f"{machine()}; {len(entries)} entries, {len(questions)} questions\n")
    show_quality(entries, library.synonyms, questions, options.only)
    show_speed(entries, [question.text for question in questions[:TYPED]], options.only, library.synonyms)


if __name__ == "__main__":
    main()
