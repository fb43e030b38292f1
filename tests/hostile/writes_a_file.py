# VERDICT: forbidden
# CLASS: system
# Leaves a file where it stands.
def iou(boxes_a, boxes_b):
    with open("left-behind.txt", "w") as file:
        file.write("I was here")
