print(f"{[1.0]:.2f}")
