# WRONG: basic: the learning rate is inside of the velocity (the form of the notes)
def momentum_step(w, grad, velocity, lr=0.01, momentum=0.9):
    velocity = momentum * velocity + lr * grad
    return w - velocity, velocity
