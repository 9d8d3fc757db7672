import argparse
p = argparse.ArgumentParser(description="x")
p.add_argument("--lr", type=float, default=1e-3, help="h")
p.add_argument("-b", "--batch-size", type=int, default=8)
p.add_argument("--cuda", action="store_true")
p.add_argument("--sizes", nargs="+", type=int, default=[1, 2])
args = p.parse_args(["--lr", "0.5", "--cuda", "--sizes", "3", "4"])
print(args, args.lr, args.batch_size, vars(args))
args, rest = p.parse_known_args([])
print(args, rest)
args.extra = 3
print(hasattr(args, 'extra'), args)
