"""JSON Schemas (draft 2020-12) of the content files, for editors that complete and underline while an author writes.

python -m guide_tui.library.json_schema        writes them to schemas/ in the repository
"""

from __future__ import annotations

import json
from pathlib import Path

from guide_tui.library import formats
from guide_tui.library.shapes import JsonSchema, Shape

SCHEMAS: dict[str, tuple[str, Shape]] = {
    "about": ("content/about.yaml", formats.ABOUT),
    "facts": ("content/facts.yaml", formats.FACTS),
    "faq-front-matter": ("The front matter of content/faq/NAME.md", formats.FAQ),
    "glossary": ("content/glossary.yaml", formats.GLOSSARY),
    "guide-front-matter": ("The front matter of content/guide/NAME.md", formats.GUIDE),
    "questions": ("decision_trees/questions.yaml", formats.QUESTIONS),
    "sources": ("content/sources.yaml", formats.SOURCES),
    "synonyms": ("content/synonyms.yaml", formats.SYNONYMS),
    "tree": ("decision_trees/NAME.yaml", formats.TREE),
}
"""By the name of the schema's file: what it describes, and the shape that it comes from."""


def schema_of(name: str) -> JsonSchema:
    """The schema of that name, complete.

    Raises:
        KeyError: There is no such schema.
    """
    title, shape = SCHEMAS[name]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **shape.schema()}


def schema_text(name: str) -> str:
    """What the schema's file holds."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> None:
    """Write every schema to ``folder``, as ``NAME.schema.json``."""
    folder.mkdir(exist_ok=True)
    for name in SCHEMAS:
        (folder / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas(Path(__file__).resolve().parents[2] / "schemas")
