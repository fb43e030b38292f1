"""What is said, in two languages."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages a card can be read in."""

    EN = "en"
    ZH = "zh"


class Display(StrEnum):
    """What a session shows: one language, or one under the other."""

    EN = "en"
    ZH = "zh"
    BOTH = "both"

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages shown, in order."""
        return tuple(Language) if self is Display.BOTH else (Language(self.value),)


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown in one or two languages; empty where a language is missing."""

    en: str = ""
    zh: str = ""

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)

    def said(self, language: Language) -> str:
        """The text in `language`, or in the other one where this one is missing."""
        return (self.zh or self.en) if language is Language.ZH else (self.en or self.zh)

    def versions(self, display: Display) -> tuple[str, ...]:
        """What to show, without saying the same twice."""
        return tuple(dict.fromkeys(self.said(language) for language in display.languages))


NOTHING = Text()
