"""Settings: every one with its default, every wrong one named, nothing secret shown."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.errors import BotError, StartupError
from bot.settings import Settings, knowledge_folder, read_environment, shipped_knowledge

EXAMPLE = Path(__file__).parents[1] / ".env.example"


def test_nothing_set_is_fine() -> None:
    settings = Settings.from_env({})
    assert settings == Settings()
    assert settings.token is None
    assert settings.knowledge_dir == shipped_knowledge()
    assert (settings.command_prefix, settings.log_level, settings.log_format) == ("!", "INFO", "text")
    assert (settings.metrics_port, settings.shard_count, settings.shard_ids) == (None, None, None)


def test_the_example_is_the_default_and_names_every_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(names) == len(set(names)) == len(fields(Settings))
    for name in names:
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".env").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    env = read_environment(tmp_path)
    assert set(names) <= set(env)
    assert Settings.from_env(env) == Settings()


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    env = {
        "DISCORD_TOKEN": " abc.def ",
        "COMMAND_PREFIX": "alms ",
        "KNOWLEDGE_DIR": str(tmp_path),
        "DATABASE_URL": "postgresql+asyncpg://bot:secret@db/bot",
        "SERVERS_IN_MEMORY": "50",
        "SHARD_COUNT": "4",
        "SHARD_IDS": "0, 3",
        "METRICS_PORT": "9100",
        "LOG_LEVEL": "debug",
        "LOG_FORMAT": "JSON",
        "SYNC_COMMANDS": "No",
        "QUESTIONS_PER_MINUTE": "7",
        "DATA_DIR": str(tmp_path / "new"),
        "CACHE_DIR": "off",
        "DISCORD_API_URL": "http://127.0.0.1:8080/api/v10/",
        "DISCORD_GATEWAY_URL": "ws://127.0.0.1:8081",
    }
    assert Settings.from_env(env) == Settings(
        token="abc.def",
        command_prefix="alms",
        knowledge_dir=tmp_path,
        database_url="postgresql+asyncpg://bot:secret@db/bot",
        servers_in_memory=50,
        shard_count=4,
        shard_ids=(0, 3),
        metrics_port=9100,
        log_level="DEBUG",
        log_format="json",
        sync_commands="never",
        questions_per_minute=7,
        data_dir=tmp_path / "new",
        cache_dir=None,
        discord_api_url="http://127.0.0.1:8080/api/v10",
        discord_gateway_url="ws://127.0.0.1:8081",
    )


WRONG = {
    "DISCORD_TOKEN": ["two words", "tök", "a\nb"],
    "COMMAND_PREFIX": ["/", "@bot", "x" * 17],
    "KNOWLEDGE_DIR": ["/nowhere/at/all", __file__],
    "DATABASE_URL": ["sqlite:///data/bot.db", "postgres://bot:secret@db/bot", "sqlite+aiosqlite:///", "nonsense"],
    "SERVERS_IN_MEMORY": ["0", "-1", "many"],
    "SHARD_COUNT": ["0", "-1", "many", "1.5", "٣", "9" * 5000],
    "SHARD_IDS": ["a", "0,,1", "0,0", "-1"],
    "METRICS_PORT": ["0", "65536", "http", "-1"],
    "LOG_LEVEL": ["loud", "10"],
    "LOG_FORMAT": ["xml"],
    "SYNC_COMMANDS": ["maybe", "2"],
    "QUESTIONS_PER_MINUTE": ["0", "-1", "many"],
    "DATA_DIR": [__file__],
    "CACHE_DIR": [__file__],
    "DISCORD_API_URL": ["discord.com", "ws://x", "http://", "http://x:99999", "http://[x"],
    "DISCORD_GATEWAY_URL": ["https://x", "ws://"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_value_is_one_sentence_that_names_the_variable(name: str, value: str) -> None:
    with pytest.raises(StartupError) as caught:
        Settings.from_env({name: value})
    sentence = str(caught.value)
    assert sentence.startswith(f"{name} ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "secret" not in sentence
    if name == "DISCORD_TOKEN":
        assert value not in sentence


def test_all_wrong_values_are_told_at_once() -> None:
    with pytest.raises(BotError) as caught:
        Settings.from_env({name: values[0] for name, values in WRONG.items()})
    assert [line.split()[0] for line in str(caught.value).splitlines()] == list(WRONG)


@pytest.mark.parametrize("env", [{"SHARD_IDS": "0"}, {"SHARD_IDS": "0,4", "SHARD_COUNT": "4"}])
def test_shards_have_to_fit_together(env: dict[str, str]) -> None:
    with pytest.raises(StartupError, match="SHARD_COUNT"):
        Settings.from_env(env)


def test_secrets_are_not_shown() -> None:
    settings = Settings(token="abc.def", database_url="postgresql+asyncpg://bot:secret%21@db/bot")
    assert settings.secrets() == ("abc.def", "secret%21", "secret!")
    assert Settings().secrets() == ()
    shown = repr(settings)
    assert "abc" not in shown
    assert "secret" not in shown


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=DEBUG\nCOMMAND_PREFIX=${LOG_LEVEL}$x\nLOG_FORMAT\n", encoding="utf-8")
    monkeypatch.setenv("LOG_LEVEL", "ERROR")
    monkeypatch.delenv("LOG_FORMAT", raising=False)
    env = read_environment(tmp_path)
    assert env["LOG_LEVEL"] == "ERROR"
    assert env["COMMAND_PREFIX"] == "${LOG_LEVEL}$x"
    assert "LOG_FORMAT" not in env


def test_a_file_that_is_not_text_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_LEVEL=\xff\n")
    with pytest.raises(StartupError, match=r"^The file \.env cannot be read"):
        read_environment(tmp_path)


def test_only_what_a_question_needs_has_to_be_right(tmp_path: Path) -> None:
    """`bot ask` runs beside other programs: their LOG_LEVEL is no reason to refuse an answer."""
    assert knowledge_folder({"LOG_LEVEL": "loud", "KNOWLEDGE_DIR": str(tmp_path)}) == tmp_path
    assert knowledge_folder({}) == shipped_knowledge()
    with pytest.raises(StartupError, match="KNOWLEDGE_DIR"):
        knowledge_folder({"KNOWLEDGE_DIR": str(tmp_path / "none")})
