# VERDICT: forbidden
# CLASS: system
# Runs another program.
import subprocess


def iou(boxes_a, boxes_b):
    return subprocess.run(["/bin/true"]).returncode
