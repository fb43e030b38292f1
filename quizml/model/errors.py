"""One family of errors: whatever is raised on purpose ends as one line, at one door."""


class QuizmlError(Exception):
    """Something the learner has to know; the message says what, where, and what to do."""

    exit_code = 2


class BadInput(QuizmlError):
    """Bad usage, or a file that is not what it should be."""


class CheckFailed(QuizmlError):
    """A check found faults, or a submission did not pass."""

    exit_code = 1


class Fault(QuizmlError):
    """Our own fault, or the machine's: the store is damaged, the sandbox could not start."""

    exit_code = 3
