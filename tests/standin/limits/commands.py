"""What Discord takes as application commands."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from standin.errors import refusal
from standin.limits.form import Form

CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3
MOST_COMMANDS = {CHAT_INPUT: 100, USER_MENU: 15, MESSAGE_MENU: 15}
NAME_MAX, DESCRIPTION_MAX, OPTIONS_MAX, CHOICES_MAX, CHOICE_MAX = 32, 100, 25, 25, 100
COMMAND_MAX = 8000
SUBCOMMAND, GROUP, STRING, INTEGER, NUMBER = 1, 2, 3, 4, 10
OPTION_KINDS = range(1, 12)
SAFE_INTEGER = 2**53
# Letters of any alphabet and digits; the two scripts Discord names add marks that `\w` knows already.
NAME = re.compile(r"[-_'\w]{1,32}")


def check_commands(commands: Any) -> None:
    """Raise Discord's refusal of `commands`, a list meant to replace all there are, if it has one."""
    whole = Form({})
    if not isinstance(commands, list):
        whole.wrong("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        whole.stop_if_wrong()
    seen: set[tuple[int, str]] = set()
    most: Counter[int] = Counter()
    for number, body in enumerate(commands):
        form = whole.beside(str(number), body)
        kind = form.one_of("type", MOST_COMMANDS) or CHAT_INPUT
        most[kind] += 1
        _check_command(form, kind)
        key = (kind, str(form.body.get("name")))
        if key in seen:
            form.wrong("name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
        seen.add(key)
    whole.stop_if_wrong()
    if any(number > MOST_COMMANDS[kind] for kind, number in most.items()):
        raise refusal("too many commands")


def _check_command(form: Form, kind: int) -> None:
    if kind == CHAT_INPUT:
        _check_name(form)
        form.text("description", DESCRIPTION_MAX, 1, required=True)
        _check_options(form)
        if _size(form.body) > COMMAND_MAX:
            form.wrong("", "APPLICATION_COMMAND_TOO_LARGE", f"Command exceeds maximum size ({COMMAND_MAX})")
    else:
        form.text("name", NAME_MAX, 1, required=True)
        if form.body.get("description"):
            code = "APPLICATION_COMMANDS_CONTEXT_MENU_DESCRIPTION_INVALID"
            form.wrong("description", code, "Context menu commands cannot have description")
        if form.body.get("options"):
            form.wrong("options", "BASE_TYPE_BAD_LENGTH", "Must be between 0 and 0 in length.")
    for key, known in (("contexts", range(3)), ("integration_types", range(2))):
        listed = form.body.get(key)
        if listed is not None and not (listed and set(listed) <= set(known) and len(set(listed)) == len(listed)):
            form.wrong(key, "BASE_TYPE_CHOICES", f"Value must be a set of {list(known)}.")


def _check_name(form: Form) -> None:
    name = form.text("name", NAME_MAX, 1, required=True)
    if name is not None and (not NAME.fullmatch(name) or name != name.lower()):
        form.wrong("name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")


def _check_options(form: Form, depth: int = 0) -> None:
    seen: set[str] = set()
    optional = False
    for option in form.parts("options", 0, OPTIONS_MAX):
        kind = option.one_of("type", OPTION_KINDS, required=True)
        _check_name(option)
        option.text("description", DESCRIPTION_MAX, 1, required=True)
        if option.body.get("name") in seen:
            option.wrong("name", "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "Option names must be unique")
        seen.add(str(option.body.get("name")))
        if kind in (SUBCOMMAND, GROUP):
            if depth > 1 or (kind == GROUP and depth):
                option.wrong("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command option type is invalid")
            _check_options(option, depth + 1)
            continue
        if option.body.get("required") and optional:
            code = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"
            option.wrong("", code, "Required options must be placed before non-required options")
        optional = optional or not option.body.get("required")
        _check_choices(option, kind or STRING)


def _check_choices(option: Form, kind: int) -> None:
    if option.body.get("autocomplete") and option.body.get("choices"):
        code = "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE"
        option.wrong("choices", code, "Choices and autocomplete cannot both be set")
    for choice in option.parts("choices", 0, CHOICES_MAX):
        check_choice(choice, kind)
    if kind == STRING:
        option.number("min_length", 0, 6000)
        option.number("max_length", 1, 6000)


def check_choice(choice: Form, kind: int) -> None:
    """Report what is wrong with one thing that people can choose for an option of this kind."""
    choice.text("name", CHOICE_MAX, 1, required=True)
    if kind == STRING:
        choice.text("value", CHOICE_MAX, 0, required=True)
    elif kind == INTEGER:
        choice.number("value", -SAFE_INTEGER, SAFE_INTEGER)


def _size(body: dict[str, Any]) -> int:
    """Return what counts against the limit of a whole command: names, descriptions and values, all the way down."""
    texts = [body.get("name"), body.get("description"), body.get("value")]
    inner = [*(body.get("options") or []), *(body.get("choices") or [])]
    return sum(len(str(text)) for text in texts if text is not None) + sum(_size(part) for part in inner)
