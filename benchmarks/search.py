"""Search measured beside other engines: the same documents, the same questions, one run.

    python benchmarks/search.py                      the library of this repository and benchmarks/questions.jsonl
    python benchmarks/search.py --corpus FILE        speed only, over JSON lines with id, title and text

A hit is a document whose first 250 words match every pattern of a question's ``must``. Latency is per key press:
a question is typed letter by letter. Absolute times belong to the machine; quote the ratios. Peers that cannot be
imported are named and left out.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from guide_tui.library.reader import read_library  # noqa: E402
from guide_tui.search.documents import Document, DocumentKind, documents  # noqa: E402
from guide_tui.search.index import Index  # noqa: E402

Find = Callable[[str], Sequence[str]]
"""Ids of the best five documents."""

MOST_WORDS = 250
SHOWN = 5


@dataclass(frozen=True)
class Question:
    """A labelled question."""

    text: str
    kind: str
    must: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Measured:
    """What one engine did."""

    name: str
    build: float
    median: float
    slowest: float
    """The 99th percentile, in seconds like the others."""
    first: float
    third: float
    reciprocal: float


def ours(entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> Find:
    index = Index(entries, synonyms)
    return lambda query: [hit.document.id for hit in index.find(query, SHOWN).hits]


def fts5(tokenizer: str) -> Callable[[Sequence[Document], Sequence[Sequence[str]]], Find]:
    def build(entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> Find:
        store = sqlite3.connect(":memory:")
        store.execute(
            f"CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, title, also, text, tokenize='{tokenizer}')"
        )
        rows = ((entry.id, entry.title, "\n".join(entry.also), entry.text) for entry in entries)
        store.executemany("INSERT INTO entries VALUES (?, ?, ?, ?)", rows)
        least = 3 if tokenizer == "trigram" else 1
        sql = "SELECT id FROM entries WHERE entries MATCH ? ORDER BY bm25(entries, 0, 4, 4, 1) LIMIT ?"

        def find(query: str) -> list[str]:
            words = [word for word in re.findall(r"\w+", query) if len(word) >= least]
            if not words:
                return []
            quoted = [f'"{word}"' for word in words]
            if tokenizer != "trigram":
                quoted[-1] += "*"
            return [row[0] for row in store.execute(sql, (" OR ".join(quoted), SHOWN))]

        return find

    return build


def bm25s_engine(entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> Find:
    import bm25s

    searcher = bm25s.BM25()
    searcher.index(bm25s.tokenize([_all_text(entry) for entry in entries], show_progress=False), show_progress=False)
    count = min(SHOWN, len(entries))

    def find(query: str) -> list[str]:
        tokens = bm25s.tokenize(query, show_progress=False)
        found, _ = searcher.retrieve(tokens, k=count, show_progress=False)
        return [entries[number].id for number in found[0]]

    return find


def tantivy_engine(entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> Find:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True)
    for name in ("title", "also", "text"):
        schema.add_text_field(name, tokenizer_name="en_stem")
    index = tantivy.Index(schema.build())
    writer = index.writer()
    for entry in entries:
        writer.add_document(
            tantivy.Document(id=entry.id, title=entry.title, also="\n".join(entry.also), text=entry.text)
        )
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(query: str) -> list[str]:
        words = " ".join(re.findall(r"\w+", query))
        parsed = index.parse_query(words, ["title", "also", "text"], field_boosts={"title": 4.0, "also": 4.0})
        return [searcher.doc(address)["id"][0] for _, address in searcher.search(parsed, SHOWN).hits]

    return find


ENGINES = {
    "ours": ours,
    "fts5 porter": fts5("porter unicode61"),
    "fts5 trigram": fts5("trigram"),
    "bm25s": bm25s_engine,
    "tantivy": tantivy_engine,
}


def measure(
    name: str, entries: Sequence[Document], synonyms: Sequence[Sequence[str]], questions: Sequence[Question]
) -> Measured:
    started = time.perf_counter()
    find = ENGINES[name](entries, synonyms)
    built = time.perf_counter() - started
    times = sorted(seconds for question in questions for seconds in _typed(find, question.text))
    texts = {entry.id: _shown(entry) for entry in entries}
    labelled = [question for question in questions if question.must]
    ranks = [_rank(find(question.text), texts, question) for question in labelled]
    count = len(ranks) or 1
    return Measured(
        name,
        built,
        times[len(times) // 2],
        times[int(len(times) * 0.99)],
        sum(rank == 1 for rank in ranks) / count,
        sum(1 <= rank <= 3 for rank in ranks) / count,
        sum(1 / rank for rank in ranks if rank) / count,
    )


def _typed(find: Find, text: str) -> Iterator[float]:
    for end in range(1, len(text) + 1):
        started = time.perf_counter()
        find(text[:end])
        yield time.perf_counter() - started


def _rank(found: Iterable[str], texts: dict[str, str], question: Question) -> int:
    for place, identifier in enumerate(found, start=1):
        if all(pattern.search(texts[identifier]) for pattern in question.must):
            return place
    return 0


def _shown(entry: Document) -> str:
    return " ".join(f"{entry.title} {entry.text}".replace("’", "'").split()[:MOST_WORDS])


def _all_text(entry: Document) -> str:
    return "\n".join((entry.title, *entry.also, entry.text))


def read_questions(path: Path) -> list[Question]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [
        Question(row["q"], row["kind"], tuple(re.compile(pattern, re.IGNORECASE) for pattern in row["must"]))
        for row in rows
    ]


def read_corpus(path: Path) -> tuple[list[Document], list[Question]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    entries = [Document(row["id"], DocumentKind.ANSWER, row["title"], (), row["text"]) for row in rows]
    # Thirty letters of every so-manieth title, as somebody would type it.
    typed = [Question(row["title"][:30].lower(), "natural", ()) for row in rows[:: max(1, len(rows) // 40)]]
    return entries, typed


def show(results: Sequence[Measured], *, quality: bool) -> None:
    base = results[0]
    print(f"{'engine':14}{'build':>9}{'median':>9}{'p99':>9}" + f"{'hit@1':>8}{'hit@3':>8}{'MRR':>8}" * quality)
    for row in results:
        ratios = (row.build / base.build, row.median / base.median, row.slowest / base.slowest)
        line = f"{row.name:14}" + "".join(f"{ratio:8.2f}x" for ratio in ratios)
        print(line + f"{row.first:8.3f}{row.third:8.3f}{row.reciprocal:8.3f}" * quality)
    print(
        f"ours: build {base.build * 1e3:.0f} ms, per key press median {base.median * 1e3:.2f} ms, "
        f"p99 {base.slowest * 1e3:.2f} ms on this machine"
    )


def show_confidence(
    entries: Sequence[Document], synonyms: Sequence[Sequence[str]], questions: Sequence[Question]
) -> None:
    index = Index(entries, synonyms)
    for inside in (True, False):
        asked = [question for question in questions if bool(question.must) is inside]
        sure = sum(index.find(question.text).confident for question in asked)
        print(f"ours, {'inside' if inside else 'outside'} the guide: confident in {sure} of {len(asked)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--questions", type=Path, default=ROOT / "benchmarks" / "questions.jsonl")
    parser.add_argument("--corpus", type=Path)
    options = parser.parse_args()
    synonyms: Sequence[Sequence[str]] = ()
    if options.corpus:
        entries, questions = read_corpus(options.corpus)
    else:
        library = read_library(options.root)
        entries, synonyms, questions = list(documents(library)), library.synonyms, read_questions(options.questions)
    print(f"{len(entries)} documents, {len(questions)} questions")
    results = []
    for name in ENGINES:
        try:
            results.append(measure(name, entries, synonyms, questions))
        except ImportError:
            print(f"{name}: not installed, left out")
        except sqlite3.OperationalError as error:
            print(f"{name}: not in this SQLite, left out ({error})")
    show(results, quality=not options.corpus)
    if not options.corpus:
        show_confidence(entries, synonyms, questions)


if __name__ == "__main__":
    main()
