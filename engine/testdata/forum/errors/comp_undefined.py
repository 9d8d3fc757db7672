total = sum(l.item() for l in losses)
