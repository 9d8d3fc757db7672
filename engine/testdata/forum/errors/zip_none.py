for a, b in zip([1], None):
    pass
