"""One server's notes, for the tests of reading and answering."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.server_facts.model import Fact, Nickname, ServerNotes, Subject, SubjectKind, Topic

AUTHOR = 123456789012345678
AT = datetime(2026, 5, 3, 12, tzinfo=UTC)
SEPANG = Subject(SubjectKind.CIRCUIT, "sepang")
MEETUP = Subject(SubjectKind.TOPIC, "meetup")
JAKOBSEN = Subject(SubjectKind.DRIVER, "malthe-jakobsen")


NOTES = ServerNotes(
    server=1,
    version=7,
    facts=(
        Fact(1, SEPANG, "Parking is free at gate 3.\nCome early.", AUTHOR, AT),
        Fact(2, MEETUP, "We meet at the Mikuni hotel on Friday at 8 pm.", AUTHOR, AT, "https://example.org/meetup"),
        Fact(3, Subject(SubjectKind.TOPIC, "watch-party"), "For Fuji it is in the voice channel.", None, AT),
        Fact(4, Subject(SubjectKind.SEASON, "2021"), "All stayed in one bubble hotel in the pandemic.", AUTHOR, AT),
        Fact(5, JAKOBSEN, "Signs autographs behind the pits.", AUTHOR, AT),
    ),
    topics=(Topic("meetup", "Meetup"), Topic("watch-party", "Watch party"), Topic("league-rules", "League rules")),
    nicknames=(
        Nickname("the Nile", SEPANG),
        Nickname("ザナイル", SEPANG),
        Nickname("Green Hell", Subject(SubjectKind.CIRCUIT, "fuji-speedway")),
        Nickname("bubble season", Subject(SubjectKind.SEASON, "2021")),
        Nickname("the prototypes", Subject(SubjectKind.CLASS, "lmp2")),
        Nickname("the Great Dane", JAKOBSEN),
        Nickname("Dragónboat", Subject(SubjectKind.TEAM, "algarve-pro-racing")),
        Nickname("gone", Subject(SubjectKind.CIRCUIT, "no-such-circuit")),
    ),
)
