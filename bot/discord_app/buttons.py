"""The buttons under an answer: Why?, taking it away, its picture, its leaves, asking on, choosing what was meant.

"Why?" carries the question and the asker in its id, and the other buttons read it there: all of them outlive a restart.
Where a question does not fit, or hangs on one before it, it is remembered for as long as the bot runs; after that the
buttons say so kindly.
"""

from __future__ import annotations

import re
from typing import Any, Self

from discord import ActionRow, ButtonStyle, Message, SelectOption
from discord.ui import Button, Select

from bot.discord_app import limits, texts
from bot.discord_app.asking import Asked
from bot.discord_app.escaping import bare
from bot.discord_app.pressing import ForgottenError, OnAnswer, Pressed
from bot.errors import BotError

_WHY = re.compile(r"why:(?P<asker>\d+):(?P<text>.*)", re.DOTALL)


class Why(OnAnswer[Button[Any]], template=_WHY):
    """Shows how the question was read, to the one who presses it alone."""

    @classmethod
    def of(cls, asked: Asked) -> Self:
        """Return the button for the answer to `asked`."""
        return cls(Button(label=texts.WHY, custom_id=cls.id_of(asked)))

    @staticmethod
    def id_of(asked: Asked) -> str:
        """Return the id of the button, with the question where it fits and stands by itself."""
        lead = f"why:{asked.asker}:"
        fits = asked.before is None and limits.size(lead + asked.text) <= limits.CUSTOM_ID
        return lead + asked.text if fits else lead

    async def pressed(self, interaction: Pressed) -> None:
        """Show it."""
        await interaction.client.interactions.show_why(interaction, self.question(interaction))


def asked_in(message: Message) -> Asked | None:
    """Return what the answer `message` answers, as its buttons tell; the text is empty where they do not."""
    for row in message.components:
        for part in row.children if isinstance(row, ActionRow) else ():
            match = _WHY.fullmatch(part.custom_id or "")
            if match is not None:
                return Asked(match["text"], int(match["asker"]), server=message.guild.id if message.guild else None)
    return None


class Delete(OnAnswer[Button[Any]], template=r"bin:(?P<asker>\d+)"):
    """Takes the answer away."""

    @classmethod
    def of(cls, asked: Asked) -> Self:
        """Return the button for the answer to `asked`."""
        return cls(Button(emoji=texts.DELETE, custom_id=cls.id_of(asked)))

    @staticmethod
    def id_of(asked: Asked) -> str:
        """Return the id of the button."""
        return f"bin:{asked.asker}"

    async def pressed(self, interaction: Pressed) -> None:
        """Delete the answer, for its asker."""
        self.only_for_asker(interaction)
        await interaction.response.defer()
        await interaction.delete_original_response()


class Chart(OnAnswer[Button[Any]], template=r"chart:(?P<asker>\d+)"):
    """Shows the picture that goes with the answer, to all: in a message of its own, so that no channel is flooded."""

    @classmethod
    def of(cls, asked: Asked) -> Self:
        """Return the button for the answer to `asked`."""
        return cls(Button(label=texts.CHART, custom_id=cls.id_of(asked)))

    @staticmethod
    def id_of(asked: Asked) -> str:
        """Return the id of the button."""
        return f"chart:{asked.asker}"

    async def pressed(self, interaction: Pressed) -> None:
        """Show it, for whoever presses."""
        await interaction.client.interactions.show_chart(interaction, self.question(interaction))


class Turn(OnAnswer[Button[Any]], template=r"turn:(?P<asker>\d+):(?P<way>back|on):(?P<leaf>\d+)"):
    """Turns a long answer to another leaf."""

    @classmethod
    def of(cls, asked: Asked, way: str, leaf: int, last: int) -> Self:
        """Return the button that leads back or on from `leaf`; it can be pressed where there is a leaf that way."""
        label, end = (texts.BACK, 0) if way == "back" else (texts.ON, last)
        return cls(Button(label=label, custom_id=f"turn:{asked.asker}:{way}:{leaf}", disabled=leaf == end))

    async def pressed(self, interaction: Pressed) -> None:
        """Show the leaf, for the one who asked."""
        self.only_for_asker(interaction)
        leaf = int(self.match["leaf"]) + (-1 if self.match["way"] == "back" else 1)
        await interaction.client.interactions.show_leaf(interaction, self.question(interaction), leaf)


class Next(OnAnswer[Button[Any]], template=re.compile(r"ask:(?P<text>.+)", re.DOTALL)):
    """Asks a next question, for whoever presses it."""

    @classmethod
    def of(cls, question: str) -> Self | None:
        """Return the button that asks `question`, or None where it is too long for one."""
        asks = f"ask:{question}"
        if not question.strip() or limits.size(asks) > limits.CUSTOM_ID:
            return None
        return cls(Button(label=_label(question, limits.LABEL), style=ButtonStyle.primary, custom_id=asks))

    async def pressed(self, interaction: Pressed) -> None:
        """Ask it."""
        await interaction.client.interactions.answer(interaction, self.match["text"])


class Pick(OnAnswer[Button[Any]], template=r"pick:(?P<asker>\d+):(?P<number>\d+)"):
    """One of a few things that a question may have meant."""

    @classmethod
    def of(cls, asked: Asked, number: int, choice: str) -> Self:
        """Return the button for the `choice` with this `number`."""
        label = _label(choice, limits.LABEL)
        return cls(Button(label=label, style=ButtonStyle.primary, custom_id=f"pick:{asked.asker}:{number}"))

    async def pressed(self, interaction: Pressed) -> None:
        """Answer what was chosen."""
        await _choose(self, interaction, int(self.match["number"]), self.item.label or "")


class Menu(OnAnswer[Select[Any]], template=r"menu:(?P<asker>\d+)"):
    """The many things that a question may have meant."""

    @classmethod
    def of(cls, asked: Asked, choices: tuple[str, ...]) -> Self:
        """Return the menu of `choices`. Its values are their numbers, as choices may be longer than values."""
        options = [
            SelectOption(label=_label(choice, limits.OPTION), value=str(number))
            for number, choice in enumerate(choices[: limits.OPTIONS])
        ]
        return cls(Select(placeholder=texts.CHOOSE, options=options, custom_id=f"menu:{asked.asker}"))

    async def pressed(self, interaction: Pressed) -> None:
        """Answer what was chosen."""
        (value,) = self.item.values
        label = next((option.label for option in self.item.options if option.value == value), "")
        await _choose(self, interaction, int(value), label)


def _label(text: str, limit: int) -> str:
    return limits.filled(limits.cut(bare(text), limit))


async def _choose(item: OnAnswer[Any], interaction: Pressed, number: int, label: str) -> None:
    """Answer the choice with this number: in place of the question back, where the one who asked chooses."""
    choices = interaction.client.reception.desk.again(item.question(interaction)).page.choices
    # The facts may have changed since, and the choices with them: what the button says is what must be answered.
    known = choices[number] if number < len(choices) else ""
    if label not in (_label(known, limits.LABEL), _label(known, limits.OPTION)):
        raise ForgottenError
    await interaction.client.interactions.answer(interaction, choices[number], instead=item.is_askers(interaction))


class Outdated(OnAnswer[Button[Any]], template=r"(?!(?:why|bin|chart|turn|ask|pick|menu|fact-\w+):).*"):
    """A button that this version does not know."""

    async def pressed(self, interaction: Pressed) -> None:
        """Say so."""
        raise BotError(texts.OUTDATED)


BUTTONS = (Why, Delete, Chart, Turn, Next, Pick, Menu, Outdated)
