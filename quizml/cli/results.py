"""Reports for other programs: our own JSON, JUnit's XML, Gradescope's results.json."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from quizml.cli.work import level
from quizml.grading.escape import escaped
from quizml.model.verdicts import Report, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from xml.etree.ElementTree import Element

    from quizml.cli.work import Trouble, Work

SEVERITY = list(Verdict)
LONGEST = 20_000
"""Characters of one text in a results file."""
_STEERING = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def _json(plain: Any) -> str:
    r"""As JSON; whatever could steer a terminal is written as \uXXXX."""
    text = json.dumps(plain, ensure_ascii=False, indent=2)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def as_json(work: Work) -> str:
    """The object of `grade --json`."""
    verdicts = [report.verdict for report in work.reports]
    return _json(
        {
            "verdict": min(verdicts, key=SEVERITY.index, default=Verdict.MISSING),
            "sandbox": level(work.reports),
            "results": [_result(report) for report in work.reports],
        }
    )


def _result(report: Report) -> dict[str, Any]:
    failure = report.failure
    names = ("exercise", "function", "verdict", "passed", "total")
    times = {n: round(getattr(report, n), 6) for n in ("seconds", "reference_seconds")}
    return {
        "file": report.file,
        "card": report.card or None,
        **{name: getattr(report, name) for name in names},
        **times,
        "failure": failure
        and {
            "case": failure.case,
            "category": failure.category,
            "message": failure.message + (f" ({failure.cause})" if failure.cause else ""),
            "inputs": failure.inputs,
            "expected": failure.expected,
            "got": failure.got,
        },
    }


def told_of(report: Report) -> str:
    """What went wrong, as plain text; how many cases passed, if nothing did."""
    failure = report.failure
    if failure is None:
        return f"all {report.total} cases passed"
    said = [failure.message, f"case: {failure.case} ({failure.category})"]
    labelled = {
        "inputs": failure.inputs,
        "expected": failure.expected,
        "got": failure.got,
        "likely cause": failure.cause,
        "printed": failure.output.rstrip(),
    }
    said += [f"{label}:{_below(text)}" for label, text in labelled.items() if text]
    said.append(f"{report.passed} of {report.total} cases passed")
    return _safe("\n".join(said))


def _below(text: str) -> str:
    return f" {text}" if "\n" not in text else "\n  " + text.replace("\n", "\n  ")


def _safe(text: str) -> str:
    """Without anything that steers a terminal, or that XML does not allow."""
    return escaped(text, LONGEST)


# JUnit


def junit(work: Work, at: datetime) -> str:
    """A suite for each file and a case for each function, as Jenkins and GitLab read it."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - seldom wanted

    root = ET.Element("testsuites", {"name": "quizml"})
    for file in _files(work):
        _suite(root, file, work, at)
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    root.set("time", f"{sum(float(suite.get('time', '0')) for suite in root):.3f}")
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _files(work: Work) -> list[str]:
    """Each file once, in the order in which it was told."""
    things: Sequence[Report | Trouble] = [*work.reports, *work.troubles]
    return sorted(dict.fromkeys(thing.file for thing in things))


def _suite(root: Element, file: str, work: Work, at: datetime) -> None:
    from xml.etree.ElementTree import SubElement  # noqa: PLC0415 - loaded by now

    reports = [report for report in work.reports if report.file == file]
    troubles = [trouble for trouble in work.troubles if trouble.file == file]
    suite = SubElement(root, "testsuite", {"name": _safe(file)})
    counts = {
        "tests": len(reports) + len(troubles),
        "failures": sum(report.failure is not None for report in reports),
        "errors": len(troubles),
        "skipped": 0,
    }
    for key, count in counts.items():
        suite.set(key, str(count))
    suite.set("time", f"{sum(report.seconds for report in reports):.3f}")
    suite.set("timestamp", at.strftime("%Y-%m-%dT%H:%M:%S"))
    shared = {"classname": re.sub(r"[/\\]+", ".", _safe(file).removesuffix(".py")).lstrip(".")}
    for report in reports:
        times = {"time": f"{report.seconds:.3f}"}
        case = SubElement(suite, "testcase", {"name": report.function} | shared | times)
        if report.failure:
            kind = {"type": str(report.verdict), "message": _safe(_line(report.failure.message))}
            SubElement(case, "failure", kind).text = told_of(report)
        if report.output:
            SubElement(case, "system-out").text = _safe(report.output)
    for trouble in troubles:
        name = trouble.exercise or "reading the file"
        case = SubElement(suite, "testcase", {"name": name} | shared | {"time": "0.000"})
        kind = {"type": "fault" if trouble.ours else "unreadable"}
        message = {"message": _safe(_line(trouble.what))}
        SubElement(case, "error", kind | message).text = _safe(trouble.what)


def _line(text: str) -> str:
    return text.partition("\n")[0]


# Gradescope


def gradescope(work: Work) -> str:
    """Gradescope's results.json: one point for each function, or the share of cases it passed."""
    tests = [_marked(report) for report in work.reports]
    tests += [
        {
            "name": _safe(": ".join(filter(None, (trouble.file, trouble.exercise)))),
            "score": 0.0,
            "max_score": 1.0,
            "status": "failed",
            "output": _safe(trouble.what),
            "visibility": "visible",
        }
        for trouble in work.troubles
    ]
    seconds = sum(report.seconds for report in work.reports)
    passed = sum(report.verdict is Verdict.PASSED for report in work.reports)
    told = {
        "execution_time": round(seconds, 3),
        "output": f"{passed} of {len(tests)} passed",
        "visibility": "visible",
        "tests": tests,
    }
    return _json(told) + "\n"


def _marked(report: Report) -> dict[str, Any]:
    share = report.passed / report.total if report.total else 0.0
    cheated = report.verdict is Verdict.FORBIDDEN
    passed = report.verdict is Verdict.PASSED
    return {
        "name": _safe(f"{report.file}: {report.function}"),
        "score": 1.0 if passed else 0.0 if cheated else round(min(share, 0.99), 4),
        "max_score": 1.0,
        "status": "passed" if passed else "failed",
        "output": told_of(report),
        "visibility": "visible",
    }
