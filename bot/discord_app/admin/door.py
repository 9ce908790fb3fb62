"""Where orders arrive: in messages, behind a slash, by buttons, menus and forms."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from dataclasses import replace

from discord import Attachment, Message

from bot.assistant import administration
from bot.discord_app import sending, texts
from bot.discord_app.acknowledging import Manner
from bot.discord_app.admin import forms
from bot.discord_app.admin.buttons import OpenForm, ShowMe, decided_below
from bot.discord_app.admin.fact_orders import line_of
from bot.discord_app.admin.gate import Gate, Make, Used
from bot.discord_app.admin.office import FOR_ONE_ALONE, QUIET, Office, check_order
from bot.discord_app.admin.other_orders import missed
from bot.discord_app.admin.replies import Reply, told
from bot.discord_app.admin.works import Orderer, Works
from bot.discord_app.asking import Ordered
from bot.discord_app.errors import report, teller
from bot.discord_app.prefixes import COMMAND
from bot.discord_app.ranks import NEEDED, Rank, author_of, check, rank_of
from bot.discord_app.reception import Reception
from bot.discord_app.responding import may_attach, respond
from bot.errors import BotError
from bot.presentation.pages import Section
from bot.server_facts.limits import NAME_LONGEST
from bot.server_facts.rules import fact_of

NOT_SAVED = "Not saved"
YOUR_WORDS = "What you wrote"


class Door(Gate):
    """Lets orders in, whichever way they come, and says what came of them."""

    def __init__(self, reception: Reception) -> None:
        super().__init__(reception)
        self._works = Works(reception.servers, reception.desk)
        self._office = Office(self._works)

    def manages(self, message: Message) -> bool:
        """Say whether a manager of the server wrote `message`."""
        server = message.guild.id if message.guild is not None else None
        return rank_of(message.author, self.servers.notes(server).settings) is Rank.MANAGER

    async def by_message(self, message: Message, order: Ordered) -> Reply:
        """Carry out what `message` orders; raise `BotError` where that cannot be."""
        if message.guild is None:
            raise BotError(texts.WHICH_SERVER)
        settings = (await self.notes(message.guild.id)).settings
        rank = rank_of(await author_of(message), settings)
        by = Orderer(message.guild, message.author.id, rank, tuple(message.attachments))
        if isinstance(order, administration.Misunderstood):
            return _misunderstood(order, by)
        assert not isinstance(order, administration.NoOrder), "a question is no order"
        check_order(order, by)
        if isinstance(order, FOR_ONE_ALONE):
            return told(texts.FOR_YOU_ALONE, texts.PRESS_TO_SEE).below(ShowMe.of(line_of(order)))
        if isinstance(order, administration.ImportFacts) and not sending.permissions_in(message).attach_files:
            raise BotError(texts.MAY_NOT_ATTACH)
        return self.memory.turnable(await self._office.carry_out(order, by), by)

    async def use(
        self, interaction: Used, form: administration.OrderForm, given: Mapping[str, str], file: Attachment | None
    ) -> None:
        """Carry out the order of `form` with the options `given`, or open its form where they are not enough."""
        by = await self.orderer(interaction, file)
        check(NEEDED[form.who], by.rank)
        if form.title in forms.TITLES and any(not given.get(option.name) for option in form.options if option.required):
            await self._open(interaction, by, form, given)
            return
        order = self._works.assistant(by).order_with(form, given)
        if isinstance(order, administration.Misunderstood):
            raise BotError(order.sentence)
        await self._give(interaction, order, file, _words(given) if "text" in given else ())

    async def open_form(self, interaction: Used, title: str, mark: str = "") -> None:
        """Open the form of the order `title`, for the question that `mark` stands for, if any."""
        form = forms.FORMS.get(title)
        if form is None:
            raise BotError(texts.OUTDATED)
        by = await self.orderer(interaction)
        check(NEEDED[form.who], by.rank)
        question = await missed(self._works, by, mark)
        first = next(option.name for option in form.options)
        given = {first: question} if len(question) <= NAME_LONGEST else {}
        await interaction.response.send_modal(forms.opened(title, given, mark if question else ""))

    async def _open(
        self, interaction: Used, by: Orderer, form: administration.OrderForm, given: Mapping[str, str]
    ) -> None:
        if form.title != forms.EDIT:
            await interaction.response.send_modal(forms.opened(form.title, given))
            return
        # What is missing is the text alone; the number is read as it always is.
        order = self._works.assistant(by).order_with(form, {**given, "text": "…"})
        if not isinstance(order, administration.EditFact):
            raise BotError(order.sentence if isinstance(order, administration.Misunderstood) else texts.OUTDATED)
        fact = fact_of(await self.notes(by.server), order.number)
        await interaction.response.send_modal(forms.opened_on(fact))

    async def submitted(self, interaction: Used) -> None:
        """Carry out what a form says, if it is one of ours."""
        sent = forms.filled(interaction)
        if sent is None or not interaction.client.interactions.is_new(interaction):
            return
        try:
            await self.servers.wake(interaction.guild_id)
            await self.answer(interaction, lambda by: self._sent(sent, by), self.manner(interaction))
        except Exception as error:
            await report(error, teller(interaction), f"The form {sent.title!r}")

    async def _sent(self, sent: forms.Filled, by: Orderer) -> Reply:
        form = forms.FORMS[sent.title]
        check(NEEDED[form.who], by.rank)
        order = self._works.assistant(by).order_with(form, sent.given)
        return await _or_handed_back(self._ordered(order, sent, by), _words(sent.given))

    async def _ordered(
        self, order: administration.Order | administration.Misunderstood, sent: forms.Filled, by: Orderer
    ) -> Reply:
        if isinstance(order, administration.Misunderstood):
            raise BotError(order.sentence)
        if isinstance(order, administration.EditFact):
            return await self._office.edit(order, sent.revision, by)
        return await self._office.carry_out(order, by, await missed(self._works, by, sent.mark))

    async def save_draft(self, interaction: Used, mark: str) -> None:
        """Save what waited for a second word."""
        make: Make = lambda by: self._office.save_draft(mark, by)  # noqa: E731
        await self.answer(interaction, make, self.manner(interaction, instead=True))

    async def cancel(self, interaction: Used) -> None:
        """Leave everything as it is."""
        await respond(interaction, told(texts.CANCELLED), self.manner(interaction, instead=True))

    async def import_file(self, interaction: Used, version: int) -> None:
        """Import the file that hangs on the message, if the server is still at `version`."""
        files = tuple(interaction.message.attachments) if interaction.message is not None else ()
        make: Make = lambda by: self._office.import_file(version, replace(by, files=files))  # noqa: E731
        await self.answer(interaction, make, self.manner(interaction, instead=True))

    async def decide(self, interaction: Used, number: int, *, accepts: bool) -> None:
        """Decide on a suggestion."""
        make: Make = lambda by: self._office.decide(number, by, accepts=accepts)  # noqa: E731
        # Below a list of several, the others keep their buttons.
        alone = interaction.message is None or decided_below(interaction.message) == 1
        await self.answer(interaction, make, self.manner(interaction, instead=alone))

    async def turn(self, interaction: Used, line: str, leaf: int) -> None:
        """Show another leaf of what the order `line` gives."""
        order = self._order(interaction, line)

        async def make(by: Orderer) -> Reply:
            return replace(await self._office.carry_out(order, by), number=leaf)

        await self.answer(interaction, make, self.manner(interaction, instead=True))

    async def turn_kept(self, interaction: Used, mark: str, leaf: int) -> None:
        """Show another leaf of what is remembered."""

        async def make(by: Orderer) -> Reply:
            return replace(self.memory.reply(mark, by), number=leaf)

        await self.answer(interaction, make, self.manner(interaction, instead=True))

    async def show(self, interaction: Used, line: str) -> None:
        """Give the order `line` for the one who pressed, who alone sees what comes of it."""
        await self._give(interaction, self._order(interaction, line), None)

    def _order(self, interaction: Used, line: str) -> administration.Order:
        order = self.reception.desk.order(COMMAND + line, interaction.guild_id)
        # Buttons only ever ask to be shown something.
        if isinstance(order, administration.Misunderstood | administration.NoOrder) or not line_of(order):
            raise BotError(texts.OUTDATED)
        return order

    async def _give(
        self, interaction: Used, order: administration.Order, file: Attachment | None, words: tuple[str, ...] = ()
    ) -> None:
        manner = self.manner(interaction)
        needs_files = isinstance(order, administration.ExportFacts | administration.ImportFacts)
        if needs_files and not may_attach(interaction):
            raise BotError(texts.MAY_NOT_ATTACH)
        if isinstance(order, QUIET):
            manner = Manner(hidden=True)
        make: Make = lambda by: _or_handed_back(self._office.carry_out(order, by), words)  # noqa: E731
        await self.answer(interaction, make, manner, file)


def _words(given: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(text for text in given.values() if text.strip())


async def _or_handed_back(carried_out: Awaitable[Reply], words: tuple[str, ...]) -> Reply:
    """Return what an order came to, or why it did not with the `words` it was given: nobody writes them again."""
    try:
        return await carried_out
    except BotError as problem:
        if not words:
            raise
        return replace(told(NOT_SAVED, str(problem), sections=[Section(YOUR_WORDS, words)]), private=True)


def _misunderstood(order: administration.Misunderstood, by: Orderer) -> Reply:
    """Say what is wrong with an order, with its form where it has one; raise `BotError` where it is for others."""
    form = next((one for one in administration.ORDERS if one.title == order.title), None)
    if form is not None:
        check(NEEDED[form.who], by.rank)
    reply = told("I cannot do that", order.sentence)
    offers = order.title in forms.TITLES and order.title != forms.EDIT
    return reply.below(OpenForm.of(order.title)) if offers else reply
