n = 3
n.item()
