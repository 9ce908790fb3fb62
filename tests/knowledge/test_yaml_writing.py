"""What is written as YAML is read as the same again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.yaml_building import CONTROL_IN_VALUE
from bot.knowledge.yaml_reading import read_yaml
from bot.knowledge.yaml_writing import write_yaml

TEXTS = st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not CONTROL_IN_VALUE.search(text))
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers(-(10**9), 10**9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.from_regex(r"[a-z]{2,8}x", fullmatch=True), inner),
    max_leaves=12,
)


def as_read(data: object) -> object:
    """Return `data` with tuples for lists, as the reader makes them."""
    if isinstance(data, dict):
        return {key: as_read(value) for key, value in data.items()}
    return tuple(map(as_read, data)) if isinstance(data, list) else data


@given(VALUES)
def test_any_data_comes_back(data: object) -> None:
    assert read_yaml(write_yaml({"data": data}).encode()).data == {"data": as_read(data)}


def test_emoji_and_backslashes_can_be_read_by_people() -> None:
    assert write_yaml({"text": "😀 \\U0001F600 \\"}) == 'text: "😀 \\\\U0001F600 \\\\"\n'
