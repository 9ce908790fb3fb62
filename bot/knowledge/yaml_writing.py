"""Plain data into YAML that `yaml_reading` reads as the same data again."""

from __future__ import annotations

import re
from typing import Any

import yaml

# The C writer escapes whatever lies beyond the first 65,536 characters, emoji among them; backslashes come in pairs.
_BEYOND = re.compile(r"(\\\\)|\\U([0-9A-F]{8})")


class _Dumper(yaml.CSafeDumper):
    """Quotes every text: what is quoted is text to every reader, whatever it looks like."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write what occurs twice twice: the reader takes no aliases."""
        return True


class _Quoted(str):
    """A text that is a value, and not a key."""


def write_yaml(data: Any) -> str:
    """Return `data`, made of dicts with plain keys, lists, texts, numbers and truths, as YAML."""
    written: str = yaml.dump(_marked(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)
    return _BEYOND.sub(lambda found: found[1] or chr(int(found[2], 16)), written)


def _marked(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _marked(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_marked(value) for value in data]
    return _Quoted(data) if isinstance(data, str) else data


def _quoted(dumper: yaml.CSafeDumper, text: _Quoted) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')


_Dumper.add_representer(_Quoted, _quoted)
