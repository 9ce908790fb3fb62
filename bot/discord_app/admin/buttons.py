"""The buttons and menus below what is told to admins.

All that they need is in their ids, and never which server: that is where they are pressed. Who presses is checked as
anyone who gives an order is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Self

from discord import ActionRow, ButtonStyle, Message, SelectOption
from discord.ui import Button, Select

from bot.discord_app import limits, texts
from bot.discord_app.escaping import bare
from bot.discord_app.pressing import Lasting, NotYoursError, Pressed

# In the place of the one person who may turn a leaf.
ANYONE = 0


class _Own(Lasting[Button[Any]], template=r"(?!)"):
    """A button for the one who gave the order."""

    def only_for_orderer(self, interaction: Pressed) -> None:
        """Raise `NotYoursError` for anyone else."""
        if str(interaction.user.id) != self.match["asker"]:
            raise NotYoursError(texts.NOT_YOUR_ORDER)


class Save(_Own, template=r"fact-save:(?P<asker>\d+):(?P<draft>\w+)"):
    """Saves what looks like something that is there already."""

    @classmethod
    def of(cls, asker: int, draft: str) -> Self:
        """Return the button that saves `draft`."""
        style = ButtonStyle.primary
        return cls(Button(label=texts.SAVE_ANYWAY, style=style, custom_id=f"fact-save:{asker}:{draft}"))

    async def pressed(self, interaction: Pressed) -> None:
        """Save it."""
        self.only_for_orderer(interaction)
        await interaction.client.admin.save_draft(interaction, self.match["draft"])


class Cancel(_Own, template=r"fact-drop:(?P<asker>\d+)"):
    """Leaves everything as it is."""

    @classmethod
    def of(cls, asker: int) -> Self:
        """Return the button."""
        return cls(Button(label=texts.CANCEL, custom_id=f"fact-drop:{asker}"))

    async def pressed(self, interaction: Pressed) -> None:
        """Say so."""
        self.only_for_orderer(interaction)
        await interaction.client.admin.cancel(interaction)


class Import(_Own, template=r"fact-import:(?P<asker>\d+):(?P<version>\d+)"):
    """Imports the file that hangs on the message, if the server is still at the version that it was looked at."""

    @classmethod
    def of(cls, asker: int, version: int) -> Self:
        """Return the button."""
        style = ButtonStyle.primary
        return cls(Button(label=texts.IMPORT, style=style, custom_id=f"fact-import:{asker}:{version}"))

    async def pressed(self, interaction: Pressed) -> None:
        """Import it."""
        self.only_for_orderer(interaction)
        await interaction.client.admin.import_file(interaction, int(self.match["version"]))


class Decide(Lasting[Button[Any]], template=r"fact-(?P<word>yes|no):(?P<number>\d{1,9})"):
    """Accepts or rejects a suggestion."""

    @classmethod
    def of(cls, word: str, number: int, *, numbered: bool = False) -> Self:
        """Return the button that says `word`, "yes" or "no", to the suggestion `number`, which it may show."""
        accepts = word == "yes"
        label, style = (texts.ACCEPT, ButtonStyle.success) if accepts else (texts.REJECT, ButtonStyle.danger)
        label = f"{label} {number}" if numbered else label
        return cls(Button(label=label, style=style, custom_id=f"fact-{word}:{number}"))

    async def pressed(self, interaction: Pressed) -> None:
        """Decide."""
        await interaction.client.admin.decide(
            interaction, int(self.match["number"]), accepts=self.match["word"] == "yes"
        )


def decided_below(message: Message) -> int:
    """Return how many suggestions are decided on below `message`."""
    rows = (row.children for row in message.components if isinstance(row, ActionRow))
    return sum((one.custom_id or "").startswith("fact-yes:") for row in rows for one in row)


def _turned(way: str, leaf: int, last: int) -> tuple[str, int, bool]:
    """Return what a button says that leads back or on from `leaf`, where it leads, and whether that is nowhere."""
    label, end, step = (texts.BACK, 0, -1) if way == "back" else (texts.ON, last, 1)
    # At the end its id names the leaf that is open, which is no other button's.
    return label, leaf if leaf == end else leaf + step, leaf == end


class Leaf(_Own, template=re.compile(r"fact-leaf:(?P<asker>\d+):(?P<leaf>\d{1,4}):(?P<line>.+)", re.DOTALL)):
    """Turns a long list to another leaf, by giving the order again."""

    @classmethod
    def of(cls, asker: int, line: str, way: str, leaf: int, last: int) -> Self:
        """Return the button that leads back or on from `leaf`."""
        label, to, nowhere = _turned(way, leaf, last)
        return cls(Button(label=label, custom_id=f"fact-leaf:{asker}:{to}:{line}", disabled=nowhere))

    @staticmethod
    def fits(asker: int, line: str) -> bool:
        """Say whether an order is short enough to be in the id of a button."""
        return limits.size(f"fact-leaf:{asker}:{limits.MOST_LEAVES}:{line}") <= limits.CUSTOM_ID

    async def pressed(self, interaction: Pressed) -> None:
        """Turn it."""
        self.only_for_orderer(interaction)
        await interaction.client.admin.turn(interaction, self.match["line"], int(self.match["leaf"]))


class KeptLeaf(_Own, template=r"fact-kept:(?P<asker>\d+):(?P<leaf>\d{1,4}):(?P<mark>\w{1,32})"):
    """Turns what is remembered to another leaf."""

    @classmethod
    def of(cls, asker: int, mark: str, way: str, leaf: int, last: int) -> Self:
        """Return the button that leads back or on from `leaf` of what goes by `mark`."""
        label, to, nowhere = _turned(way, leaf, last)
        return cls(Button(label=label, custom_id=f"fact-kept:{asker}:{to}:{mark}", disabled=nowhere))

    async def pressed(self, interaction: Pressed) -> None:
        """Turn it."""
        if self.match["asker"] != str(ANYONE):
            self.only_for_orderer(interaction)
        await interaction.client.admin.turn_kept(interaction, self.match["mark"], int(self.match["leaf"]))


class ShowMe(Lasting[Button[Any]], template=re.compile(r"fact-show:(?P<line>.+)", re.DOTALL)):
    """Shows what is not for all to the one who presses, if they may see it."""

    @classmethod
    def of(cls, line: str) -> Self:
        """Return the button that gives the order `line`."""
        return cls(Button(label=texts.SHOW_ME, style=ButtonStyle.primary, custom_id=f"fact-show:{line}"))

    async def pressed(self, interaction: Pressed) -> None:
        """Show it."""
        await interaction.client.admin.show(interaction, self.match["line"])


class OpenForm(Lasting[Button[Any]], template=r"fact-open:(?P<title>[\w -]{1,40})"):
    """Opens the form of an order."""

    @classmethod
    def of(cls, title: str) -> Self:
        """Return the button that opens the form of the order `title`."""
        return cls(Button(label=texts.OPEN_FORM, style=ButtonStyle.primary, custom_id=f"fact-open:{title}"))

    async def pressed(self, interaction: Pressed) -> None:
        """Open it."""
        await interaction.client.admin.open_form(interaction, self.match["title"])


class Missed(Lasting[Select[Any]], template=r"fact-missed:(?P<title>[\w -]{1,40})"):
    """The questions asked in vain: the one chosen is filled into the form of an order."""

    @classmethod
    def of(cls, title: str, asks: str, questions: Sequence[tuple[str, str]]) -> Self:
        """Return the menu of `questions`, each with what stands for it."""
        options = [
            SelectOption(label=limits.filled(limits.cut(bare(question), limits.OPTION)), value=mark)
            for mark, question in questions[: limits.OPTIONS]
        ]
        return cls(Select(placeholder=asks, options=options, custom_id=f"fact-missed:{title}"))

    async def pressed(self, interaction: Pressed) -> None:
        """Open the form."""
        (mark,) = self.item.values
        await interaction.client.admin.open_form(interaction, self.match["title"], mark)


ADMIN_BUTTONS = (Save, Cancel, Import, Decide, Leaf, KeptLeaf, ShowMe, OpenForm, Missed)
