def t(name, f):
    try:
        r = f()
        print(name, "ok", r if not isinstance(r, torch.Tensor) else r.detach().tolist())
    except Exception as e:
        print(name, type(e).__name__, str(e).split("\n")[0])
def base():
    return torch.arange(12.0).reshape(3, 4).requires_grad_() * 1
def chunk():
    a, b = base().chunk(2, 1); a += 1
def chunk_mul():
    a, b = base().chunk(2, 1); b.mul_(2)
def split():
    a, b = base().split(2, 1); a[0] = 0
def split_sizes():
    a, b = base().split([1, 3], 1); b.zero_()
def unbind():
    a, b, c = base().unbind(0); b += 1
def rows():
    for r in base(): r += 1
def unpack():
    a, b, c = base(); a *= 2
def tensor_split():
    a, b = base().tensor_split(2, 1); a += 1
def hsplit():
    a, b = base().hsplit(2); a += 1
def vsplit():
    a, b, c = base().vsplit(3); a += 1
def view_of_chunk():
    a, b = base().chunk(2, 1); a[0] += 1
def view_of_chunk2():
    a, b = base().chunk(2, 1); c = a.t(); c += 1
def view_of_unbind():
    a, b, c = base().unbind(0); d = a[1:]; d.mul_(3)
def nograd_base():
    x = torch.arange(12.0).reshape(3, 4); a, b = x.chunk(2, 1); a += 1; return x
def nograd_mode():
    x = base()
    with torch.no_grad():
        a, b = x.chunk(2, 1); a += 1
    return x
def nograd_made():
    x = base()
    with torch.no_grad():
        a, b = x.chunk(2, 1)
    a += 1
def nograd_select():
    x = base()
    with torch.no_grad():
        a = x[0]
    a += 1
def nograd_view():
    x = base()
    with torch.no_grad():
        a = x.view(-1)
    a += 1
def value_requires():
    x = torch.arange(12.0).reshape(3, 4); a, b = x.chunk(2, 1); a += torch.ones(3, 2, requires_grad=True)
def detach_base():
    a, b = base().detach().chunk(2, 1); a += 1; return a
def expanded():
    x = torch.ones(1, 3).expand(2, 3); x += 1
def expanded_grad():
    x = (torch.ones(1, 3, requires_grad=True) * 1).expand(2, 3); x += 1
def expanded_mul():
    x = torch.ones(3).expand(2, 3); x.mul_(2)
def expanded_set():
    x = torch.ones(1, 3).expand(2, 3); x[0] = 5; return x
def expanded_set2():
    x = torch.ones(1, 3).expand(2, 3); x[:] = 5; return x
def expanded_fill():
    x = torch.ones(1, 3).expand(2, 3); x.fill_(2); return x
def expanded_zero():
    x = torch.ones(1, 3).expand(2, 3); x.zero_(); return x
def expanded_copy():
    x = torch.ones(1, 3).expand(2, 3); x.copy_(torch.zeros(2, 3)); return x
def expanded_clamp():
    x = torch.ones(1, 3).expand(2, 3); x.clamp_(0, 0.5); return x
def expanded_masked():
    x = torch.ones(1, 3).expand(2, 3); x.masked_fill_(torch.tensor([True, False, True]), 0.); return x
def expanded_masked_set():
    x = torch.ones(1, 3).expand(2, 3); x[x > 0] = 0.; return x
def expanded_scatter():
    x = torch.ones(1, 3).expand(2, 3); x.scatter_(1, torch.zeros(2, 1, dtype=torch.long), 7.); return x
def expanded_index_add():
    x = torch.ones(1, 3).expand(2, 3); x.index_add_(0, torch.tensor([0]), torch.ones(1, 3)); return x
def broadcast_to():
    x = torch.broadcast_to(torch.ones(3), (2, 3)); x += 1
def expand_as():
    x = torch.ones(3).expand_as(torch.ones(2, 3)); x -= 1
def expanded_other():
    x = torch.ones(2, 3); x += torch.ones(1, 3).expand(2, 3); return x
def expanded_one():
    x = torch.ones(1, 3).expand(1, 3); x += 1; return x
def unfolded():
    x = torch.arange(5.).unfold(0, 3, 1); x += 1
def leaf_row():
    x = torch.ones(2, 3, requires_grad=True); x[0] += 1
def leaf_rows():
    x = torch.ones(2, 3, requires_grad=True)
    for r in x: r += 1
def leaf_chunk():
    x = torch.ones(2, 4, requires_grad=True); a, b = x.chunk(2, 1); a += 1
def leaf_view():
    x = torch.ones(2, 3, requires_grad=True); x.view(-1)[0] = 1
def leaf_index():
    x = torch.ones(2, 3, requires_grad=True); x[0] = 1
def leaf_add():
    x = torch.ones(2, 3, requires_grad=True); x += 1
def meshed():
    x, y = torch.meshgrid(torch.arange(2.), torch.arange(3.), indexing="ij"); x += 1
def row_ok():
    x = base(); x[0] += 1; x[1].mul_(2); return x
def diag_ok():
    x = base(); x.diagonal()[:] = 0; return x
def broadcast_tensors():
    a, b = torch.broadcast_tensors(torch.ones(1, 3), torch.ones(2, 1)); a += 1
def max_values():
    v, i = base().max(1); v += 1; return v
def topk_values():
    v, i = base().topk(2); v.mul_(2); return v
def custom():
    x = torch.ones(3); y = x.expand(2, 3); y.add_(torch.ones(2, 3))
for f in [chunk, chunk_mul, split, split_sizes, unbind, rows, unpack, view_of_chunk, view_of_chunk2, view_of_unbind, nograd_base, nograd_mode, nograd_made, nograd_select, nograd_view, value_requires, detach_base, expanded, expanded_grad, expanded_mul, expanded_set, expanded_set2, expanded_fill, expanded_zero, expanded_copy, expanded_clamp, expanded_masked, expanded_masked_set, expanded_scatter, expanded_index_add, broadcast_to, expand_as, expanded_other, expanded_one, unfolded, leaf_row, leaf_rows, leaf_chunk, leaf_view, leaf_index, leaf_add, meshed, row_ok, diag_ok, broadcast_tensors, max_values, topk_values, custom]:
    t(f.__name__, f)
