# VERDICT: forbidden
# CLASS: system
# Changes to another folder, and writes, lists and reads there by short names.
import os


def iou(boxes_a, boxes_b):
    refused = None
    for folder in ("/", "/tmp", "/etc", "/dev/shm", ".."):
        os.chdir(folder)
        for deed in (lambda: open("left-behind", "w"), os.listdir, lambda: open("passwd")):
            try:
                return str(deed())
            except FileNotFoundError:
                continue
            except PermissionError as error:
                refused = error
    raise refused
