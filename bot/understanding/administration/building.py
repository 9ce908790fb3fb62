"""From the options of an order to the order, or to a sentence on what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.understanding.administration import orders
from bot.understanding.administration.form import Given
from bot.understanding.administration.orders import About, Ambiguous, Known, Misunderstood, NewTopic, Order
from bot.understanding.administration.subjects import SubjectReader

Build = Callable[[Given, SubjectReader], Order | Misunderstood]

_NUMBER = re.compile(r"#?(\d{1,9})\b")
_CHANNEL = re.compile(r"<#(\d{15,20})>|\b(\d{15,20})\b")
_ROLE = re.compile(r"<@&(\d{15,20})>|(\d{15,20})")
_SAID = 60
_ON = frozenset({"on", "yes", "true", "enable", "enabled"})
_OFF = frozenset({"off", "no", "false", "disable", "disabled"})
_NONE = frozenset({"none", "default", "off", "nobody", "reset"})
_EVERY = frozenset({"all", "every", "everywhere", "none", "default", "reset"})


def fact(make: Callable[[About, str, str], Order]) -> Build:
    """Return what builds an order of a new fact."""

    def build(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
        said = given.get("subject", "").strip()
        if not said:
            return Misunderstood("What is the fact about?")
        about = subjects.subject_of(said)
        if isinstance(about, Ambiguous):
            return several(about)
        if not given.get("text", "").strip():
            return Misunderstood(f"What is the fact on “{_cut(said)}”?")
        return make(about, given["text"].strip(), given.get("source", "").strip())

    return build


def edit(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
    """Build `EditFact`."""
    number = number_in(given)
    if isinstance(number, Misunderstood):
        return number
    if not given.get("text", "").strip():
        return Misunderstood(f"What should fact {number} say?")
    return orders.EditFact(number, given["text"].strip(), given.get("source", "").strip())


def numbered(make: Callable[[int], Order]) -> Build:
    """Return what builds an order on one fact."""

    def build(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
        number = number_in(given)
        return number if isinstance(number, Misunderstood) else make(number)

    return build


def maybe_numbered(make: Callable[[int | None], Order]) -> Build:
    """Return what builds an order on one fact, or, where none is named, on the last."""

    def build(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
        number = number_in(given) if given.get("number", "").strip() else None
        return number if isinstance(number, Misunderstood) else make(number)

    return build


def number_in(given: Given) -> int | Misunderstood:
    """Return the number of a fact, as it was typed or as a menu offered it."""
    said = given.get("number", "").strip()
    found = _NUMBER.match(said)
    if found is None:
        return Misunderstood(f"“{_cut(said)}” is no number of a fact." if said else "Which fact? It needs its number.")
    return int(found[1])


def listing(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
    """Build `ListFacts`."""
    said = given.get("subject", "").strip()
    if not said:
        return orders.ListFacts()
    about = known(said, subjects)
    return about if isinstance(about, Misunderstood) else orders.ListFacts(about)


def search(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
    """Build `SearchFacts`."""
    said = given.get("words", "").strip()
    return orders.SearchFacts(said) if said else Misunderstood("What should I look for?")


def name(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
    """Build `AddName`."""
    new, said = given.get("name", "").strip(), given.get("subject", "").strip()
    if not new:
        return Misunderstood("Which name should be added?")
    if not said:
        return Misunderstood(f"What should “{_cut(new)}” stand for?")
    subject = known(said, subjects)
    return subject if isinstance(subject, Misunderstood) else orders.AddName(new, subject)


def no_name(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
    """Build `RemoveName`."""
    said = given.get("name", "").strip()
    return orders.RemoveName(said) if said else Misunderstood("Which name should be removed?")


def known(said: str, subjects: SubjectReader) -> Known | Misunderstood:
    """Return the subject called `said`, or a sentence where there is none, or more than one."""
    found = subjects.subject_of(said)
    if isinstance(found, NewTopic):
        return Misunderstood(f"I know nothing called “{_cut(said)}”, in the series or on this server.")
    return several(found) if isinstance(found, Ambiguous) else found


def several(found: Ambiguous) -> Misunderstood:
    """Say that a name has to be told apart."""
    *others, last = found.names
    return Misunderstood(f"“{_cut(found.said)}” can be {', '.join(others)} or {last}: please write which.")


def prefix(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
    """Build `SetPrefix`."""
    said = given.get("prefix", "").strip()
    if not said:
        return Misunderstood("Which prefix?")
    if len(said.split()) > 1:
        return Misunderstood("A prefix has no blanks in it.")
    return orders.SetPrefix("" if said.casefold() in _NONE else said)


def channels(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
    """Build `SetChannels`."""
    said = given.get("channels", "").strip()
    if said.casefold() in _EVERY:
        return orders.SetChannels(frozenset())
    rest = _CHANNEL.sub("", said).replace(",", " ").strip()
    found = frozenset(int(one[0] or one[1]) for one in _CHANNEL.findall(said))
    if not found or rest:
        return Misunderstood(f"“{_cut(rest)}” is no channel." if rest else "Which channels?")
    return orders.SetChannels(found)


def editors(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
    """Build `SetEditors`."""
    said = given.get("role", "").strip()
    if said.casefold() in _NONE:
        return orders.SetEditors(None)
    found = _ROLE.fullmatch(said)
    if found is None:
        return Misunderstood(f"“{_cut(said)}” is no role." if said else "Which role?")
    return orders.SetEditors(int(found[1] or found[2]))


def switch(make: Callable[[bool], Order]) -> Build:
    """Return what builds an order to switch something on or off."""

    def build(given: Given, subjects: SubjectReader) -> Order | Misunderstood:
        said = given.get("state", "").strip().casefold()
        if said in _ON or said in _OFF:
            return make(said in _ON)
        return Misunderstood(f"“{_cut(said)}” is neither on nor off." if said else "On or off?")

    return build


def plain(make: Callable[[], Order]) -> Build:
    """Return what builds an order that needs nothing more."""
    return lambda given, subjects: make()


def _cut(said: str) -> str:
    shown = " ".join(said.split())
    return shown if len(shown) <= _SAID else f"{shown[:_SAID]}…"
