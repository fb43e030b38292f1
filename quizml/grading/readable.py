"""What the child may read: the interpreter, its libraries and the allowed packages."""

from __future__ import annotations

import sys
import sysconfig
from functools import cache
from pathlib import Path

SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache")
OURS = Path(__file__).resolve().parent.parent


@cache
def readable_paths(packages: tuple[Path, ...]) -> tuple[str, ...]:
    """Folders and files, none of which holds quizml itself: Landlock can allow, never except."""
    roots = [Path(path) for path in SYSTEM]
    roots += [Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib")]
    roots += [Path(sys.base_prefix) / sys.platlibdir]
    roots += packages
    found = {path.resolve() for path in roots if path.exists()}
    outer = [path for path in found if not any(other in path.parents for other in found)]
    return tuple(str(path) for root in sorted(outer) for path in around(root, OURS))


def around(root: Path, hidden: Path) -> list[Path]:
    """`root`, or if `hidden` lies in it, everything beside the way there."""
    if root == hidden:
        return []
    if root not in hidden.parents:
        return [root]
    entries = [entry for entry in sorted(root.iterdir()) if not entry.is_symlink()]
    return [path for entry in entries for path in around(entry, hidden)]
