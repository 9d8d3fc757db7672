loss = None
print(f"loss {loss:.4f}")
