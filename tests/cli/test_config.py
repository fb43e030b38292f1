"""Settings: what is set, where it comes from, and what is refused."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from quizml.cli.settings import NAMES, load, parse, spelled
from quizml.model.errors import BadInput
from quizml.model.text import Display


def test_defaults_are_what_the_readme_says(tmp_path: Path) -> None:
    settings = load(tmp_path / "none.toml", {})
    assert settings.retention == 0.9
    assert settings.rollover == time(4)
    assert settings.learning_steps == (timedelta(minutes=1), timedelta(minutes=10))
    assert settings.relearning_steps == (timedelta(minutes=10),)
    assert set(settings.origins.values()) == {"default"}


def test_a_chinese_locale_shows_chinese_cards(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml", {"LANG": "zh_CN.UTF-8"}).language is Display.ZH
    assert load(tmp_path / "none.toml", {"LANG": "de_DE.UTF-8"}).language is Display.EN
    overruled = {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}
    assert load(tmp_path / "none.toml", overruled).language is Display.EN


def test_the_environment_overrides_the_file_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('retention = 0.85\nlanguage = "zh"\n', encoding="utf-8")
    settings = load(file, {"QUIZML_LANGUAGE": "both"})
    assert (settings.retention, settings.language) == (0.85, Display.BOTH)
    assert settings.origins["retention"] == str(file)
    assert settings.origins["language"] == "$QUIZML_LANGUAGE"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("retention", 1.5, "from 0.7 to 0.99"),
        ("retention", True, "a number"),
        ("new_per_day", -1, "whole number"),
        ("new_per_day", "many", "whole number"),
        ("rollover", "25:00", "time of day"),
        ("learning_steps", ["1 minute"], "list of waits"),
        ("learning_steps", ["0m"], "list of waits"),
        ("learning_steps", 5, "list of waits"),
        ("language", "fr", '"en", "zh" or "both"'),
        ("theme", "pink", '"auto"'),
        ("weights", [1, 2], "21 numbers"),
        ("weights", ["x"] * 21, "21 numbers"),
        ("editor", 3, "text in quotes"),
        ("retentoin", 0.9, "did you mean 'retention'"),
    ],
)
def test_a_wrong_value_is_named_with_its_place(name: str, value: object, says: str) -> None:
    with pytest.raises(BadInput, match="here:") as caught:
        parse(name, value, "here")
    assert says in str(caught.value)


def test_a_file_that_is_not_toml_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("retention = = 1", encoding="utf-8")
    with pytest.raises(BadInput, match=r"config\.toml: .*line 1"):
        load(file, {})


@pytest.mark.parametrize("name", NAMES)
def test_every_default_reads_back_as_it_is_written(name: str, tmp_path: Path) -> None:
    default = getattr(load(tmp_path / "none.toml", {}), name)
    assert parse(name, spelled(default), "test") == default


def test_setting_keeps_the_comments_in_the_file(quizml, home: Path) -> None:
    home.mkdir(exist_ok=True)
    (home / "config.toml").write_text("# mine\nretention = 0.8  # low\n", encoding="utf-8")
    assert quizml("config", "set", "learning_steps", "1m", "1h").exit_code == 0
    text = (home / "config.toml").read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# low" in text
    assert 'learning_steps = ["1m", "1h"]' in text
    assert quizml("config", "get", "learning_steps").output == '["1m", "1h"]\n'


def test_unsetting_goes_back_to_the_default(quizml) -> None:
    quizml("config", "set", "retention", "0.8")
    assert quizml("config", "get", "retention").output == "0.8\n"
    assert quizml("config", "unset", "retention").exit_code == 0
    assert quizml("config", "get", "retention").output == "0.9\n"


def test_a_wrong_setting_changes_nothing_and_exits_2(quizml, home: Path) -> None:
    result = quizml("config", "set", "retention", "2")
    assert result.exit_code == 2
    assert "from 0.7 to 0.99" in result.stderr
    assert not (home / "config.toml").exists()


def test_the_listing_names_each_origin(quizml, home: Path) -> None:
    quizml("config", "set", "new_per_day", "5")
    listed = quizml("config").output.splitlines()
    assert f"new_per_day = 5  # {home / 'config.toml'}" in listed
    assert "retention = 0.9  # default" in listed
