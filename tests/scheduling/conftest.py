"""What the scheduling tests share."""

import pytest

from quizml.scheduling.scheduler import Scheduler


@pytest.fixture(scope="session")
def scheduler() -> Scheduler:
    """With default policy."""
    return Scheduler()
