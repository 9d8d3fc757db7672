"{:.2f}".format("a")
