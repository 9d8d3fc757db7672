range(None)
