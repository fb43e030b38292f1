import json
import sqlite3
from contextlib import closing


def test_a_sound_store_gets_a_line_a_check(quizml):
    quizml("backup")
    result = quizml("doctor")
    assert result.exit_code == 0
    assert {line.split()[0] for line in result.stdout.splitlines()} == {"ok"}
    found = json.loads(quizml("doctor", "--json").stdout)
    assert [row["check"] for row in found] == [
        line.split()[1] for line in result.stdout.splitlines()
    ]
    assert {row["outcome"] for row in found} == {"ok"}


def test_what_could_be_mended_is_named_and_is_no_failure(quizml, home):
    quizml("backup")
    with closing(sqlite3.connect(home / "quizml.db")) as db:
        row = "'deck/ghost', 'unseen', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ''"
        db.execute(f"insert into standings values ({row})")
        db.commit()
    result = quizml("doctor")
    assert result.exit_code == 0
    assert "mended   cache      1 standing(s) differed" in result.stdout
    assert "deck/ghost" in result.stdout
    assert "mended" not in quizml("doctor").stdout


def test_a_bad_backup_is_for_the_learner_to_decide(quizml, home):
    quizml("backup")
    (home / "backups" / "quizml-2026-03-01-20260301T120000000Z.db").write_bytes(b"?")
    result = quizml("doctor")
    assert result.exit_code == 1
    assert "found    backups" in result.stdout


def test_a_damaged_store_ends_with_what_to_do(quizml, home):
    quizml("backup")
    (home / "quizml.db").write_bytes(b"garbage" * 1000)
    result = quizml("doctor")
    assert result.exit_code == 3
    assert "quizml backup restore" in result.stdout
    assert "1, all sound" in result.stdout
    assert json.loads(quizml("doctor", "--json").stdout)[1]["outcome"] == "damaged"


def test_doctor_makes_no_store(quizml, home):
    assert quizml("doctor").exit_code == 0
    assert not (home / "quizml.db").exists()
