"""Reading a submission's text as Python, which says nothing on the screen."""

import ast
import warnings


def parsed(text: str) -> ast.Module:
    """The tree of `text`. From Python 3.12 on the parser warns, and shows the submission's line."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)
