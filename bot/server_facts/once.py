"""Each order is carried out once, however many processes hear it and however often.

    with given(message.id):
        await book.undo(server, editor)

What is written inside is written together with the number of the order, or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.server_facts.tables import ORDERS


class DoneAlreadyError(Exception):
    """The order was carried out before, here or by another process; nothing was changed now."""


@dataclass
class _Order:
    number: int
    noted: bool = False


_given: ContextVar[_Order | None] = ContextVar("order", default=None)


@contextmanager
def given(number: int) -> Iterator[None]:
    """Do inside what the order of this number asks for; Discord gives each message and interaction a number of its own.

    Whatever writes there raises `DoneAlreadyError` where the order has been carried out.
    """
    token = _given.set(_Order(number))
    try:
        yield
    finally:
        _given.reset(token)


async def note(connection: AsyncConnection, server: int) -> None:
    """Note the order that is given, if any, in a transaction that holds the row of `server`."""
    order = _given.get()
    if order is None or order.noted:
        return
    known = select(ORDERS.c.id).where(ORDERS.c.server == server, ORDERS.c.id == order.number)
    if await connection.scalar(known) is not None:
        raise DoneAlreadyError
    await connection.execute(insert(ORDERS).values(server=server, id=order.number, at=datetime.now(UTC)))
    # An order may write in more than one step; what it does next is still the same order.
    order.noted = True
