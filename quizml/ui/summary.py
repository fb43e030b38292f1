"""The closing summary, and the help screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from quizml.model.reviews import Rating
from quizml.model.text import Language
from quizml.ui.lines import BLANK, Line, Span, indented, width_of, wrap
from quizml.ui.words import RATINGS, format_minutes, format_wait, say

BAR = 30
"""Columns of the longest bar."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a session came to, and what comes next."""

    ratings: Mapping[Rating, int]
    new: int
    took: timedelta
    today: int = 0
    """Cards due again later on this study day."""
    tomorrow: int = 0
    week: int = 0
    """Within seven days, tomorrow included."""
    next_in: timedelta | None = None
    """Until the next learning card."""


def summary(told: Summary, language: Language, width: int) -> list[Line]:
    """How many, how well, how long, and when the next are due."""
    out: list[Line] = [(Span(say("session over", language), "title"),), BLANK]
    answered = sum(told.ratings.values())
    if answered:
        out += [*_how_well(told, answered, language, width), BLANK]
    else:
        out += [(Span(say("nothing answered", language)),), BLANK]
    return out + _what_next(told, language, width)


def _how_well(told: Summary, answered: int, language: Language, width: int) -> list[Line]:
    minutes = format_minutes(told.took, language)
    key = "answered once" if answered == 1 else "answered"
    said = say(key, language, cards=answered, minutes=minutes)
    share = 1 - told.ratings.get(Rating.AGAIN, 0) / answered
    parts = [said, say("recalled", language, share=f"{share:.0%}")]
    if told.new:
        parts.append(say("new cards", language, count=told.new))
    comma = ", " if language is Language.EN else "，"
    out = [*wrap([Span(comma.join(parts))], width), BLANK]
    most = max(told.ratings.values())
    names = {rating: say(RATINGS[rating], language) for rating in Rating}
    column = max(width_of((Span(name),)) for name in names.values())
    room = max(min(BAR, width - column - 8), 1)
    for rating, name in names.items():
        count = told.ratings.get(rating, 0)
        bar = "━" * max(round(room * count / most), int(count > 0))
        pad = " " * (column - width_of((Span(name),)))
        out.append(
            (
                Span(f"{name}{pad}", RATINGS[rating]),
                Span(f" {count:>4} "),
                Span(bar, RATINGS[rating]),
            )
        )
    return out


def _what_next(told: Summary, language: Language, width: int) -> list[Line]:
    if told.next_in is not None:
        wait = format_wait(told.next_in, language)
        wait += " " if language is Language.ZH and wait[-1].isascii() else ""
        coming = say("next in", language, wait=wait)
        first = wrap([Span(coming)], width)
    else:
        first = []
    counts = {"due later today": told.today, "due tomorrow": told.tomorrow, "due week": told.week}
    parts = [say(key, language, count=count) for key, count in counts.items() if count]
    if not parts and not first:
        return wrap([Span(say("all done", language))], width)
    comma, colon = (", ", ": ") if language is Language.EN else ("，", "：")
    if parts:
        label = Span(say("due next", language) + colon, "label")
        first += wrap([label, Span(comma.join(parts))], width)
    return first


HELP = (
    ("space / enter", ("Show the answer", "显示答案")),
    ("1 2 3 4", ("Rate: again, hard, good, easy", "评分：重来、困难、良好、简单")),
    ("enter", ("Check a typed or picked answer", "提交输入或选择的答案")),
    ("esc", ("Leave the answer line, to use the keys below", "离开输入行，以便使用下面的按键")),
    ("↑ ↓ PgUp PgDn", ("Scroll a long card", "滚动较长的卡片")),
    ("u", ("Undo, as often as you like", "撤销，可以多次")),
    ("l", ("Next language: English, Chinese, both", "切换语言：英文、中文、双语")),
    ("e", ("Edit the card in your editor", "在编辑器中修改卡片")),
    ("f", ("Flag the card, or take the flag off", "标记卡片或取消标记")),
    ("b", ("Bury: not again today", "搁置：今天不再出现")),
    ("s", ("Suspend: not again until you say so", "暂停：直到你恢复之前不再出现")),
    ("o", ("Code card: write a starter file", "编程卡：生成起始文件")),
    ("r", ("Code card: reread the verdict of quizml grade", "编程卡：读取最新的评测结果")),
    ("h", ("Code card: one more hint", "编程卡：再看一条提示")),
    ("n", ("Code card: leave it for now", "编程卡：暂时跳过")),
    ("?", ("This page", "本页")),
    ("q", ("Quit; every answer is stored already", "退出，所有作答均已保存")),
)
"""Key -> what it does, in English and Chinese."""


def help_screen(language: Language, width: int) -> list[Line]:
    """All keys of a session."""
    out: list[Line] = [(Span(say("keys", language), "title"),), BLANK]
    column = min(max(width_of((Span(key),)) for key, _ in HELP) + 3, max(width // 3, 4))
    for key, texts in HELP:
        text = texts[0 if language is Language.EN else 1]
        lead = (Span(key, "key"), Span(" " * max(column - width_of((Span(key),)), 1)))
        room = max(width - width_of(lead), 4)
        out += indented(wrap([Span(text)], room), width_of(lead), lead)
    return [*out, BLANK, *wrap([Span(say("any key", language), "hint")], width)]
