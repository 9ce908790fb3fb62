"""The sentence for every reason why there is no answer: one table.

A value in braces comes with all it needs: `{scope}` and `{where}` bring the blank in front of them, or are empty.
"""

from __future__ import annotations

TITLES = {
    "empty": "What would you like to know?",
    "unknown_season": "No such season",
    "unknown_turn": "No such season",
    "unknown_name": "Not a name I know",
    "unknown_word": "I did not understand all of that",
    "unknown_command": "Not a command I know",
    "needs": "Tell me more",
    "too_long": "Too long for me",
    "not_run_yet": "Not run yet",
    "no_such_race": "No such race",
    "no_such_round": "No such race",
}
DEFAULT_TITLE = "I don't know that"

# What these say is a No, where Yes or No was asked for.
DENIALS = frozenset(
    {"no_nation_champion", "no_race_there", "no_win_there", "no_circuit_like", "no_such_race", "class_not_in_season"}
)

_DRAWN = "I draw titles and wins, seasons, circuits, the calendar, a map, and two of a kind side by side"

SENTENCES = {
    # nothing to read
    "empty": "Ask me about champions, seasons, circuits, drivers or teams of the Asian Le Mans Series.",
    "too_long": "That is longer than I read. Please ask in {limit} characters or fewer.",
    # not understood
    "unknown_season": "The Asian Le Mans Series had no {said} season. It ran in {seasons}.",
    "unknown_turn": "No season of the Asian Le Mans Series {said}. It ran in {seasons}.",
    "unknown_word": "I do not know what “{said}” means here, so I will not guess. "
    "I know the champions, races, circuits, drivers, teams and history of the Asian Le Mans Series.",
    "within_season": "I tell times by whole seasons, so I cannot answer for “{said}”. "
    "Name a season or a year in its place.",
    "opinion": "Who or what is best is a matter of opinion. What I can count is titles, wins and races.",
    "elsewhere": "“{said}” is not about this series: I know the Asian Le Mans Series only.",
    "unknown_command": "There is no command “{said}”. The commands are {commands}.",
    "no_subject": "I saw a question but not what it is about. Try a season, a class, a driver, a team or a circuit.",
    "nothing_before": "I do not know what “{said}” stands for here. Please name it.",
    "no_reason": "Why that is so is nothing I have on record.",
    "nothing_beside": "There is no season further back or further on than that one.",
    "no_reading": "I know {said}, but not what is asked about it here.",
    "needs": "The command is “{usage}”, for example “{example}”.",
    "unknown_chart": f"There is no chart of “{{said}}”: {_DRAWN}.",
    "which_chart": f"I do not know what to draw: {_DRAWN}.",
    "unknown_driver": "I know no driver called “{said}”. "
    "I know the {drivers} champions of the Asian Le Mans Series and the winners of its races.",
    "unknown_team": "I know no team called “{said}”. "
    "I know the {teams} champion teams of the Asian Le Mans Series and the winners of its races.",
    "unknown_circuit": "The Asian Le Mans Series has not raced at “{said}”. It has raced at {circuits}.",
    "unknown_race": "The Asian Le Mans Series has had no race called “{said}”. Its races are the {races}.",
    "unknown_class": "The Asian Le Mans Series has had no class called “{said}”. Its classes are {classes}.",
    "unknown_topic": "I have nothing on “{said}” in the history. The topics are: {topics}.",
    "server_only": "“{said}” is for Discord servers: what a server's own members add is kept there and nowhere else.",
    # understood, and nothing known
    "no_local_facts": "“{name}” is a topic of this server, but nobody has written a fact on it yet.",
    "class_not_in_season": "{name} had no champion in {seasons}: {had}. {name} champions were crowned in {crowned}.",
    "no_champion": "{name} has never crowned a champion. {came}",
    "no_season_of_class": "No season with {name} is on record. {came}",
    "not_run_yet": "{season} has no champions yet. The reigning champions are those of {current}.",
    "no_nation_champion": "No {whose} from {nation} has won a title{scope}.",
    "no_sure_nation_champion": "No {whose} from {nation} is sure to have won a title{scope}. {disputed}",
    "no_race_there": "The Asian Le Mans Series has not raced{where}. It has raced in {countries}.",
    "no_title_of_theirs": "{who} has won no title{scope}, so nobody came before or after.",
    "no_title_at_all": "{who} has won no title{scope}.",
    "no_visit_then": "The series did not race at {name} in {said}.",
    "no_win_there": "No {win} of {who}{where}{when} is on record.",
    "win_not_known": "No {win} of {who}{where}{when} is on record for certain. {doubts}",
    "no_winner_recorded": "No {name} winner of the {races} is on record.",
    "no_such_race": "There was no {name}{where}{said}.{had} The series raced {there}in {seasons}.",
    "no_such_round": "There was no round {number} in {said}: {had}.",
    "no_calendar": "{season} has no calendar on record yet. The latest is that of {current}.",
    "no_cancelled": "No race{scope} is on record as planned and not held.",
    "no_circuit_like": "No circuit{like} is on record for the series.",
    "no_circuit_then": "No race{where}{said} is on record.",
    "no_standings": "No {name}standings of {season} are on record.",
    "no_points_of": "No points and no place of {who} in the {name}standings of {season} are on record.",
    "no_place": "Who came {place}{scope} in {season} is not on record.",
    "no_grid_of_class": "How many cars started is on record for all classes of a race together, not for {name} alone.",
    "nobody_with_none": "I can tell who has {what}{scope}, not who has none: "
    "only champions and race winners are on record.",
    "no_record": "No {what}{scope} are on record.",
    "no_chart": "No picture goes with “{title}”: nobody in it stands out from the others.",
    "chart_too_long": "“{title}” has too many rounds to be read in one picture; ask for a season or two.",
    "chart_of_nothing": "There is nothing to draw of “{title}”: neither has anything on record that could be counted.",
    "compare_none": "A comparison takes two of a kind: two drivers, teams, circuits, classes, seasons or nations.",
    "compare_one": "A comparison takes two: name another {kind} beside {name}.",
    "compare_kinds": "Only two of a kind can be compared, and {first} is a {kind} but {second} a {other}.",
    "no_entry_then": "“{topic}” has no dated entry for what happened {said}.",
    "no_history": "I have no dated entry for what happened {said}.",
    "no_founding": "When and by whom {name} was founded is not recorded.",
    "no_birth": "When and where {name} was born is not recorded.",
}
