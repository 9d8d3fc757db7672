x = None
x.item()
