"""What people see of an answer."""

from __future__ import annotations

from standin import Message


def shown(message: Message) -> str:
    """Return all that can be seen in `message`: its embed, its files, and its buttons, whoever may press them."""
    labels = [button.label or button.emoji for button in message.buttons]
    menus = [label for select in message.selects for label, _ in select.options]
    files = [(file.filename, file.description, len(file.data)) for file in message.attachments]
    embed = (f"{key} {value}" for key, value in sorted(message.embed.items()))
    return "\n".join([*embed, str(files), str(labels), str(menus)])
