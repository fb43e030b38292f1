"""What the tests share: an isolated home, a fixed clock, and the program itself."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from typer.testing import CliRunner, Result

settings.register_profile("suite", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("suite")  # a busy machine is no fault


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--exercise", action="append", default=[], help="only these exercises' tests")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --exercise, of the tests that belong to an exercise only those of the ones named."""
    names = set(config.getoption("--exercise"))
    if names:
        kept = [i for i in items if hasattr(i, "callspec") and names & _exercises_of(i)]
        config.hook.pytest_deselected(items=[i for i in items if i not in kept])
        items[:] = kept


def _exercises_of(item: pytest.Item) -> set[str]:
    parameters = item.callspec.params.values()  # type: ignore[attr-defined]
    return {value.parent.name if isinstance(value, Path) else str(value) for value in parameters}


NOW = "2026-03-02T21:00:00+08:00"

DECK = """\
title: {en: Little deck, zh: 小牌组}
cards:
  - id: relu
    topic: relu
    question: {en: What is ReLU?, zh: 什么是 ReLU？}
    answer: {en: "$\\\\max(0, x)$, elementwise.", zh: "逐元素的 $\\\\max(0, x)$。"}
    points: [{en: zero below zero, zh: 负半轴为零}]
  - id: sigmoid
    topic: sigmoid
    question: {en: What is the sigmoid?, zh: 什么是 sigmoid？}
    answer: {en: "$1 / (1 + e^{-x})$", zh: "$1 / (1 + e^{-x})$"}
  - id: slope
    type: cloze
    topic: sigmoid
    text:
      en: "The sigmoid's slope is at most {{c1::1/4||0.25}}, at x = {{c2::0}}."
      zh: "sigmoid 的斜率最大为 {{c1::1/4||0.25}}，在 x = {{c2::0}} 处取得。"
  - id: pooling
    type: choice
    topic: pooling
    question: {en: What does max pooling keep?, zh: 最大池化保留什么？}
    choices:
      - {text: {en: the largest value, zh: 最大值}, correct: true}
      - {text: {en: the mean, zh: 平均值}, why: {en: that is average pooling, zh: 那是平均池化}}
  - id: width
    type: numeric
    topic: conv-size
    question: {en: "How wide is the output of a {k}x{k} kernel on {n} pixels?",
               zh: "{k}x{k} 卷积核作用在宽 {n} 的图上，输出多宽？"}
    variables: {n: [28, 32], k: [1, 3, 5]}
    answer: n - k + 1
    explanation: {en: "{n} - {k} + 1 = {answer}", zh: "{n} - {k} + 1 = {answer}"}
"""


@pytest.fixture(scope="session")
def parse_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The parse cache of the whole run: thirty decks take seconds to read, once is enough."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory, parse_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A QUIZML_HOME with nothing but the parse cache, a fixed clock, no settings from outside."""
    for name in list(os.environ):
        if name.startswith("QUIZML_") or name in ("LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR"):
            monkeypatch.delenv(name)
    folder = tmp_path_factory.mktemp("home")
    (folder / "cache").symlink_to(parse_cache)
    monkeypatch.setenv("QUIZML_HOME", str(folder))
    monkeypatch.setenv("QUIZML_NOW", NOW)
    monkeypatch.setenv("COLUMNS", "80")
    return folder


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck file with a card of each kind that needs no grader."""
    file = tmp_path / "little.yaml"
    file.write_text(DECK, encoding="utf-8")
    return file


@pytest.fixture
def quizml() -> Callable[..., Result]:
    """The command line, called in this process; `typed` is its standard input."""
    from quizml.cli.app import app

    def call(*arguments: object, typed: str = "") -> Result:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=typed)

    return call


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command line as a process of its own."""

    def run(*arguments: object, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "quizml", *map(str, arguments)],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return run
