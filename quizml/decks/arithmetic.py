"""Arithmetic from a deck, evaluated safely: a whitelist of Python's syntax, and nothing grows.

Each expression is turned once into nested functions; every intermediate value is a bool, a finite
float, or an int of at most 1024 bits, so `9**9**9` is an error and not a wait.
"""

import ast
import math
import operator
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

Value = int | float
Scope = Mapping[str, Value]
Step = Callable[[Scope], Value]

LONGEST = 500
DEEPEST = 40
MOST_BITS = 1024

CONSTANTS: dict[str, Value] = {"pi": math.pi, "e": math.e, "true": True, "false": False}


def _round(value: Value, digits: Value = 0) -> Value:
    if not isinstance(digits, int) or abs(digits) > 20:
        raise ValueError("round() takes whole digits from -20 to 20")
    return round(value, digits) if digits else round(value)


FUNCTIONS: dict[str, tuple[Callable[..., Value], int, int]] = {
    "abs": (abs, 1, 1),
    "min": (min, 2, 20),
    "max": (max, 2, 20),
    "floor": (math.floor, 1, 1),
    "ceil": (math.ceil, 1, 1),
    "round": (_round, 1, 2),
    "sqrt": (math.sqrt, 1, 1),
    "exp": (math.exp, 1, 1),
    "log": (math.log, 1, 2),
    "log2": (math.log2, 1, 1),
    "log10": (math.log10, 1, 1),
    "sin": (math.sin, 1, 1),
    "cos": (math.cos, 1, 1),
    "tanh": (math.tanh, 1, 1),
}
"""Name: function, fewest and most arguments."""

RESERVED = frozenset(FUNCTIONS) | {"answer", "true", "false"}
"""Names a variable cannot have."""


class ExpressionError(ValueError):
    """What is wrong with an expression, and at which of its characters."""

    def __init__(self, message: str, hint: str = "", offset: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.offset = message, hint, offset


def _power(base: Value, exponent: Value) -> Value:
    bits = abs(base).bit_length() if isinstance(base, int) else 0
    if isinstance(exponent, int) and bits * exponent > 2 * MOST_BITS:
        raise OverflowError
    result = base**exponent
    if isinstance(result, complex):
        raise ValueError("a negative number has no such root")
    return result


BINARY: dict[type[ast.operator], Callable[[Value, Value], Value]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: _power,
}
UNARY: dict[type[ast.unaryop], Callable[[Value], Value]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Not: operator.not_,
}
COMPARISONS: dict[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression, ready to be evaluated."""

    source: str
    names: Mapping[str, int]
    """The variables it needs, and where each first stands."""
    run: Step

    def evaluate(self, scope: Scope) -> Value:
        """Its value; raises ExpressionError where there is none, or none that is finite."""
        try:
            return self.run(scope)
        except ZeroDivisionError:
            raise ExpressionError(f"{self.source!r} divides by zero") from None
        except OverflowError:
            raise ExpressionError(f"{self.source!r} is too large") from None
        except ExpressionError:
            raise
        except (ValueError, ArithmeticError, TypeError) as error:
            raise ExpressionError(f"{self.source!r} has no value: {error}") from None


@lru_cache(maxsize=2048)
def expression(source: str) -> Expression:
    """The expression that `source` writes; raises ExpressionError where it is not arithmetic."""
    text = source.strip().replace("\n", " ")
    if len(text) > LONGEST:
        raise ExpressionError(f"an expression of more than {LONGEST} characters")
    if not text.isascii():
        at = next(i for i, c in enumerate(text) if not c.isascii())
        raise ExpressionError(f"{text[at]!r} is not arithmetic", offset=at)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = ast.parse(text, mode="eval")
    except SyntaxError as error:
        at = max((error.offset or 1) - 1, 0) if error.lineno == 1 else 0
        raise ExpressionError(f"{text!r} is not arithmetic", offset=at) from None
    except (ValueError, MemoryError, RecursionError, Warning):
        raise ExpressionError(f"{text!r} is not arithmetic") from None
    names: dict[str, int] = {}
    run = _step(tree.body, names, 0)
    return Expression(text, names, run)


def _at(node: ast.AST) -> int:
    return getattr(node, "col_offset", 0)


def _step(node: ast.expr, names: dict[str, int], depth: int) -> Step:
    if depth > DEEPEST:
        raise ExpressionError("an expression nested too deep")
    match node:
        case ast.Constant(value=bool() | int() | float() as value):
            constant = _bounded(value)
            return lambda _: constant
        case ast.Name(id=name):
            names.setdefault(name, _at(node))
            return _constant(name) if name in CONSTANTS else operator.itemgetter(name)
        case _:
            return _operation(node, lambda child: _step(child, names, depth + 1))


def _constant(name: str) -> Step:
    """A constant, unless a variable is called so."""
    known = CONSTANTS[name]
    return lambda scope: scope[name] if name in scope else known  # noqa: SIM401 - get() derives nothing


def _operation(node: ast.expr, inner: Callable[[ast.expr], Step]) -> Step:
    match node:
        case ast.BinOp(op=op) if type(op) in BINARY:
            return _applied(BINARY[type(op)], inner(node.left), inner(node.right))
        case ast.UnaryOp(op=op) if type(op) in UNARY:
            return _applied(UNARY[type(op)], inner(node.operand))
        case ast.BoolOp():
            return _connected(isinstance(node.op, ast.And), list(map(inner, node.values)))
        case ast.Compare() if all(type(op) in COMPARISONS for op in node.ops):
            compare = [COMPARISONS[type(op)] for op in node.ops]
            return _compared(compare, list(map(inner, [node.left, *node.comparators])))
        case ast.IfExp():
            test, then, other = inner(node.test), inner(node.body), inner(node.orelse)
            return lambda scope: then(scope) if test(scope) else other(scope)
        case ast.Call(func=ast.Name(id=name), keywords=[]) if name in FUNCTIONS:
            return _called(node, name, list(map(inner, node.args)))
        case _:
            raise _refused(node)


def _refused(node: ast.expr) -> ExpressionError:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name not in FUNCTIONS:
            from quizml.decks.problems import near  # noqa: PLC0415 - only on the way to an error

            hint = near(name, FUNCTIONS) or f"there are {', '.join(FUNCTIONS)}"
            return ExpressionError(f"unknown function {name!r}", hint, _at(node))
        case ast.BinOp(op=ast.BitXor()):
            return ExpressionError("'^' is not a power", "write **", _at(node))
        case _:
            source = ast.unparse(node)
            message = f"{source!r} is not arithmetic"
            return ExpressionError(message, "numbers, names, operators and functions", _at(node))


def _bounded(value: Value) -> Value:
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ExpressionError("a value that is not finite")
    elif value.bit_length() > MOST_BITS:
        raise ExpressionError("a whole number that is too large")
    return value


def _applied(function: Callable[..., Value], *arguments: Step) -> Step:
    if len(arguments) == 1:
        (only,) = arguments
        return lambda scope: _bounded(function(only(scope)))
    left, right = arguments
    return lambda scope: _bounded(function(left(scope), right(scope)))


def _connected(both: bool, parts: list[Step]) -> Step:
    def run(scope: Scope) -> Value:
        value: Value = both
        for part in parts:
            value = part(scope)
            if bool(value) is not both:
                break
        return value

    return run


def _compared(compare: list[Callable[[Value, Value], bool]], parts: list[Step]) -> Step:
    def run(scope: Scope) -> bool:
        left = parts[0](scope)
        for holds, part in zip(compare, parts[1:], strict=True):
            right = part(scope)
            if not holds(left, right):
                return False
            left = right
        return True

    return run


def _called(node: ast.Call, name: str, arguments: list[Step]) -> Step:
    function, fewest, most = FUNCTIONS[name]
    if not fewest <= len(arguments) <= most or any(isinstance(a, ast.Starred) for a in node.args):
        takes = f"{fewest}" if fewest == most else f"{fewest} to {most}"
        raise ExpressionError(f"{name}() takes {takes} arguments", offset=_at(node))
    return lambda scope: _bounded(function(*(argument(scope) for argument in arguments)))


IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def is_name(word: str) -> bool:
    """Whether a variable may be called so."""
    from keyword import iskeyword  # noqa: PLC0415 - only when a deck is parsed

    return bool(IDENTIFIER.fullmatch(word)) and not iskeyword(word) and word not in RESERVED
