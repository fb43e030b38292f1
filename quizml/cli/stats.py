"""`quizml stats`: today, streak, retention, what is coming, and which cards are hard."""

from __future__ import annotations

from datetime import date
from math import isnan
from typing import TYPE_CHECKING, Annotated

import typer

from quizml.cli.context import current
from quizml.model.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.table import Table

    from quizml.model.reviews import StudyDay
    from quizml.store.retention import Retention
    from quizml.store.values import DayCount
    from quizml.study.statistics import Statistics

EN = {
    "today": "Today",
    "done": "answers: {answers} ({new} new, {reviews} reviews), {minutes} min, {passed} right",
    "nothing": "nothing yet",
    "streak": "Streak",
    "days": "{days} in a row, longest {longest}",
    "retention": "Recalled",
    "period": "{days} days",
    "of": "{rate:.1%}  ({recalled} of {reviews})",
    "no reviews": "no reviews",
    "forecast": "Coming due",
    "cards": "Cards",
    "new": "new",
    "learning": "learning",
    "young": "young (under 21 days)",
    "mature": "mature",
    "suspended": "suspended",
    "hardest": "Hardest",
    "lapses": "forgotten {lapses}×",
    "leech": "leech: rewrite it",
    "weekdays": "Mon Tue Wed Thu Fri Sat Sun",
}
ZH = {
    "today": "今天",
    "done": "作答 {answers} 次（新卡 {new}，复习 {reviews}），{minutes} 分钟，答对 {passed}",
    "nothing": "尚未学习",
    "streak": "连续学习",
    "days": "{days} 天，最长 {longest} 天",
    "retention": "记住率",
    "period": "{days} 天",
    "of": "{rate:.1%}（{reviews} 次中 {recalled} 次）",
    "no reviews": "没有复习",
    "forecast": "即将到期",
    "cards": "卡片",
    "new": "新卡",
    "learning": "学习中",
    "young": "未熟（不足 21 天）",
    "mature": "成熟",
    "suspended": "已暂停",
    "hardest": "最难",
    "lapses": "忘记 {lapses} 次",
    "leech": "顽固卡：请改写",
    "weekdays": "周一 周二 周三 周四 周五 周六 周日",
}
BLOCKS = " ▏▎▍▌▋▊▉"
FULL = "█"


def stats(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    days: Annotated[int, typer.Option(min=1, max=365, help="Days of forecast.")] = 14,
) -> None:
    """Show how it goes: today, streak, retention, what comes due, and the hardest cards.

    Only cards that had waited days count for retention.

    Example: quizml stats --days 30
    """
    from quizml.store.queries import all_days  # noqa: PLC0415
    from quizml.study.statistics import statistics  # noqa: PLC0415

    context = current()
    library, store = context.chosen([]), context.store()
    found = statistics(
        library.heads(),
        store.standings(),
        all_days(store),
        context.today(),
        days=days,
        leech_lapses=context.settings.leech_lapses,
    )
    if as_json:
        import json  # noqa: PLC0415

        typer.echo(json.dumps(as_plain(found), indent=2, ensure_ascii=False))
        return
    words = ZH if Language.ZH in context.settings.language.languages[:1] else EN
    context.show(*sections(found, words, context.console().width))


def as_plain(found: Statistics) -> dict[str, object]:
    """All of it, as JSON has it; a rate is null where nothing was reviewed."""
    return {
        "today": {"day": _iso(found.today.day), **_counts(found.today)},
        "streak": {"days": found.streak, "longest": found.longest},
        "retention": [
            {
                "days": days,
                "recalled": retention.recalled,
                "reviews": retention.reviews,
                "rate": None if isnan(retention.rate) else retention.rate,
            }
            for days, retention in found.retention
        ],
        "forecast": [
            {"day": _iso(found.today.day + ahead), "due": due}
            for ahead, due in enumerate(found.forecast)
        ],
        "cards": _stages(found),
        "hardest": [
            {
                "card": hard.card,
                "lapses": hard.lapses,
                "difficulty": hard.difficulty,
                "leech": hard.leech,
                "suspended": hard.suspended,
            }
            for hard in found.hardest
        ],
    }


def sections(found: Statistics, words: dict[str, str], width: int) -> Iterator[RenderableType]:
    """What the screen shows, in order, for a screen that is `width` columns wide."""
    table = _table()
    table.add_row(words["today"], _today(found.today, words))
    table.add_row(words["streak"], words["days"].format(days=found.streak, longest=found.longest))
    for place, (days, retention) in enumerate(found.retention):
        title = "" if place else words["retention"]
        table.add_row(title, f"{words['period'].format(days=days)}  {_rate(retention, words)}")
    yield table
    yield from _titled(words["forecast"], _forecast(found, words, width))
    stages = [(words[name], count) for name, count in _stages(found).items() if count]
    yield from _titled(words["cards"], _chart(stages, width))
    if found.hardest:
        yield from _titled(words["hardest"], _hardest(found, words))


def bar(value: int, largest: int, columns: int) -> str:
    """A bar of eighths of a block; `largest` fills the columns, and nothing but 0 is invisible."""
    eighths = max(1, round(8 * columns * value / largest)) if value else 0
    whole, rest = divmod(eighths, 8)
    return FULL * whole + BLOCKS[rest].strip()


def _today(count: DayCount, words: dict[str, str]) -> str:
    if not count.answers:
        return words["nothing"]
    return words["done"].format(
        answers=count.answers,
        new=count.new,
        reviews=count.reviews,
        minutes=max(1, round(count.took_ms / 60_000)),
        passed=f"{count.passed / count.answers:.0%}",
    )


def _rate(retention: Retention, words: dict[str, str]) -> str:
    if not retention.reviews:
        return words["no reviews"]
    return words["of"].format(
        rate=retention.rate, recalled=retention.recalled, reviews=retention.reviews
    )


def _forecast(found: Statistics, words: dict[str, str], width: int) -> Table:
    names = words["weekdays"].split()
    days = [date.fromordinal(found.today.day + ahead) for ahead in range(len(found.forecast))]
    labels = [f"{names[day.weekday()]} {day:%m-%d}" for day in days]
    return _chart(list(zip(labels, found.forecast, strict=True)), width)


def _hardest(found: Statistics, words: dict[str, str]) -> Table:
    table = _table()
    for hard in found.hardest:
        marks = (words["leech"] if hard.leech else "", words["suspended"] if hard.suspended else "")
        told = words["lapses"].format(lapses=hard.lapses)
        table.add_row(hard.card, "  ".join(filter(None, (told, *marks))))
    return table


def _chart(rows: list[tuple[str, int]], width: int) -> Table:
    """Labels, bars in proportion, and figures."""
    from rich.cells import cell_len  # noqa: PLC0415

    widest = max((cell_len(label) for label, _ in rows), default=0)
    largest = max((value for _, value in rows), default=0) or 1
    columns = max(4, min(50, width - widest - len(str(largest)) - 5))
    table = _table()
    for label, value in rows:
        drawn = bar(value, largest, columns)
        table.add_row(label, f"{drawn} {value}" if drawn else str(value))
    return table


def _titled(title: str, table: Table) -> Iterator[RenderableType]:
    from rich.text import Text  # noqa: PLC0415

    yield Text(f"\n{title}", style="bold")
    yield table


def _table() -> Table:
    from rich.table import Table  # noqa: PLC0415

    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _stages(found: Statistics) -> dict[str, int]:
    stages = found.maturity
    return {
        "new": stages.new,
        "learning": stages.learning,
        "young": stages.young,
        "mature": stages.mature,
        "suspended": stages.suspended,
    }


def _counts(count: DayCount) -> dict[str, float]:
    return {
        "answers": count.answers,
        "new": count.new,
        "learning": count.learning,
        "reviews": count.reviews,
        "passed": count.passed,
        "recalled": count.recalled,
        "seconds": count.took_ms / 1000,
    }


def _iso(day: StudyDay | int) -> str:
    return date.fromordinal(day).isoformat()
