max(1, None)
