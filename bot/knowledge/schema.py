"""JSON Schemas for editors, generated from the models that check the files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.knowledge.file_models import file_model
from bot.knowledge.kinds import KINDS


def json_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of file, by the kind's name."""
    return {
        kind.name: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **file_model(kind).model_json_schema(by_alias=True),
        }
        for kind in KINDS.values()
    }


def schema_texts() -> dict[str, str]:
    """Return what the schema files hold, by file name; the same models give the same bytes."""
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in json_schemas().items()
    }


def write_schemas(folder: Path) -> None:
    """Write one schema a kind of file into `folder`, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
