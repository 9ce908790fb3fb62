"""Carrying out orders: whoever comes, by whichever way, is checked here and nowhere else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.assistant import administration
from bot.discord_app.admin import fact_orders, file_orders, other_orders
from bot.discord_app.admin.fact_orders import pointed_out
from bot.discord_app.admin.replies import Reply
from bot.discord_app.admin.works import Draft, Orderer, Works
from bot.discord_app.ranks import NEEDED, Rank, check

CarryOut = Callable[[Works, Orderer, Any], Awaitable[Reply]]

HOW: Mapping[type[administration.Order], CarryOut] = {
    administration.AddFact: fact_orders.add,
    administration.EditFact: fact_orders.edit,
    administration.RemoveFact: fact_orders.remove,
    administration.UndoFact: fact_orders.undo,
    administration.ShowFact: fact_orders.show,
    administration.ListFacts: fact_orders.list_all,
    administration.SearchFacts: fact_orders.search,
    administration.FactHistory: fact_orders.history,
    administration.SuggestFact: other_orders.suggest,
    administration.ShowSuggestions: other_orders.show_suggestions,
    administration.ShowMisses: other_orders.show_misses,
    administration.ExportFacts: file_orders.export,
    administration.ImportFacts: file_orders.plan,
    administration.ForgetMe: other_orders.forget_me,
    administration.AddName: other_orders.add_name,
    administration.RemoveName: other_orders.remove_name,
    administration.ListNames: other_orders.list_names,
    administration.ShowSettings: other_orders.show_settings,
    administration.SetPrefix: other_orders.choose,
    administration.SetChannels: other_orders.choose,
    administration.SetEditors: other_orders.choose,
    administration.SetReview: other_orders.choose,
    administration.SetMisses: other_orders.choose,
}
# In a channel these would show all what is for a few; behind a slash the one alone sees them who asked.
FOR_ONE_ALONE = (administration.FactHistory, administration.ShowMisses, administration.ExportFacts)
# Their answers, and what is wrong with them, need not be seen by all behind a slash.
QUIET = (
    *FOR_ONE_ALONE,
    administration.ImportFacts,
    administration.ForgetMe,
    administration.ShowSettings,
    administration.SetPrefix,
    administration.SetChannels,
    administration.SetEditors,
    administration.SetReview,
    administration.SetMisses,
)


class Office:
    """Carries out orders, each for whoever may give it; raises `BotError` otherwise, and then nothing was changed."""

    def __init__(self, works: Works) -> None:
        self._works = works

    async def carry_out(self, order: administration.Order, by: Orderer, missed: str = "") -> Reply:
        """Carry out `order`, or ask back where the like of it is there; `missed` is the question that it answers."""
        check_order(order, by)
        asks = await pointed_out(self._works, by, Draft(order, by.server, by.person, missed))
        return asks if asks is not None else await self._done(order, by, missed)

    async def save_draft(self, mark: str, by: Orderer) -> Reply:
        """Carry out what waited for a second word."""
        draft = self._works.draft(mark, by)
        check_order(draft.order, by)
        if isinstance(draft.order, administration.EditFact):
            reply = await self.edit(draft.order, draft.revision, by)
        else:
            reply = await self._done(draft.order, by, draft.missed)
        self._works.drop(mark)
        return reply

    async def edit(self, order: administration.EditFact, revision: int, by: Orderer) -> Reply:
        """Give a fact new words where it is still at `revision`."""
        check_order(order, by)
        return await fact_orders.edit(self._works, by, order, revision)

    async def import_file(self, version: int, by: Orderer) -> Reply:
        """Import the file that came with the press."""
        check(Rank.EDITOR, by.rank)
        return await file_orders.carry_out(self._works, by, version)

    async def decide(self, number: int, by: Orderer, *, accepts: bool) -> Reply:
        """Decide on a suggestion."""
        check(Rank.EDITOR, by.rank)
        decided = other_orders.accept if accepts else other_orders.reject
        return await decided(self._works, by, number)

    async def _done(self, order: administration.Order, by: Orderer, missed: str) -> Reply:
        reply = await HOW[type(order)](self._works, by, order)
        if missed:
            drop = self._works.servers.misses.drop(by.server, missed)
            self._works.servers.beside(drop, "forget a question that was answered")
        return reply


def check_order(order: administration.Order, by: Orderer) -> None:
    """Raise `BotError` where `by` may not give `order`."""
    check(NEEDED[administration.form_of(order).who], by.rank)
