print(f"{lossvalue:.3f}")
