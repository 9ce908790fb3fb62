from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.knowledge.kinds import KINDS
from bot.knowledge.schema import json_schemas, schema_texts, write_schemas
from bot.knowledge.wording import FORMS

ROOT = Path(__file__).parents[2]


def patterns(node: object) -> set[str]:
    if isinstance(node, dict):
        own = {node["pattern"]} if isinstance(node.get("pattern"), str) else set()
        return own.union(*(patterns(value) for value in node.values()))
    return set().union(*map(patterns, node)) if isinstance(node, list) else set()


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    schemas = json_schemas()
    assert set(schemas) == set(KINDS)
    assert schemas["seasons"]["$defs"]["Title"]["required"][0] == "class"
    assert schemas["drivers"]["additionalProperties"] is False


def test_every_pattern_of_the_models_has_words() -> None:
    """A person reads `a colour such as …`, never a regular expression."""
    assert patterns(json_schemas()) <= set(FORMS)


@pytest.mark.parametrize("name", KINDS)
def test_the_written_schemas_are_up_to_date(name: str) -> None:
    written = (ROOT / "knowledge" / "schema" / f"{name}.json").read_text(encoding="utf-8")
    assert written == schema_texts()[f"{name}.json"], "run `bot check --write-schema`"


def test_writing_makes_the_folder(tmp_path: Path) -> None:
    write_schemas(tmp_path / "new" / "schema")
    assert json.loads((tmp_path / "new" / "schema" / "teams.json").read_bytes()) == json_schemas()["teams"]
