"""Orders as admins type them; the rows are in `orders.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec import Struct
from msgspec.structs import fields
from reading_notes import NOTES

from bot.assistant import Assistant
from bot.presentation.pages import Outcome
from bot.understanding import administration
from bot.understanding.administration import GROUPS, ORDERS, Known, Misunderstood, NewTopic, NoOrder, OrderForm

ROWS = yaml.safe_load(Path(__file__).with_name("orders.yml").read_text(encoding="utf-8"))
READ = [(line, row["order"]) for row in ROWS["read"] for line in row["line"]]


@pytest.fixture(scope="module")
def here(assistant: Assistant) -> Assistant:
    return assistant.in_server(NOTES)


def plain(value: Any) -> Any:
    if isinstance(value, Known):
        return str(value.subject)
    if isinstance(value, NewTopic):
        return f"new:{value.name}"
    return sorted(value) if isinstance(value, frozenset) else value


def shown(order: Any) -> dict[str, dict[str, Any]]:
    assert isinstance(order, Struct)
    given = {field.name: getattr(order, field.name) for field in fields(order)}
    kept = {name: plain(value) for name, value in given.items() if value != "" or name == "prefix"}
    if type(order).__name__ != "SetEditors":
        kept = {name: value for name, value in kept.items() if value is not None}
    return {type(order).__name__: kept}


@pytest.mark.parametrize(("line", "order"), READ)
def test_a_line_comes_to_its_order(here: Assistant, line: str, order: dict[str, Any]) -> None:
    assert shown(here.order(line)) == order


@pytest.mark.parametrize(("line", "part"), ROWS["misunderstood"].items())
def test_what_is_wrong_is_said_with_what_would_be_right(here: Assistant, line: str, part: str) -> None:
    found = here.order(line)
    assert isinstance(found, Misunderstood)
    assert part in found.sentence
    assert "\n" not in found.sentence and found.sentence.endswith((".", "?"))
    assert any(right in found.sentence for one in ORDERS for right in (one.usage, one.title, "There are "))


@pytest.mark.parametrize("line", ROWS["no_order"])
def test_questions_are_no_orders(here: Assistant, line: str) -> None:
    assert here.order(line) == NoOrder()


def test_every_order_is_ordered() -> None:
    """The list is closed; one that no line reaches would be untested, or unreachable."""
    reached = {name for _, order in READ for name in order}
    known = {one.__name__ for one in administration.Order.__args__}
    assert known == reached


@pytest.mark.parametrize("form", ORDERS, ids=lambda form: form.title)
def test_every_example_is_understood(here: Assistant, form: OrderForm) -> None:
    for example in form.examples:
        assert not isinstance(here.order(example), Misunderstood | NoOrder), example


@pytest.mark.parametrize("form", ORDERS, ids=lambda form: form.title)
def test_every_order_fits_a_slash_command(form: OrderForm) -> None:
    assert form.group in GROUPS
    for text in (form.about, *(option.about for option in form.options)):
        assert 1 <= len(text) <= 100
    required = [option.required for option in form.options]
    assert required == sorted(required, reverse=True)


def test_options_behind_a_slash_make_the_same_order(here: Assistant) -> None:
    add = next(form for form in ORDERS if form.title == "fact add")
    given = {"subject": "the Nile", "text": "One: two\nthree", "source": "me"}
    order = here.order_with(add, given)
    assert order == here.order("fact add the Nile: One: two\nthree (source: me)")
    assert isinstance(here.order_with(add, {"subject": "", "text": "x"}), Misunderstood)


@pytest.mark.parametrize(("line", "order"), READ)
def test_elsewhere_one_sentence_says_where_orders_belong(assistant: Assistant, line: str, order: object) -> None:
    page = assistant.reply(line)
    assert page.outcome is Outcome.NOT_FOUND
    assert "is for Discord servers" in page.text


@pytest.mark.parametrize("group", GROUPS)
def test_help_lists_the_orders(assistant: Assistant, group: str) -> None:
    assert group in assistant.reply("help").text
    page = assistant.reply(f"help {group}")
    assert page.outcome is Outcome.HELP
    assert all(form.usage in page.text for form in ORDERS if form.group == group)
