# VERDICT: forbidden
import subprocess


def iou(boxes_a, boxes_b):
    return subprocess.run(["/bin/true"]).returncode
