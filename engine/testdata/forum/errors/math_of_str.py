math.sqrt("4")
