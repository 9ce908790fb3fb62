"""What Discord takes as buttons, menus and forms."""

from __future__ import annotations

from collections.abc import Iterator

from standin.components import BUTTON, LABEL, ROW, SELECTS, STRING_SELECT, TEXT_INPUT
from standin.limits.form import Form

ROWS_MAX, BUTTONS_MAX, CUSTOM_ID_MAX, BUTTON_LABEL_MAX, URL_MAX = 5, 5, 100, 80, 512
OPTIONS_MAX, OPTION_TEXT_MAX, PLACEHOLDER_MAX = 25, 100, 150
MODAL_TITLE_MAX, FIELD_LABEL_MAX, FIELD_TEXT_MAX = 45, 45, 4000
LINK, PREMIUM = 5, 6


def check_rows(form: Form) -> None:
    """Report what is wrong with the components of a message."""
    seen: set[str] = set()
    for row in form.parts("components", 0, ROWS_MAX):
        if row.one_of("type", {ROW}, required=True) is None:
            continue
        menus = 0
        for part in row.parts("components", 1, BUTTONS_MAX):
            kind = part.one_of("type", {BUTTON, *SELECTS}, required=True)
            menus += kind in SELECTS
            if kind == BUTTON:
                _check_button(part, seen)
            elif kind is not None:
                _check_select(part, kind, seen)
        if menus and len(row.body["components"]) > 1:
            row.wrong(
                "components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width"
            )


def _check_button(button: Form, seen: set[str]) -> None:
    style = button.one_of("style", range(1, 7), required=True)
    button.text("label", BUTTON_LABEL_MAX)
    if style == LINK:
        button.address("url", ("http", "https", "discord"), URL_MAX)
        if button.body.get("custom_id"):
            button.wrong(
                "custom_id",
                "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                "A custom id and url cannot both be specified",
            )
    elif style != PREMIUM:
        _check_custom_id(button, seen)
    if not button.body.get("label") and not button.body.get("emoji"):
        button.wrong("", "BUTTON_COMPONENT_INVALID", "A button must have a label or an emoji")
    _check_emoji(button)


def _check_select(select: Form, kind: int, seen: set[str]) -> None:
    _check_custom_id(select, seen)
    select.text("placeholder", PLACEHOLDER_MAX)
    select.number("min_values", 0, OPTIONS_MAX)
    select.number("max_values", 1, OPTIONS_MAX)
    if kind != STRING_SELECT:
        return
    values: set[str] = set()
    for option in select.parts("options", 1, OPTIONS_MAX):
        option.text("label", OPTION_TEXT_MAX, 1, required=True)
        option.text("description", OPTION_TEXT_MAX)
        value = option.text("value", OPTION_TEXT_MAX, 1, required=True)
        if value in values:
            option.wrong(
                "value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used"
            )
        values.add(value or "")
        _check_emoji(option)


def _check_custom_id(part: Form, seen: set[str]) -> None:
    custom_id = part.text("custom_id", CUSTOM_ID_MAX, 1, required=True)
    if custom_id in seen:
        part.wrong("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
    seen.add(custom_id or "")


def _check_emoji(part: Form) -> None:
    emoji = part.body.get("emoji")
    # Keycaps such as 1️⃣ end in a mark beyond ASCII, so plain text here is no emoji.
    if emoji and not emoji.get("id") and emoji.get("name", "").isascii():
        part.part("emoji").wrong("name", "BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji")


def check_modal(form: Form) -> None:
    """Report what is wrong with a form for people to fill in."""
    form.text("title", MODAL_TITLE_MAX, 1, required=True)
    form.text("custom_id", CUSTOM_ID_MAX, 1, required=True)
    seen: set[str] = set()
    for field in _fields(form):
        kind = field.one_of("type", {TEXT_INPUT, *SELECTS}, required=True)
        if kind == TEXT_INPUT:
            _check_custom_id(field, seen)
            field.one_of("style", {1, 2}, required=True)
            field.text("placeholder", OPTION_TEXT_MAX)
            field.text("value", FIELD_TEXT_MAX)
            field.number("min_length", 0, FIELD_TEXT_MAX)
            field.number("max_length", 1, FIELD_TEXT_MAX)
        elif kind is not None:
            _check_select(field, kind, seen)


def _fields(form: Form) -> Iterator[Form]:
    for part in form.parts("components", 1, ROWS_MAX):
        kind = part.one_of("type", {ROW, LABEL}, required=True)
        if kind == LABEL:
            part.text("label", FIELD_LABEL_MAX, 1, required=True)
            part.text("description", OPTION_TEXT_MAX)
            yield part.part("component")
        elif kind == ROW:
            for field in part.parts("components", 1, 1):
                field.text("label", FIELD_LABEL_MAX, 1, required=True)
                yield field
