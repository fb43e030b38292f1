# VERDICT: forbidden
def iou(boxes_a, boxes_b):
    with open("left-behind.txt", "w") as file:
        file.write("I was here")
