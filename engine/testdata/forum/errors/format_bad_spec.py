print(f"{1.5:.2q}")
