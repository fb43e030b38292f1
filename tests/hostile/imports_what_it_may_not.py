# VERDICT: raised
# CLASS: reading
# Imports what is installed beside NumPy, by putting that folder on the path.
import os
import sys

import numpy as np

sys.path.append(os.path.dirname(os.path.dirname(np.__file__)))


def iou(boxes_a, boxes_b):
    import yaml

    return yaml
