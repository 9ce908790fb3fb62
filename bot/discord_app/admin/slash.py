"""The orders behind a slash, made from their one declaration.

Discord hides from members what only managers may use. What editors may use it cannot hide, as it does not know the role
that a server chose: there everybody sees the commands, and whoever may not use one is told so.
"""

from __future__ import annotations

from collections.abc import Mapping
from inspect import Parameter, Signature
from typing import Any

import discord
from discord import Attachment, Permissions, app_commands
from discord.app_commands import AppCommandContext, AppInstallationType

from bot.assistant import administration
from bot.discord_app import texts
from bot.discord_app.admin.forms import EDIT, TITLES
from bot.discord_app.options import Used, declared, parameter

IN_SERVERS = AppCommandContext(guild=True)
BY_SERVERS = AppInstallationType(guild=True)
FILE = "file"
# As much as a message may hold: what is too long for a fact gets its sentence, and comes back whole.
LONGEST_WORDS = 4_000

Group = app_commands.Group
Form = administration.OrderForm


def groups() -> list[Group]:
    """Return the groups with all orders."""
    return [_group(name, about) for name, about in administration.GROUPS.items()]


def _group(name: str, about: str) -> Group:
    forms = [form for form in administration.ORDERS if form.group == name]
    managers = all(form.who is administration.Who.MANAGERS for form in forms)
    group = Group(
        name=name,
        description=about,
        allowed_contexts=IN_SERVERS,
        allowed_installs=BY_SERVERS,
        default_permissions=Permissions(manage_guild=True) if managers else None,
    )
    for form in forms:
        group.add_command(_command(form))
    return group


def _command(form: Form) -> app_commands.Command[Any, ..., None]:
    async def use(interaction: Used, **typed: Any) -> None:
        given: Mapping[str, str] = {
            option.name: said for option in form.options if (said := typed.get(parameter(option), ""))
        }
        await interaction.client.admin.use(interaction, form, given, typed.get(FILE))

    parameters = [Parameter("interaction", Parameter.POSITIONAL_OR_KEYWORD, annotation=discord.Interaction)]
    parameters += [
        declared(option, needed=_needed(form, option.name), longest=LONGEST_WORDS) for option in form.options
    ]
    if form.makes is administration.ImportFacts:
        parameters.append(Parameter(FILE, Parameter.KEYWORD_ONLY, annotation=Attachment))
        app_commands.describe(**{FILE: texts.HINT_FILE})(use)
    use.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    if form.options:
        app_commands.describe(**{parameter(option): option.about for option in form.options})(use)
        app_commands.rename(**{parameter(option): option.name for option in form.options})(use)
    return app_commands.Command(name=form.name, description=form.about, callback=use)


def _needed(form: Form, option: str) -> bool | None:
    """Say whether an option must be given; what a form can ask for need not be."""
    if form.title not in TITLES:
        return None
    return form.title == EDIT and option == "number"
