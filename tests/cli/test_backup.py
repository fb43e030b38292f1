import json
import sqlite3
from contextlib import closing

from quizml.cli import context


def backups(home):
    return sorted((home / "backups").glob("quizml-*.db"))


def test_a_backup_is_made_listed_and_restored(quizml, home):
    made = quizml("backup")
    assert made.exit_code == 0, made.output
    (file,) = backups(home)
    assert str(file) in made.stdout
    assert file.name in quizml("backup", "list").stdout
    (row,) = json.loads(quizml("backup", "list", "--json").stdout)
    assert (row["file"], row["day"]) == (str(file), "2026-03-02")
    restored = quizml("backup", "restore", file.name)
    assert restored.exit_code == 0, restored.output
    assert f"Restored {file}" in restored.stdout
    assert len(backups(home)) == 2


def test_without_a_backup_there_is_nothing_to_restore(quizml, home):
    assert "No backups" in quizml("backup", "list").stdout
    result = quizml("backup", "restore")
    assert result.exit_code == 3
    assert "no backup that could be restored" in result.stderr
    assert not (home / "quizml.db").exists()
    assert quizml("backup", "restore", "nowhere.db").exit_code == 2


def test_a_store_in_use_is_not_replaced(quizml, home):
    quizml("backup")
    other = context.Context()
    other.store()
    result = quizml("backup", "restore")
    other.close()
    assert result.exit_code == 3
    assert "another quizml has it open" in result.stderr


def test_a_damaged_store_ends_every_command_with_one_line_until_it_is_restored(quizml, home):
    quizml("backup")
    (home / "quizml.db").write_bytes(b"garbage" * 1000)
    for command in (["log"], ["backup"], ["log", "--json"]):
        result = quizml(*command)
        assert result.exit_code == 3
        assert len(result.stderr.splitlines()) == 1
        assert "`quizml backup restore`" in result.stderr
    restored = quizml("backup", "restore")
    assert restored.exit_code == 0
    assert "damaged-2026-03-02" in restored.stdout
    assert quizml("log").exit_code == 0


def test_a_newer_store_is_refused_by_name(quizml, home):
    quizml("backup")
    with closing(sqlite3.connect(home / "quizml.db")) as db:
        db.execute("pragma user_version = 99")
    result = quizml("log")
    assert result.exit_code == 3
    assert "update quizml" in result.stderr
