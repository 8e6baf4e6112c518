"""Other search engines over the same entries, each as people usually set it up for questions typed by hand."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from guide_tui.search.documents import Document
from guide_tui.search.index import Index

SHOWN = 5
"""Hits that are asked for."""


class Unavailable(Exception):
    """A peer that cannot run here, with why."""


class Engine(ABC):
    """A search engine over some entries; building it is part of making it."""

    def __init__(self, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> None:
        # By the clock on the wall: some build in threads of their own.
        started = time.perf_counter()
        self.build(entries, synonyms)
        self.built = time.perf_counter() - started

    @abstractmethod
    def build(self, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> None:
        """Take the entries in."""

    @abstractmethod
    def find(self, query: str) -> Sequence[str]:
        """The ids of the best entries."""

    def timed(self, queries: Sequence[str]) -> tuple[list[Sequence[str]], list[float]]:
        """What each query finds, and the seconds of processor time that it takes."""
        found, seconds = [], []
        for query in queries:
            started = time.thread_time()
            found.append(self.find(query))
            seconds.append(time.thread_time() - started)
        return found, seconds


class Ours(Engine):
    def build(self, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> None:
        self._index = Index(entries, synonyms)

    def find(self, query: str) -> Sequence[str]:
        return [hit.document.id for hit in self._index.find(query, SHOWN).hits]


class Fts5(Engine):
    tokenizer = "porter unicode61"
    least = 1

    def build(self, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> None:
        self._store = sqlite3.connect(":memory:")
        columns = "id UNINDEXED, title, also, text"
        try:
            self._store.execute(f"CREATE VIRTUAL TABLE entries USING fts5({columns}, tokenize='{self.tokenizer}')")
        except sqlite3.OperationalError as error:
            raise Unavailable(str(error)) from error
        rows = ((entry.id, entry.title, "\n".join(entry.also), entry.text) for entry in entries)
        self._store.executemany("INSERT INTO entries VALUES (?, ?, ?, ?)", rows)

    def find(self, query: str) -> Sequence[str]:
        words = [f'"{word}"' for word in re.findall(r"\w+", query) if len(word) >= self.least]
        if not words:
            return []
        if self.least == 1:
            words[-1] += "*"
        sql = "SELECT id FROM entries WHERE entries MATCH ? ORDER BY bm25(entries, 0, 4, 4, 1) LIMIT ?"
        return [row[0] for row in self._store.execute(sql, (" OR ".join(words), SHOWN))]


class Trigrams(Fts5):
    tokenizer = "trigram"
    least = 3


class Tantivy(Engine):
    """Every word within one fault; a word that is being typed is matched by its beginning."""

    def build(self, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> None:
        try:
            import tantivy
        except ImportError as error:
            raise Unavailable("not installed") from error
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True)
        for name in ("title", "also", "text"):
            schema.add_text_field(name)
        self._index = tantivy.Index(schema.build())
        writer = self._index.writer()
        for entry in entries:
            row = tantivy.Document(id=entry.id, title=entry.title, also="\n".join(entry.also), text=entry.text)
            writer.add_document(row)
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    prefix = False

    def find(self, query: str) -> Sequence[str]:
        words = " ".join(re.findall(r"\w+", query))
        if not words:
            return []
        fields = ["title", "also", "text"]
        fuzzy = dict.fromkeys(fields, (self.prefix, 1, True))
        parsed = self._index.parse_query(words, fields, field_boosts={"title": 4.0, "also": 4.0}, fuzzy_fields=fuzzy)
        return [self._searcher.doc(address)["id"][0] for _, address in self._searcher.search(parsed, SHOWN).hits]


class TantivyPrefix(Tantivy):
    prefix = True


class Bm25s(Engine):
    def build(self, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> None:
        try:
            import bm25s
        except ImportError as error:
            raise Unavailable("not installed") from error
        self._bm25s = bm25s
        self._entries = entries
        texts = ["\n".join((entry.title, *entry.also, entry.text)) for entry in entries]
        self._searcher = bm25s.BM25()
        self._searcher.index(bm25s.tokenize(texts, show_progress=False), show_progress=False)

    def find(self, query: str) -> Sequence[str]:
        tokens = self._bm25s.tokenize(query, show_progress=False)
        count = min(SHOWN, len(self._entries))
        found, _ = self._searcher.retrieve(tokens, k=count, show_progress=False)
        return [self._entries[number].id for number in found[0]]


class Rapidfuzz(Engine):
    """Every title and phrasing compared with the whole query."""

    def build(self, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> None:
        from rapidfuzz import fuzz, process, utils

        titles = [(title, entry.id) for entry in entries for title in (entry.title, *entry.also)]
        self._ids = [identifier for _, identifier in titles]
        self._titles = [utils.default_process(title) for title, _ in titles]
        self._process, self._scorer, self._even = process, fuzz.token_set_ratio, utils.default_process

    def find(self, query: str) -> Sequence[str]:
        best = self._process.extract(self._even(query), self._titles, scorer=self._scorer, limit=SHOWN * 4)
        return list(dict.fromkeys(self._ids[number] for _, _, number in best))[:SHOWN]


class _Node(Engine):
    engine = ""
    folder = Path()

    def build(self, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> None:
        package = "fuse.js" if self.engine == "fuse" else self.engine
        if not shutil.which("node") or not (self.folder / "node_modules" / package).is_dir():
            raise Unavailable(f"needs Node and, in the folder of --node, npm install {package}")
        script = Path(__file__).with_name("peers.mjs")
        self._process = subprocess.Popen(
            ["node", script], cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )
        rows = [
            {"id": entry.id, "title": entry.title, "also": "\n".join(entry.also), "text": entry.text}
            for entry in entries
        ]
        self._seconds = self._ask({"engine": self.engine, "entries": rows})["seconds"]

    def __init__(self, entries: Sequence[Document], synonyms: Sequence[Sequence[str]]) -> None:
        super().__init__(entries, synonyms)
        self.built = self._seconds

    def find(self, query: str) -> Sequence[str]:
        return self.timed([query])[0][0]

    def timed(self, queries: Sequence[str]) -> tuple[list[Sequence[str]], list[float]]:
        answer = self._ask({"queries": list(queries), "limit": SHOWN})
        return answer["found"], answer["seconds"]

    def _ask(self, request: object) -> dict:
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


class MiniSearch(_Node):
    engine = "minisearch"


class Fuse(_Node):
    engine = "fuse"


ENGINES: dict[str, type[Engine]] = {
    "ours": Ours,
    "FTS5, porter": Fts5,
    "FTS5, trigrams": Trigrams,
    "tantivy, fuzzy": Tantivy,
    "tantivy, fuzzy prefixes": TantivyPrefix,
    "bm25s": Bm25s,
    "MiniSearch": MiniSearch,
    "Fuse.js": Fuse,
    "rapidfuzz, token set": Rapidfuzz,
}
"""Ours first: ratios are to it."""


def with_synonyms(query: str, synonyms: Sequence[Sequence[str]]) -> str:
    """The query with every other name of whatever it names, for engines that take no synonyms of their own."""
    even = f" {' '.join(re.findall(r'[a-z0-9]+', query.lower()))} "
    more = [
        other
        for group in synonyms
        for member in group
        if f" {' '.join(re.findall(r'[a-z0-9]+', member.lower()))} " in even
        for other in group
        if other != member
    ]
    return " ".join([query, *dict.fromkeys(more)])
