"""Six ways in, one answer."""

from __future__ import annotations

from standin import Person, Standin

from discord_app.conftest import Run


async def test_smoke(run: Run, discord: Standin, kim: Person) -> None:
    async with run():
        (a,) = await kim.says("!champion LMP3 2022")
        print(a.text, a.buttons)
        (b,) = await kim.asks_bot("champion LMP3 2022")
        (c,) = await kim.says("champion LMP3 2022", to=a)
        (d,) = await kim.whispers("champion LMP3 2022")
        e = await kim.slash("champion", class_="LMP3", season="2022")
        f = await kim.message_menu("Answer this", kim.posts("champion LMP3 2022"))
        for x in (b, c, d, e.shown, f.shown):
            assert x.embed == a.embed
        why = await kim.press(a.button("Why?"))
        print(why.text, why.ephemeral)
        assert why.ephemeral
        x = await kim.press(a.buttons[2])
        print(x.text)
        await kim.press(a.button("🗑️"))
        assert a.deleted
