"""What just happened, in one line, in both languages."""

from quizml.model.text import Language

NOTES = {
    "unknown key": (
        "That key does nothing here; ? shows the keys.",
        "此处该键无效，按 ? 查看按键。",
    ),
    "rate it": ("How well did you know it? Press 1, 2, 3 or 4.", "记得怎么样？请按 1、2、3 或 4。"),
    "undone": ("Undone: {what}, {card}", "已撤销：{what}，{card}"),
    "nothing to undo": ("There is nothing to undo.", "没有可以撤销的操作。"),
    "suspend": ("Suspended: {card}", "已暂停：{card}"),
    "bury": ("Buried until tomorrow: {card}", "已搁置到明天：{card}"),
    "flag": ("Flagged.", "已标记。"),
    "unflag": ("The flag is off.", "已取消标记。"),
    "answered elsewhere": (
        "This card was answered in another session meanwhile; nothing was logged twice.",
        "这张卡片已在另一个会话中作答，不会重复记录。",
    ),
    "leech": (
        "{card} keeps being forgotten: reword it (e), or suspend it (s).",
        "{card} 屡次忘记：可以改写（e）或暂停（s）。",
    ),
    "starter": ("Starter file: {path}", "起始文件：{path}"),
    "no more hints": ("There are no more hints.", "没有更多提示了。"),
    "no hints": ("{card} has no hints.", "{card} 没有提示。"),
    "no hint needed": ("All cases passed: no hint is needed.", "已全部通过，不需要提示。"),
    "no card": ("No single card asks for {exercise}.", "没有唯一的卡片对应 {exercise}。"),
    "not graded": ("Nothing was graded yet.", "还没有评测结果。"),
    "not earned": (
        "The reference comes after a pass, or quizml reveal {exercise} --give-up.",
        "通过后才显示参考实现，也可运行 quizml reveal {exercise} --give-up 放弃。",
    ),
    "gone": ("{file} is not there; waiting for it.", "{file} 不存在，正在等待。"),
    "no verdict": (
        "No new verdict: run quizml grade in another window.",
        "没有新的评测结果：请在另一个窗口运行 quizml grade。",
    ),
    "graded": ("Taken from quizml grade: {card}", "已采用 quizml grade 的结果：{card}"),
    "edited": ("The deck is saved; the progress stays.", "牌组已保存，进度不变。"),
    "empty": (
        "Type a number, or press Enter alone to see the answer.",
        "请输入数字；直接回车可看答案。",
    ),
    "not-a-number": (
        "That is not a number; write it like 0.25, 1/4, 25% or 2.5e-1.",
        "无法识别为数字，请写成 0.25、1/4、25% 或 2.5e-1 的形式。",
    ),
    "decimal-comma": ("Write a point, not a comma: 0.5.", "小数请用点而不是逗号：0.5。"),
    "grouping": (
        "Separators stand before every three digits (1,000,000), or not at all.",
        "千位分隔符须每三位一个（1,000,000），或者不写。",
    ),
    "division-by-zero": ("That divides by zero.", "除数为零。"),
    "too-large": ("That number is too large to read.", "数字太大，无法读取。"),
}
"""Key -> English, Chinese."""

ACTS = {
    "again": ("Again", "重来"),
    "hard": ("Hard", "困难"),
    "good": ("Good", "良好"),
    "easy": ("Easy", "简单"),
    "suspend": ("suspending", "暂停"),
    "unsuspend": ("resuming", "恢复"),
    "bury": ("burying", "搁置"),
    "flag": ("flagging", "标记"),
    "unflag": ("unflagging", "取消标记"),
}
"""What can be undone."""


def note(key: str, language: Language, **values: object) -> str:
    """The note, filled in."""
    return _in(NOTES[key], language).format(**values)


def act(name: str, language: Language) -> str:
    """What was done, as a word."""
    return _in(ACTS[name], language)


def _in(pair: tuple[str, str], language: Language) -> str:
    return pair[1] if language is Language.ZH else pair[0]
