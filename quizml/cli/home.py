"""`quizml` alone: today at a glance, and what to type next."""

from typing import TYPE_CHECKING

import typer

from quizml.cli.context import current
from quizml.cli.outlooks import outlook, shortly
from quizml.model.text import Display

if TYPE_CHECKING:
    from quizml.study.plan import Outlook

WORDS = {
    "due": ("due        {count}", "到期复习  {count}"),
    "learning": ("learning   {count}", "学习中    {count}"),
    "new": ("new        {count}", "新卡      {count}"),
    "done": ("done today {count}", "今日已答  {count}"),
    "streak": ("streak     {count} days", "连续学习  {count} 天"),
    "streak of one": ("streak     1 day", "连续学习  1 天"),
    "first": ("Nothing studied yet.", "还没有开始学习。"),
    "study": ("quizml study          to begin", "quizml study          开始学习"),
    "later": (
        "All done until {when}.   quizml study --ahead 1 looks a day ahead",
        "{when} 之前没有要复习的。 quizml study --ahead 1 可以提前一天复习",
    ),
    "nothing": (
        "All done.   quizml deck add brings in more cards",
        "全部学完。 quizml deck add 可以添加卡片",
    ),
    "more": (
        "quizml deck list      what there is to learn\nquizml --help         everything else",
        "quizml deck list      查看有哪些牌组\nquizml --help         查看全部命令",
    ),
}
"""Key -> English, Chinese."""


def home() -> None:
    """Print what is due, the streak, and the next step."""
    from quizml.store.queries import all_days  # noqa: PLC0415
    from quizml.store.retention import streak  # noqa: PLC0415

    context = current()
    ahead = outlook(context)
    chinese = context.settings.language is Display.ZH
    today, days = context.today(), all_days(context.store())
    row = {key: pair[chinese] for key, pair in WORDS.items()}
    lines = [
        row[key].format(count=count)
        for key, count in (("due", ahead.due), ("learning", ahead.learning), ("new", ahead.new))
    ]
    if days:
        run = streak((count.day for count in days), today)
        done = sum(count.answers for count in days if count.day == today)
        lines.append(row["done"].format(count=done))
        lines.append(row["streak of one" if run == 1 else "streak"].format(count=run))
    else:
        lines.append(row["first"])
    when = shortly(ahead.next_due, context.now())
    typer.echo("\n".join([*lines, "", _next_step(ahead, when, row), row["more"]]))


def _next_step(ahead: "Outlook", when: str, row: dict[str, str]) -> str:
    if ahead.total:
        return row["study"]
    return row["later"].format(when=when) if when else row["nothing"]
