"""The orders: one declaration each, from which their lines, their slash commands and their help come."""

from __future__ import annotations

from bot.understanding.administration import building, lines, orders
from bot.understanding.administration.form import SUBJECT, OrderForm, Who
from bot.understanding.administration.settings_table import NAMES, SETTINGS
from bot.understanding.commands import Offer, Option

_TEXT = Option("text", "The fact, in your own words.", required=True)
_SOURCE = Option("source", "Where it is from: an address, or a few words.")
_NUMBER = Option("number", "The number of the fact.", Offer.NUMBER, required=True)
_MAYBE_NUMBER = Option("number", "The number of the fact; left out: the last change.", Offer.NUMBER)

ORDERS: tuple[OrderForm, ...] = (
    OrderForm(
        "fact",
        "add",
        "fact add <subject>: <text> [source: …]",
        "Add a fact on anything the bot knows, or on a topic of your own.",
        ("fact add Sepang: Parking is free at gate 3.", 'fact add "watch party" Sunday at 8 pm in the voice channel.'),
        Who.EDITORS,
        orders.AddFact,
        lines.fact,
        building.fact(orders.AddFact),
        (SUBJECT, _TEXT, _SOURCE),
    ),
    OrderForm(
        "fact",
        "edit",
        "fact edit <number> <text> [source: …]",
        "Give a fact new words.",
        ("fact edit 12 Parking is free at gate 4.",),
        Who.EDITORS,
        orders.EditFact,
        lines.edit,
        building.edit,
        (_NUMBER, _TEXT, _SOURCE),
    ),
    OrderForm(
        "fact",
        "remove",
        "fact remove <number>",
        "Remove a fact; it can be undone.",
        ("fact remove 12",),
        Who.EDITORS,
        orders.RemoveFact,
        lines.whole("number"),
        building.numbered(orders.RemoveFact),
        (_NUMBER,),
    ),
    OrderForm(
        "fact",
        "undo",
        "fact undo [number]",
        "Take back the last change of a fact, or your own last one.",
        ("fact undo", "fact undo 12"),
        Who.EDITORS,
        orders.UndoFact,
        lines.whole("number"),
        building.maybe_numbered(orders.UndoFact),
        (_MAYBE_NUMBER,),
    ),
    OrderForm(
        "fact",
        "show",
        "fact show <number>",
        "Show a fact as it was typed.",
        ("fact show 12",),
        Who.ANYONE,
        orders.ShowFact,
        lines.whole("number"),
        building.numbered(orders.ShowFact),
        (_NUMBER,),
    ),
    OrderForm(
        "fact",
        "list",
        "fact list [subject]",
        "List the facts of this server, or those on one subject.",
        ("fact list", "fact list Sepang"),
        Who.ANYONE,
        orders.ListFacts,
        lines.whole("subject"),
        building.listing,
        (Option("subject", "What the facts are about; left out: all.", Offer.SUBJECT),),
    ),
    OrderForm(
        "fact",
        "search",
        "fact search <words>",
        "Find facts by their words.",
        ("fact search parking",),
        Who.ANYONE,
        orders.SearchFacts,
        lines.whole("words"),
        building.search,
        (Option("words", "Words that the fact holds.", required=True),),
    ),
    OrderForm(
        "fact",
        "history",
        "fact history [number]",
        "Tell what was changed, by whom and when.",
        ("fact history", "fact history 12"),
        Who.EDITORS,
        orders.FactHistory,
        lines.whole("number"),
        building.maybe_numbered(orders.FactHistory),
        (_MAYBE_NUMBER,),
    ),
    OrderForm(
        "fact",
        "suggest",
        "fact suggest <subject>: <text> [source: …]",
        "Propose a fact to the editors.",
        ("fact suggest Fuji: The shuttle leaves from Gotemba.",),
        Who.ANYONE,
        orders.SuggestFact,
        lines.fact,
        building.fact(orders.SuggestFact),
        (SUBJECT, _TEXT, _SOURCE),
    ),
    OrderForm(
        "fact",
        "suggestions",
        "fact suggestions",
        "Show what members proposed, to accept or reject it.",
        ("fact suggestions",),
        Who.EDITORS,
        orders.ShowSuggestions,
        lines.nothing,
        building.plain(orders.ShowSuggestions),
    ),
    OrderForm(
        "fact",
        "misses",
        "fact misses",
        "Show what members asked in vain.",
        ("fact misses",),
        Who.EDITORS,
        orders.ShowMisses,
        lines.nothing,
        building.plain(orders.ShowMisses),
    ),
    OrderForm(
        "fact",
        "export",
        "fact export",
        "Get all facts and names as a file.",
        ("fact export",),
        Who.EDITORS,
        orders.ExportFacts,
        lines.nothing,
        building.plain(orders.ExportFacts),
    ),
    OrderForm(
        "fact",
        "import",
        "fact import, with the file attached",
        "Take in a file of facts and names; what would change is shown first.",
        ("fact import",),
        Who.EDITORS,
        orders.ImportFacts,
        lines.nothing,
        building.plain(orders.ImportFacts),
    ),
    OrderForm(
        "fact",
        "forget-me",
        "fact forget-me",
        "Take your id out of everything you wrote here.",
        ("fact forget-me",),
        Who.ANYONE,
        orders.ForgetMe,
        lines.nothing,
        building.plain(orders.ForgetMe),
    ),
    *NAMES,
    *SETTINGS,
)
# What each group is for, in the order in which help tells them.
GROUPS = {
    "fact": "Facts that a server's own members add.",
    "name": "Names that only this server uses.",
    "settings": "What a server's managers choose.",
}
_FORMS = {form.makes: form for form in ORDERS}


def form_of(order: orders.Order) -> OrderForm:
    """Return the declaration that `order` comes of."""
    return _FORMS[type(order)]
