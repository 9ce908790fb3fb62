"""The orders on names and settings."""

from __future__ import annotations

from bot.understanding.administration import building, lines, orders
from bot.understanding.administration.form import SUBJECT, OrderForm, Who
from bot.understanding.commands import Offer, Option

_STATE = Option("state", "on or off", required=True)

NAMES: tuple[OrderForm, ...] = (
    OrderForm(
        "name",
        "add",
        "name add <name> = <subject>",
        "Give something another name in this server.",
        ("name add the Nile = Sepang", 'name add "bubble season" 2021'),
        Who.EDITORS,
        orders.AddName,
        lines.name,
        building.name,
        (Option("name", "The new name.", required=True), SUBJECT),
    ),
    OrderForm(
        "name",
        "remove",
        "name remove <name>",
        "Take a name away.",
        ("name remove the Nile",),
        Who.EDITORS,
        orders.RemoveName,
        lines.whole("name"),
        building.no_name,
        (Option("name", "The name to take away.", Offer.NICKNAME, required=True),),
    ),
    OrderForm(
        "name",
        "list",
        "name list",
        "List the names of this server.",
        ("name list",),
        Who.ANYONE,
        orders.ListNames,
        lines.nothing,
        building.plain(orders.ListNames),
    ),
)

SETTINGS: tuple[OrderForm, ...] = (
    OrderForm(
        "settings",
        "show",
        "settings show",
        "Show what was chosen for this server.",
        ("settings show",),
        Who.MANAGERS,
        orders.ShowSettings,
        lines.nothing,
        building.plain(orders.ShowSettings),
    ),
    OrderForm(
        "settings",
        "prefix",
        "settings prefix <prefix>",
        "Choose what stands before commands; default takes the usual one.",
        ("settings prefix ?", "settings prefix default"),
        Who.MANAGERS,
        orders.SetPrefix,
        lines.whole("prefix"),
        building.prefix,
        (Option("prefix", "What stands before commands, or default.", required=True),),
    ),
    OrderForm(
        "settings",
        "channels",
        "settings channels <#channel …>",
        "Choose where the bot speaks; all lets it speak everywhere.",
        ("settings channels all",),
        Who.MANAGERS,
        orders.SetChannels,
        lines.whole("channels"),
        building.channels,
        (Option("channels", "The channels, or all.", required=True),),
    ),
    OrderForm(
        "settings",
        "editors",
        "settings editors <@role>",
        "Choose who may change facts beside those who manage the server; none for nobody.",
        ("settings editors none",),
        Who.MANAGERS,
        orders.SetEditors,
        lines.whole("role"),
        building.editors,
        (Option("role", "The role, or none.", required=True),),
    ),
    OrderForm(
        "settings",
        "review",
        "settings review <on / off>",
        "Let members propose facts, which editors accept or reject.",
        ("settings review on",),
        Who.MANAGERS,
        orders.SetReview,
        lines.whole("state"),
        building.switch(orders.SetReview),
        (_STATE,),
    ),
    OrderForm(
        "settings",
        "misses",
        "settings misses <on / off>",
        "Keep what members ask in vain, without who asked, for the editors to see.",
        ("settings misses off",),
        Who.MANAGERS,
        orders.SetMisses,
        lines.whole("state"),
        building.switch(orders.SetMisses),
        (_STATE,),
    ),
)
