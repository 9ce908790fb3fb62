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
PERHAPS_DONE = (
    "I was stopped before I could say what became of this. Please look whether it was done, and order it again if not."
)
NOT_ALLOWED_THERE = "I may not answer in <#{channel}>, so here it is:"

# Facts of a server's own.
FOR_EDITORS = "Only those who manage this server, and the editors they chose, can do that."
FOR_MANAGERS = "Only those who may manage this server can do that."
WHICH_SERVER = "Here I do not know which server is meant. Please say it in the server itself."
NO_MEMBER = "I am no member of this server, so I keep nothing for it."
NO_QUESTION = "That is an order, and no question; whoever may give it can do so in a message or a command of their own."
ONLY_HERE = "On this server I answer in {channels}. Here only you can see this."
FOR_YOU_ALONE = "For your eyes only"
PRESS_TO_SEE = "Press the button, and only you will see it."
SHOW_ME = "Show me"
OPEN_FORM = "Open the form"
SAVE_ANYWAY, CANCEL, ACCEPT, REJECT, IMPORT = "Save anyway", "Cancel", "Accept", "Reject", "Import all of it"
CANCELLED = "Nothing was changed."
DRAFT_FORGOTTEN = (
    "I no longer know what was to be saved: too much time has passed, or I was started anew. Say it again."
)
REST_FORGOTTEN = (
    "I no longer know the rest of this: too much time has passed, or I was started anew. Give the order again."
)
NOT_YOUR_ORDER = "Only the one who gave the order can do that."
NO_FILE = "There is no file. Attach the one that an export gave you, and say it again."
ONE_FILE = "Attach one file at a time, please."
FILE_TOO_LARGE = "The file is {size:,} bytes large; {most:,} are the most, so split it."
FILE_GONE = "The file is no longer there. Please give the order again."
CHANGED_SINCE = "The facts were changed since the file was looked at. Give the order again to see what it does now."
MAY_NOT_ATTACH = "I may not attach files here, which this needs. Allow it, or say it in another channel."
NO_SETTINGS_IN_FILE = "The file changes the settings, which only those who may manage this server can; take them out."
NO_SUCH_ROLE = "This server has no such role; choose one with @."
NO_SUCH_CHANNEL = "This server has no such channel; choose some with #."
NOT_EVERYONE = "Everyone cannot be the editors; choose a role that you give to those who may change facts."
ADD_FOR = "Add a fact for …"
NAME_FOR = "Add a name for …"
FIELD_SUBJECT, FIELD_TEXT, FIELD_SOURCE, FIELD_NAME = "About what", "The fact", "Where it is from", "The new name"
HINT_SUBJECT = "A circuit, driver, team, class or season, or a topic of yours"
HINT_SOURCE = "An address, or a few words; may be left empty"
HINT_FILE = "The file, as an export gives it."
FORM_ADD, FORM_SUGGEST, FORM_EDIT, FORM_NAME = "Add a fact", "Propose a fact", "Edit fact {number}", "Add a name"
