(0.5).sqrt()
