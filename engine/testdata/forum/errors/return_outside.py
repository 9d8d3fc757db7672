class L:
    return 3
