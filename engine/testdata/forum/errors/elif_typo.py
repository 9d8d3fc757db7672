x = 1
if x == 0:
    y = 1
else if x == 1:
    y = 2
