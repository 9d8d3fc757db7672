float([1.0])
