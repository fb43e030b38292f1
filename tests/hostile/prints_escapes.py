# VERDICT: raised
# CLASS: forgery
# Prints and raises control sequences, markup and a right-to-left override.
print("\x1b[2J\x1b]0;owned\x07[bold]markup[/bold]\u202e")


def iou(boxes_a, boxes_b):
    raise ValueError("\x1b[31mred\x07 [red]x[/red] \u202e")
