"""The schemas that editors use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guide_tui.library.json_schema import SCHEMAS, schema_of, schema_text

SHIPPED = Path(__file__).parents[2] / "schemas"


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _parts(value)


@pytest.mark.parametrize("name", SCHEMAS)
def test_shipped_schemas_are_up_to_date(name: str) -> None:
    """The files in schemas/ are what the shapes declare; `python -m guide_tui.library.json_schema` writes them."""
    assert (SHIPPED / f"{name}.schema.json").read_text(encoding="utf-8") == schema_text(name)


def test_no_schema_is_left_over() -> None:
    """schemas/ holds nothing that is no longer declared."""
    assert {path.name for path in SHIPPED.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described_and_no_other_allowed(name: str) -> None:
    """Editors can explain each key and underline unknown ones."""
    schema = schema_of(name)
    for part in _parts(schema):
        for described in part.get("properties", {}).values():
            if isinstance(described, dict) and "properties" in part and part.get("type") == "object":
                assert described["description"]
        if part.get("type") == "object" and isinstance(part.get("properties"), dict):
            assert part["additionalProperties"] is False


@pytest.mark.parametrize("name", SCHEMAS)
def test_references_lead_to_definitions(name: str) -> None:
    """Every $ref names a definition of the same schema."""
    schema = schema_of(name)
    references = {part["$ref"] for part in _parts(schema) if isinstance(part.get("$ref"), str)}
    assert references <= {f"#/$defs/{key}" for key in schema.get("$defs", {})}
