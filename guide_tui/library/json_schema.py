"""JSON Schemas (draft 2020-12) of the content files, for editors that complete and underline while an author writes.

python -m guide_tui.library.json_schema        writes them to schemas/ in the repository
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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
    definitions: dict[str, JsonSchema] = {}
    top = {key: _hoisted(value, definitions) for key, value in shape.schema().items()}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **top, "title": title}
    return {**schema, "$defs": definitions} if definitions else schema


def schema_text(name: str) -> str:
    """What the schema's file holds."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> None:
    """Write every schema to ``folder``, as ``NAME.schema.json``."""
    folder.mkdir(exist_ok=True)
    for name in SCHEMAS:
        (folder / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8", newline="\n")


def _hoisted(part: Any, definitions: dict[str, JsonSchema]) -> Any:
    """The part with every titled schema in it replaced by a reference, since conditions repeat in a dozen places."""
    if isinstance(part, list):
        return [_hoisted(item, definitions) for item in part]
    if not isinstance(part, dict):
        return part
    found = {key: _hoisted(value, definitions) for key, value in part.items()}
    title = found.get("title")
    if not isinstance(title, str):
        return found
    # The description belongs to the key under which the schema is used, not to the schema.
    description = {"description": found.pop("description")} if "description" in found else {}
    name, number = title.replace(" ", "-"), 2
    while definitions.setdefault(name, found) != found:
        name, number = f"{title.replace(' ', '-')}-{number}", number + 1
    return {"$ref": f"#/$defs/{name}", **description}


if __name__ == "__main__":
    write_schemas(Path(__file__).resolve().parents[2] / "schemas")
