x = “mean”
