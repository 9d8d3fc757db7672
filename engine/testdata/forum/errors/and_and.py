a = True
b = a && True
