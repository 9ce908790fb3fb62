"""Plain sentences for what a model refuses: what was expected, what was found, how to write it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from pydantic_core import ErrorDetails

from bot.knowledge.model import Entry
from bot.knowledge.problems import Key, quoted
from bot.text.similarity import closest

# The forms of the models' patterns, as a person would describe them.
FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "an id: lower-case letters and digits, joined by single hyphens",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "a year, month or day such as 2013, 2013-05 or 2013-05-31",
    r"^[a-z]{3}$": "a code of three lower-case letters such as jpn",
    r"^[A-Z]{2}$": "a code of two capital letters such as JP",
    r"^#[0-9a-f]{6}$": "a colour such as #00a0ff, in lower case",
    r"^[a-z]{2}(-[A-Z][a-z]{3})?$": "a language such as ja or zh-Hant",
}

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "date_type": "a date such as 2009-10-31",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
}

_BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}


def sentence(error: ErrorDetails, raw: str | None) -> str:
    """Return what is wrong in plain words; `raw` is the scalar as it was typed."""
    kind, value = error["type"], error["input"]
    context: Mapping[str, Any] = error.get("ctx", {})
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, found {found(value, raw)}{_advice(kind, value, raw)}"
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        return f"{raw or value} is out of range; it must be {words} {context[name]:g}"
    tell = _SENTENCES.get(kind)
    return tell(value, context) if tell else error["msg"]


_SENTENCES: dict[str, Callable[[Any, Mapping[str, Any]], str]] = {
    "missing": lambda value, context: "missing",
    "string_too_short": lambda value, context: "the text is empty",
    "string_pattern_mismatch": lambda value, context: f"{quoted(value)} is not {_form(context['pattern'])}",
    "too_short": lambda value, context: f"the list is too short; it needs at least {context['min_length']}",
    "literal_error": lambda value, context: f"{found(value, None)} is not {context['expected']}",
    "value_error": lambda value, context: str(context["error"]),
}


def found(value: object, raw: str | None) -> str:
    """Say what stands in the file."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {raw or value}"
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    return "a list" if isinstance(value, tuple) else "keys with values"


def meant_key(model: type[Entry], key: str) -> str | None:
    """Return the key of `model` that is most like `key`, if any is."""
    if field := model.model_fields.get(key):
        return field.alias
    return closest(key, known_keys(model))


def unknown_key(model: type[Entry], meant: str | None) -> str:
    """Say that a key is unknown to `model`, and which key may be `meant`, or else which there are."""
    if meant:
        return f'unknown key; did you mean "{meant}"?'
    return f"unknown key; known here are: {', '.join(known_keys(model))}"


def known_keys(model: type[Entry]) -> list[str]:
    """Return the keys of `model` as files write them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def model_at(root: type[Entry], key: Key) -> type[Entry]:
    """Return the model of the entry `key` leads to, starting in a `root`."""
    model = root
    for part in key:
        for name, field in model.model_fields.items():
            if part in (field.alias, name) and (inner := _model_in(field.annotation)):
                model = inner
                break
    return model


def _model_in(annotation: Any) -> type[Entry] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)


def _form(pattern: str) -> str:
    return FORMS.get(pattern, f"of the form {pattern}")


def _advice(kind: str, value: object, raw: str | None) -> str:
    if kind == "string_type" and raw:
        return f": write it in quotes: {quoted(raw)}"
    if kind in ("int_type", "float_type") and isinstance(value, str) and value.strip("-").isdigit():
        return ": write it without quotes and leading zeros"
    return ""
