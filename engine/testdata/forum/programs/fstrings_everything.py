import torch
loss = torch.tensor(0.123456789)
v = 3.14159
name = "huber"
epoch, total = 3, 20
d = {"mse": 0.5, 'mae': 1.25}
print(f"[{epoch:>3}/{total}] {name!r:<10}| {loss:.4f} | {loss.item():10.3e} | {v:+.2f} | {100 * epoch / total:.1f}%")
print(f"{d['mse']:.2f} {d!r} {'yes' if v > 3 else 'no'} {{literal}} {v:{8}.{3}}")
width = 12
print(f"{name:^{width}}|{name.upper():*>{width}}|{epoch:04d}|{1234567:,}|{0.000012345:g}|{1e20:g}|{5:b}")
print(f"{torch.tensor([1.0, 2.0])} {torch.tensor(3):d} {torch.tensor(2.0)}")
print(f'{loss=} {v=:.2f} {epoch!s}')
print("{:.3f} {:>8} {!r}".format(loss, 'a', 'b'), "{k:.1f}".format(k=v), "{0[mse]} {1.shape}".format(d, loss))
print("%s %r %d %5.2f %e %g %i%% %-5s|" % (name, name, 3.9, v, v, v, 50, "ab"))
print("epoch %d loss %f" % (epoch, loss))
print("-" * 20, "=" * 3, sep="\n")
print("a", "b", sep="", end="!\n")
print(*[1, 2, 3], sep=", ")
print()
print("multi"
      " line", r"raw\n", 'tab\tx', "uni\u00e9", '\x41')
print("""triple
  quoted""")
