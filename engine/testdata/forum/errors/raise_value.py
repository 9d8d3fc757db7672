raise ValueError("weights must sum to 1")
