# VERDICT: forbidden
# CLASS: reading
# Opens folders as mere places (O_PATH) and reads from there, or after changing to them.
import os


def iou(boxes_a, boxes_b):
    refused = None
    for folder in ("/", "/etc", "..", "../.."):
        place = os.open(folder, os.O_PATH)
        for name in ("etc/passwd", "passwd", "canary", "canary.txt"):
            try:
                print(os.read(os.open(name, os.O_RDONLY, dir_fd=place), 100))
                return None
            except FileNotFoundError:
                continue
            except PermissionError as error:
                refused = error
        os.close(place)
    os.chdir("/")
    try:
        print(os.listdir())
    except PermissionError:
        raise refused
