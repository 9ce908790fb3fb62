"""What people see of an answer."""

from __future__ import annotations

from standin import Message


def shown(message: Message) -> str:
    """Return all that can be seen in `message`: its embed and its buttons, whoever may press them."""
    labels = [button.label or button.emoji for button in message.buttons]
    menus = [label for select in message.selects for label, _ in select.options]
    return "\n".join([*(f"{key} {value}" for key, value in sorted(message.embed.items())), str(labels), str(menus)])
