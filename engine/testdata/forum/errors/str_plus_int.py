print("epoch " + 1)
