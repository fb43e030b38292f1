"""When somebody began to write: kept, and no part of the log."""

from datetime import UTC, datetime, timedelta

import storefakes

from quizml.model.heads import CardId

NMS, IOU = CardId("boxes/nms"), CardId("boxes/iou")
NOW = datetime(2026, 3, 2, 13, tzinfo=UTC)


def test_a_start_is_kept_until_the_next_one(store, path):
    assert store.begun(NMS) is None
    store.begin(NMS, NOW)
    store.begin(NMS, NOW + timedelta(minutes=5))
    store.close()
    with storefakes.opened(path) as again:
        assert again.begun(NMS) == NOW + timedelta(minutes=5)
        assert again.begun(IOU) is None


def test_the_log_is_not_told(store):
    before = store.standing(NMS)
    store.begin(NMS, NOW)
    assert store.standing(NMS) == before
    assert store.standings() == {}
    assert list(store.log()) == []
    assert {str(finding.outcome) for finding in store.check()} == {"ok"}
    assert not store.backup_due(NOW.toordinal())
