# VERDICT: forbidden
# CLASS: system
# Makes files, links, folders, pipes and devices, and removes and renames what is there.
import os
import sqlite3
import stat

LEFT = "left-behind"


def iou(boxes_a, boxes_b):
    for folder in (".", "..", "../..", "/tmp", "/dev/shm", os.path.expanduser("~"), "/"):
        path = os.path.join(folder, LEFT)
        deeds = (
            lambda: os.mkdir(path),
            lambda: os.symlink("/etc/passwd", path),
            lambda: os.link(os.__file__, path),
            lambda: os.mkfifo(path),
            lambda: os.mknod(path, stat.S_IFREG | 0o600),
            lambda: os.mknod(path, stat.S_IFBLK | 0o600, os.makedev(8, 0)),
            lambda: os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY)),
            lambda: os.close(os.open(folder, os.O_TMPFILE | os.O_WRONLY)),
            lambda: os.rename("../canary", path),
            lambda: os.unlink("../canary"),
            lambda: os.rmdir("../empty"),
        )
        for place, deed in enumerate(deeds):
            try:
                deed()
            except (PermissionError, FileNotFoundError):
                continue
            except OSError as error:  # a link to another file system would be refused anyway
                if place in (2, 8) and error.errno == 18:
                    continue
                raise
            return f"{place} in {folder}"
    try:
        sqlite3.connect(LEFT).execute("create table left (behind)")
    except sqlite3.OperationalError as error:
        raise PermissionError("nothing can be made or removed") from error
