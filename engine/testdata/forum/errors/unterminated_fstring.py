v = 1
print(f"loss {v")
