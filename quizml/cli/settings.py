"""Settings: a TOML file, overridden by the environment; each value knows where it came from."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from quizml.model.errors import BadInput
from quizml.model.text import Display

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
THEMES = ("auto", "dark", "light")


def _number(low: float, high: float) -> Callable[[object], float]:
    def parse(value: object) -> float:
        if isinstance(value, str):
            value = float(value) if re.fullmatch(r"[0-9.]+", value) else value
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"a number from {low:g} to {high:g}")
        if not low <= value <= high:
            raise ValueError(f"from {low:g} to {high:g}")
        return float(value)

    return parse


def _count(low: int, high: int) -> Callable[[object], int]:
    def parse(value: object) -> int:
        if isinstance(value, str) and value.isdecimal():
            value = int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"a whole number from {low} to {high}")
        return value

    return parse


def _time(value: object) -> time:
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value):
        raise ValueError('a time of day such as "04:00"')
    hour, minute = value.split(":")
    return time(int(hour), int(minute))


def _steps(value: object) -> tuple[timedelta, ...]:
    parts = value.replace(",", " ").split() if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        raise ValueError('a list of waits such as ["1m", "10m"]')
    return tuple(_wait(part) for part in parts)


def _wait(value: object) -> timedelta:
    found = re.fullmatch(r"(\d+)\s*([smhd])", value) if isinstance(value, str) else None
    if not found or int(found[1]) == 0:
        raise ValueError('a list of waits such as ["1m", "10m"]')
    return timedelta(seconds=int(found[1]) * UNITS[found[2]])


def _display(value: object) -> Display:
    if value not in tuple(Display):
        raise ValueError('"en", "zh" or "both"')
    return Display(str(value))


def _theme(value: object) -> str:
    if value not in THEMES:
        raise ValueError('"auto", "dark" or "light"')
    return str(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text in quotes")
    return value


def _weights(value: object) -> tuple[float, ...]:
    parts = value.replace(",", " ").split() if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or len(parts) not in (0, 21):
        raise ValueError("21 numbers, or none for the defaults of FSRS-6")
    try:
        return tuple(float(part) for part in parts)
    except (TypeError, ValueError):
        raise ValueError("21 numbers, or none for the defaults of FSRS-6") from None


def _is(parse: Callable[[object], Any], about: str) -> Mapping[str, Any]:
    return {"parse": parse, "about": about}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner can set; the defaults are what a newcomer needs."""

    language: Display = field(default=Display.EN, metadata=_is(_display, "cards in en, zh or both"))
    theme: str = field(default="auto", metadata=_is(_theme, "colours for a dark or light terminal"))
    rollover: time = field(default=time(4), metadata=_is(_time, "when a study day begins"))
    retention: float = field(
        default=0.9, metadata=_is(_number(0.7, 0.99), "chance of recall when a card comes due")
    )
    new_per_day: int = field(default=10, metadata=_is(_count(0, 9999), "new cards a day"))
    reviews_per_day: int = field(default=200, metadata=_is(_count(0, 9999), "reviews a day"))
    learning_steps: tuple[timedelta, ...] = field(
        default=(timedelta(minutes=1), timedelta(minutes=10)),
        metadata=_is(_steps, "waits before a new card graduates"),
    )
    relearning_steps: tuple[timedelta, ...] = field(
        default=(timedelta(minutes=10),), metadata=_is(_steps, "waits after a lapse")
    )
    maximum_days: int = field(
        default=36500, metadata=_is(_count(1, 36500), "longest interval in days")
    )
    leech_lapses: int = field(
        default=8, metadata=_is(_count(1, 99), "lapses that make a card a leech")
    )
    weights: tuple[float, ...] = field(
        default=(), metadata=_is(_weights, "FSRS-6 parameters; empty for the defaults")
    )
    editor: str = field(default="", metadata=_is(_text, "overrides $VISUAL and $EDITOR"))
    origins: Mapping[str, str] = field(default_factory=dict)


NAMES = tuple(f.name for f in fields(Settings) if f.name != "origins")
ABOUT = {f.name: str(f.metadata["about"]) for f in fields(Settings) if f.name != "origins"}


def parse(name: str, value: object, origin: str) -> Any:
    """The value of one setting, or one line about what is wrong with it and where it stands."""
    if name not in NAMES:
        raise BadInput(f"{origin}: no setting is called {name!r}{_near(name)}")
    parser = next(f.metadata["parse"] for f in fields(Settings) if f.name == name)
    try:
        return parser(value)
    except ValueError as wanted:
        raise BadInput(f"{origin}: {name} = {value!r} should be {wanted}") from None


def load(path: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Defaults, then the file, then `QUIZML_<NAME>`."""
    env = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    origins = dict.fromkeys(NAMES, "default")
    if _speaks_chinese(env):
        values["language"], origins["language"] = Display.ZH, "default of this locale"
    for name, value in _read(path).items():
        values[name], origins[name] = parse(name, value, str(path)), str(path)
    for name in NAMES:
        variable = f"QUIZML_{name.upper()}"
        if env.get(variable):
            values[name], origins[name] = parse(name, env[variable], variable), f"${variable}"
    return Settings(**values, origins=origins)


def spelled(value: object) -> str | int | float | list[str] | list[float]:
    """A value as it is written in TOML."""
    match value:
        case time():
            return value.strftime("%H:%M")
        case tuple():
            return [_spelled_part(part) for part in value]  # type: ignore[return-value]
        case Display():
            return value.value
        case str() | int() | float():
            return value
        case _:
            raise TypeError(value)


def _spelled_part(part: object) -> str | float:
    if isinstance(part, timedelta):
        seconds = int(part.total_seconds())
        unit = next(u for u in ("d", "h", "m", "s") if seconds % UNITS[u] == 0)
        return f"{seconds // UNITS[unit]}{unit}"
    assert isinstance(part, float)  # noqa: S101 - the other tuple is the weights
    return part


def _read(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    import tomllib  # noqa: PLC0415 - most learners change nothing

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: {error}; mend it, or delete it to go back to defaults") from None
    except OSError as error:
        raise BadInput(f"{path}: cannot be read: {error.strerror}") from None


def _speaks_chinese(env: Mapping[str, str]) -> bool:
    locale = next((env[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(name)), "")
    return locale.lower().startswith("zh")


def _near(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    near = get_close_matches(name, NAMES, 1)
    return f" (did you mean {near[0]!r}?)" if near else f"; they are {', '.join(NAMES)}"
