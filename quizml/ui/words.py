"""The fixed words of the screens, in both languages."""

from collections.abc import Mapping
from datetime import timedelta

from quizml.model.reviews import Rating
from quizml.model.text import Display, Language

EN, ZH = Language.EN, Language.ZH

PHRASES: Mapping[str, tuple[str, str]] = {
    "answer": ("Answer", "答案"),
    "your answer": ("Your answer", "你的回答"),
    "right answer": ("Right answer", "正确答案"),
    "points": ("A full answer names", "完整的回答应包括"),
    "correction": ("Correction to the notes", "笔记勘误"),
    "explanation": ("Explanation", "解释"),
    "references": ("References", "参考文献"),
    "right": ("Right", "正确"),
    "wrong": ("Not right", "不对"),
    "almost": ("Almost: check the form or the rounding", "差一点：请检查写法或舍入"),
    "nothing typed": ("(nothing)", "（未作答）"),
    "several": ("Several are right: pick all of them.", "多选题：请选出所有正确项。"),
    "hint": ("Hint {number}", "提示 {number}"),
    "hint of": ("Hint {number} of {count}", "提示 {number}/{count}"),
    "write it": (
        "Press o to get a starter file, write the function, then run:",
        "按 o 生成起始文件，写好函数后运行：",
    ),
    "last attempt": ("Last attempt", "上次提交"),
    "passed": ("passed", "通过"),
    "wrong answer": ("wrong answer", "结果错误"),
    "raised": ("raised an exception", "抛出异常"),
    "timeout": ("too slow", "超时"),
    "memory": ("out of memory", "内存超限"),
    "forbidden": ("did something forbidden", "执行了被禁止的操作"),
    "missing": ("function not found", "没有找到函数"),
    "not tried": ("Not graded yet.", "还没有提交评测。"),
    "after passing": (
        "The reference is shown once your version has passed, or after you give up:",
        "通过评测或选择放弃之后，才会显示参考实现：",
    ),
    "the reference": ("Reference", "参考实现"),
    "yours": ("Yours: {verdict}, {when}", "你的提交：{verdict}，{when}"),
    # watching a file
    "graded at": ("graded at {time} in {seconds} s", "评测于 {time}，用时 {seconds} 秒"),
    "grading": ("grading", "评测中"),
    "files": ("{count} files", "{count} 个文件"),
    # the frame
    "done": ("{count} done", "完成 {count}"),
    "left": ("{count} left", "剩余 {count}"),
    "minutes": ("{count} min", "{count} 分钟"),
    "new": ("new", "新卡"),
    "learning": ("learning", "学习中"),
    "review": ("review", "复习"),
    "more": ("{count} more", "还有 {count} 行"),
    "again": ("Again", "重来"),
    "hard": ("Hard", "困难"),
    "good": ("Good", "良好"),
    "easy": ("Easy", "简单"),
    # keys
    "reveal": ("show answer", "显示答案"),
    "check": ("check", "提交"),
    "pick": ("pick", "选择"),
    "next": ("next", "继续"),
    "undo": ("undo", "撤销"),
    "edit": ("edit", "编辑"),
    "bury": ("bury", "搁置"),
    "suspend": ("suspend", "暂停"),
    "flag": ("flag", "标记"),
    "language": ("language", "语言"),
    "help": ("help", "帮助"),
    "quit": ("quit", "退出"),
    "start": ("starter file", "起始文件"),
    "reread": ("reread verdict", "刷新结果"),
    "more hints": ("hint", "提示"),
    "reference": ("reference", "参考实现"),
    "scroll": ("scroll", "滚动"),
    "any key": ("Any key goes on.", "按任意键继续。"),
    "rate": ("rate", "评分"),
    # the summary
    "session over": ("Session over", "本次学习结束"),
    "answered": ("{cards} answers in {minutes}", "共作答 {cards} 次，用时 {minutes}"),
    "answered once": ("1 answer in {minutes}", "共作答 1 次，用时 {minutes}"),
    "recalled": ("{share} recalled", "记得 {share}"),
    "new cards": ("{count} new", "其中新卡 {count} 张"),
    "nothing answered": ("No card was answered.", "本次没有作答。"),
    "due next": ("Next due", "接下来"),
    "due later today": ("{count} later today", "今天稍后 {count} 张"),
    "due tomorrow": ("{count} tomorrow", "明天 {count} 张"),
    "due week": ("{count} within 7 days", "7 天内 {count} 张"),
    "all done": ("Nothing is due. Come back tomorrow.", "今天的复习已全部完成，明天再来。"),
    "next in": ("The next card comes in {wait}.", "下一张卡片 {wait}后到期。"),
    "rating": ("Rating", "评分"),
    "keys": ("Keys", "按键"),
    "other keys": ("other keys", "其他按键"),
}
"""Key -> English, Chinese."""


def say(key: str, language: Language, **values: object) -> str:
    """The phrase, filled in."""
    phrase = PHRASES[key][0 if language is EN else 1]
    return phrase.format(**values) if values else phrase


def spoken(display: Display) -> Language:
    """The language of the fixed words: English where both are shown."""
    return display.languages[0]


RATINGS = {Rating.AGAIN: "again", Rating.HARD: "hard", Rating.GOOD: "good", Rating.EASY: "easy"}

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_MONTH, _YEAR = 30.4375, 365.25
_UNITS = {"s": " 秒", "m": " 分钟", "h": " 小时", "d": " 天", "mo": " 个月", "y": " 年"}


def format_wait(wait: timedelta | float, language: Language = EN) -> str:
    """A wait in one unit, `<1m 10m 3h 7d 2.3mo 1.2y`; a plain number counts days."""
    seconds = wait.total_seconds() if isinstance(wait, timedelta) else wait * _DAY
    if seconds < _MINUTE:
        return "<1m" if language is EN else "不到 1 分钟"
    if round(seconds / _MINUTE) < 60:
        amount, unit = f"{seconds / _MINUTE:.0f}", "m"
    elif round(seconds / _HOUR) < 24:
        amount, unit = f"{seconds / _HOUR:.0f}", "h"
    elif round(days := seconds / _DAY) < 31:
        amount, unit = f"{days:.0f}", "d"
    elif days < _YEAR:
        amount, unit = f"{days / _MONTH:.1f}".removesuffix(".0"), "mo"
    else:
        amount, unit = f"{days / _YEAR:.1f}".removesuffix(".0"), "y"
    return amount + (unit if language is EN else _UNITS[unit])


def format_minutes(took: timedelta, language: Language = EN) -> str:
    """Time spent, in whole minutes and at least one."""
    minutes = max(1, round(took.total_seconds() / _MINUTE))
    return f"{minutes} min" if language is EN else f"{minutes} 分钟"
