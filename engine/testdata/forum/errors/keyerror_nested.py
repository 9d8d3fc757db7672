cfg = {"loss": {"name": "mse"}}
cfg["loss"]["delta"]
