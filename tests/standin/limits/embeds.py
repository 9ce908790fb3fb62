"""What Discord takes as embeds."""

from __future__ import annotations

from datetime import datetime

from standin.limits.form import Form

EMBEDS_MAX = 10
TITLE_MAX, DESCRIPTION_MAX, FOOTER_MAX, AUTHOR_MAX = 256, 4096, 2048, 256
FIELDS_MAX, FIELD_NAME_MAX, FIELD_VALUE_MAX = 25, 256, 1024
ALL_EMBEDS_MAX = 6000
PICTURES = ("http", "https", "attachment")


def check_embeds(form: Form) -> None:
    """Report what is wrong with the embeds of a message."""
    total = sum(_check(embed) for embed in form.parts("embeds", 0, EMBEDS_MAX))
    if total > ALL_EMBEDS_MAX:
        form.wrong("embeds", "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {ALL_EMBEDS_MAX}")


def _check(embed: Form) -> int:
    """Check one embed and return how many characters of the common limit it takes."""
    texts = [embed.text("title", TITLE_MAX), embed.text("description", DESCRIPTION_MAX)]
    embed.address("url")
    embed.number("color", 0, 0xFFFFFF)
    if embed.body.get("timestamp") is not None:
        _check_timestamp(embed)
    if embed.body.get("footer"):
        texts.append(embed.part("footer").text("text", FOOTER_MAX, required=True))
    if embed.body.get("author"):
        author = embed.part("author")
        texts.append(author.text("name", AUTHOR_MAX, required=True))
        author.address("url")
    for key in ("image", "thumbnail"):
        if embed.body.get(key):
            embed.part(key).address("url", PICTURES)
    for field in embed.parts("fields", 0, FIELDS_MAX):
        texts.append(field.text("name", FIELD_NAME_MAX, 1, required=True))
        texts.append(field.text("value", FIELD_VALUE_MAX, 1, required=True))
    return sum(len(text.strip()) for text in texts if text)


def _check_timestamp(embed: Form) -> None:
    try:
        datetime.fromisoformat(str(embed.body["timestamp"]))
    except ValueError:
        code = "DATE_TIME_TYPE_PARSE"
        embed.wrong("timestamp", code, f"Could not parse {embed.body['timestamp']}. Should be ISO8601.")
