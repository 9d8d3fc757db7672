d = {"mse": 1.0}
d["mae"]
