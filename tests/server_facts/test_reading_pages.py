"""What a server wrote, on the pages of its members."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import page_laws
import pytest
from reading_notes import AT, AUTHOR, NOTES, SEPANG

from bot.assistant import Assistant, Offer
from bot.presentation.local import HEADING, with_names
from bot.presentation.pages import Page, Section
from bot.server_facts.model import Fact, ServerNotes, Subject, SubjectKind

ON_SUBJECTS = {
    "circuit Sepang": 1,
    "how long is Sepang": 1,
    "who won at Sepang in 2013": 1,
    "compare Fuji and Sepang": 1,
    "season 2021": 4,
    "champion 2021": 4,
    "calendar 2021": 4,
    "driver Jakobsen": 5,
}


@pytest.fixture(scope="module")
def here(assistant: Assistant) -> Assistant:
    return assistant.in_server(NOTES)


def local(page: Page) -> Section:
    (section,) = [section for section in page.sections if section.heading == HEADING]
    return section


@pytest.mark.parametrize(("ask", "number"), ON_SUBJECTS.items())
def test_a_fact_stands_on_the_page_of_its_subject(here: Assistant, ask: str, number: int) -> None:
    page = here.reply(ask)
    assert [fact.number for fact in page.local.facts] == [number]
    assert page.sections[-1] == local(page)
    assert f"(fact {number}, by member {AUTHOR}, 3 May 2026)" in page.text
    assert page_laws.flaws(page) == []


@pytest.mark.parametrize("ask", ON_SUBJECTS)
def test_all_else_on_the_page_is_as_elsewhere(assistant: Assistant, here: Assistant, ask: str) -> None:
    """Facts of a server are never mixed with those of the series."""
    page, elsewhere = here.reply(ask), assistant.reply(ask)
    assert replace(page, sections=page.sections[:-1], local=elsewhere.local) == elsewhere


@pytest.mark.parametrize("ask", ["record drivers", "circuits", "series", "champion LMP2", "help", "fuji"])
def test_other_pages_are_as_elsewhere(assistant: Assistant, here: Assistant, ask: str) -> None:
    assert here.reply(ask) == assistant.reply(ask)


def test_the_page_of_a_topic_is_marked_as_the_servers(here: Assistant) -> None:
    page = here.reply("meetup")
    assert page.title == "Meetup"
    assert page.lead == ("Written by members of this server, and no record of the series.",)
    assert local(page).lines == (
        f"We meet at the Mikuni hotel on Friday at 8 pm. (fact 2, by member {AUTHOR}, 3 May 2026; "
        "source: https://example.org/meetup)",
    )
    assert not page.sources
    assert "nobody has written a fact on it yet" in here.reply("league rules").text


def test_an_author_is_a_number_until_named_and_nobody_once_forgotten(here: Assistant) -> None:
    page = here.reply("circuit sepang")
    assert "<@" not in page.text
    named = with_names(page, lambda one: {AUTHOR: "Ana"}[one])
    assert "by Ana, 3 May 2026" in named.text and str(AUTHOR) not in named.text
    assert replace(named, sections=page.sections) == page
    assert "(fact 3, 3 May 2026)" in here.reply("watch party").text
    unlocal = here.reply("circuit fuji")
    assert with_names(unlocal, str) is unlocal


def test_many_facts_keep_the_page_small(assistant: Assistant) -> None:
    """The five newest are shown, and the order that lists the others."""
    facts = tuple(Fact(n, SEPANG, f"Fact {n}.", AUTHOR, AT + timedelta(days=n)) for n in range(1, 18))
    server = assistant.in_server(ServerNotes(1, facts=facts))
    lines = local(server.reply("circuit sepang")).lines
    assert [line.split(".")[0] for line in lines[:-1]] == ["Fact 17", "Fact 16", "Fact 15", "Fact 14", "Fact 13"]
    assert lines[-1] == "12 more facts: fact list Sepang International Circuit"


def test_a_season_may_be_written_with_its_label(assistant: Assistant) -> None:
    subject = Subject(SubjectKind.SEASON, "2019–20")
    server = assistant.in_server(ServerNotes(1, facts=(Fact(1, subject, "Snow.", AUTHOR, AT),)))
    assert [fact.number for fact in server.reply("season 2019-20").local.facts] == [1]


def test_a_fact_stands_beside_an_entry_that_holds_the_same_words(assistant: Assistant) -> None:
    """What the history answers stays answered, and what this server wrote on it is not lost."""
    ask = "why was the race at Shanghai cancelled"
    shanghai = Subject(SubjectKind.CIRCUIT, "shanghai")
    server = assistant.in_server(ServerNotes(1, facts=(Fact(9, shanghai, "The race was cancelled.", AUTHOR, AT),)))
    elsewhere = assistant.reply(ask)
    assert elsewhere.query.startswith("History(")
    page = server.reply(ask)
    assert page.lead == elsewhere.lead
    assert [fact.number for fact in page.local.facts] == [9]


def test_menus_offer_the_names_of_the_server_last(assistant: Assistant, here: Assistant) -> None:
    assert here.offer(Offer.CIRCUIT, "nil") == ("the Nile",)
    assert here.offer(Offer.TOPIC, "metup") == ("Meetup",)
    assert here.offer(Offer.SUBJECT, "watch") == ("Watch party",)
    assert here.offer(Offer.NICKNAME, "")[0] == "the Nile"
    assert here.offer(Offer.NUMBER, "parking") == ("1",)
    assert here.offer(Offer.SEASON, "") == (*assistant.offer(Offer.SEASON, ""), "bubble season")
    assert "bubble season" in here.offer(Offer.SEASON, "bub")
    assert assistant.offer(Offer.CIRCUIT, "nil") == ()
    assert here.suggest("!circuit ni") == ("!circuit the Nile",)
    assert here.suggest("history me")[0] == "history Meetup"
    assert assistant.suggest("!circuit ni") == ()


@pytest.mark.parametrize("offer", [Offer.CIRCUIT, Offer.TEAM, Offer.DRIVER, Offer.CLASS, Offer.SEASON, Offer.TOPIC])
def test_what_a_menu_offers_is_understood(here: Assistant, offer: Offer) -> None:
    command = "history" if offer is Offer.TOPIC else offer.value
    for name in here.offer(offer, "", limit=1000)[-4:]:
        assert here.reply(f"!{command} {name}").query, name
