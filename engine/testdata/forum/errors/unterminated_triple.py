def f(x):
    """Docs
    return x
