class LossError(Exception):
    pass
raise LossError("diverged", 3)
