"""Every word of the bot's own in Discord, in one table, so that it can be put into another language."""

from __future__ import annotations

WHY = "Why?"
CHART = "Show chart"
DELETE = "🗑️"
BACK = "◀"
ON = "▶"
CHOOSE = "Which one did you mean?"

SOURCES = "Sources"
AND_MORE = "and {count} more"
LEAF = "Page {number} of {count}"
NOTES = "Notes"
HOW_IT_WAS_READ = "How I read the question"
WHERE_SOURCES_DIFFER = "How names were read, and where sources differ"
CUT_SHORT = "… and more than fits here."
CUT_SHORT_PLAIN = "… and more. I may not embed links here; allow it, and I show all of it."

TOO_FAST = "Slow down a little, please: ask again in {seconds} s."
WAIT = "⏳"
BROKEN = "Something broke on my side. If it happens again, tell whoever runs me the reference {reference}."
NOT_YOURS = "Only the one who asked can do that. Ask the same, and you get an answer of your own."
FORGOTTEN = "That answer is from before I was last started, and I no longer know its question. Please ask it again."
NO_FILES = "I may not attach files here, so I cannot show the chart. Allow it, or ask me in a direct message."
NO_CHART = "The chart could not be drawn just now. Please try again in a moment."
OUTDATED = "That button is from an older version of me. Please ask again."
CANNOT_READ = (
    "I cannot read a reply that does not mention me. Leave the @ in the reply switched on, or begin with my name."
)
NOT_ALLOWED_THERE = "I may not answer in <#{channel}>, so here it is:"
