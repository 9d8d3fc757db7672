"""Makes draws.json: what PyTorch draws on a CPU, by a hash of its bits. Run it where Python has torch:

    python3 record.py

Each case is an expression of Python that comes to a tensor or a list of them, after a seed. `bits` is the SHA-256 (its first 16 digits) of the
values' bytes, those of float32 and float64 as they are, of all others as float64; `some` are the first values, to see by how much a case is off.
Bernoulli numbers of one probability are MKL's on processors by Intel: record on another one.
"""

import hashlib
import itertools
import json
import pathlib
import struct

import torch
from torch import nn
from torch.nn import functional as F

lines = [1, 2, 3, 5, 8, 15, 16, 17, 20, 23, 24, 31, 32, 33, 47, 48, 49, 63, 64, 65, 100, 257, 1000]
shapes = ["()", "(0,)", "(3, 0)", "(64, 1)", "(3, 5)", "(4, 4)", "(2, 3, 4)", "(7, 9)", "(32, 32)"]
large = [32767, 32768, 32769, 40000, 100003]
float_dtypes = ["torch.float32", "torch.float64"]
seeds = [0, 1, 42, 123456789, 2**32 - 1, 2**40 + 7]

# Views: rows, columns, every other, transposed, permuted. Each is filled and the whole storage is shown.
views = {
    "transposed": "torch.zeros(6, 5).t()",
    "columns": "torch.zeros(5, 8)[:, ::2]",
    "every_other": "torch.zeros(40)[::2]",
    "row": "torch.zeros(4, 20)[1]",
    "column": "torch.zeros(20, 4)[:, 1]",
    "permuted": "torch.zeros(3, 4, 5).permute(2, 0, 1)",
    "inner": "torch.zeros(6, 6)[1:5, 1:5]",
    "large_transposed": "torch.zeros(130, 120).t()",
}

cases = []


def add(code, seed=0):
    cases.append({"seed": seed, "code": code})


def families():
    for dtype, n in itertools.product(float_dtypes, lines):
        for name in ("rand", "randn"):
            add(f"torch.{name}({n}, dtype={dtype})", n)
    for name, shape, dtype in itertools.product(("rand", "randn"), shapes, float_dtypes):
        add(f"torch.{name}({shape}, dtype={dtype})", 7)
    for n in large:
        for code in (
            "torch.rand({})",
            "torch.randn({})",
            "torch.empty({}).uniform_(-0.3, 0.7)",
            "torch.empty({}).normal_(0.1, 0.02)",
            "torch.empty({}).exponential_(1.5)",
            "torch.empty({}).bernoulli_(0.3)",
            "torch.randint(0, 1000, ({},))",
            "torch.randperm({})",
            "F.dropout(torch.ones({}), 0.2)",
        ):
            add(code.format(n), n)
    for seed in seeds:
        for code in ("torch.rand(20)", "torch.randn(20)", "torch.randn(5)", "torch.randint(0, 2**30, (9,))", "torch.randperm(11)"):
            add(code, seed)

    for (low, high), n in itertools.product([(-1, 1), (0.1, 0.3), (-2.5, 7), (0, 1e-3), (3, 3), (-1e6, 1e6), (-0.57735, 0.57735)], (1, 7, 16, 50)):
        for dtype in float_dtypes:
            add(f"torch.empty({n}, dtype={dtype}).uniform_({low}, {high})", n)
    for (mean, std), n in itertools.product([(0, 0.02), (1, 2), (-3.7, 0.1), (0.1, 1.3), (5, 0), (1e3, 1e-3)], (1, 6, 15, 16, 17, 31, 64, 100)):
        for dtype in float_dtypes:
            add(f"torch.empty({n}, dtype={dtype}).normal_({mean}, {std})", n)

    methods = ["uniform_(-1, 1)", "normal_(0.5, 2)", "exponential_(2)", "cauchy_(1, 0.5)", "log_normal_(0.1, 0.5)", "geometric_(0.3)", "bernoulli_(0.4)", "random_(10)", "random_(-5, 5)", "random_()"]
    for method, n, dtype in itertools.product(methods, (1, 5, 16, 37), float_dtypes):
        add(f"torch.empty({n}, dtype={dtype}).{method}", n)
    for method, dtype in itertools.product(("random_(10)", "random_(-5, 5)", "bernoulli_(0.4)", "geometric_(0.3)"), ("torch.int64", "torch.int32")):
        add(f"torch.zeros(20, dtype={dtype}).{method}")
    add("torch.zeros(20, dtype=torch.bool).random_()")
    add("torch.zeros(20, dtype=torch.int32).random_()")
    for view, method in itertools.product(views, methods):
        add(f"(lambda x: [x.{method}, x.contiguous(), torch.rand(2)])({views[view]})", 3)
    for view, name in itertools.product(views, ("rand_like", "randn_like")):
        add(f"[torch.{name}({views[view]}), torch.rand(2)]", 4)
        add(f"torch.{name}({views[view]}, dtype=torch.float64)", 5)
    for view in views:
        add(f"F.dropout({views[view]} + 1, 0.4)" if view not in ("transposed", "permuted", "large_transposed") else f"F.dropout({views[view].replace('zeros', 'ones')}, 0.4)", 6)
        add(f"torch.bernoulli({views[view].replace('zeros', 'rand')})", 6)
        add(f"torch.zeros({views[view].split('(')[1].split(')')[0]}).bernoulli_(torch.full((), 0.3))", 6)

    for low, high in [(0, 10), (-5, 5), (0, 2**28 - 1), (0, 2**28), (0, 2**28 + 1), (-(2**27), 2**27), (0, 2**31), (0, 2**32), (0, 2**33 + 5), (0, 2**50), (0, 1), (-(2**40), 2**40)]:
        for size in ("(1,)", "(12,)", "(3, 4)"):
            add(f"torch.randint({low}, {high}, {size})", 9)
    add("torch.randint(10, (12,))")
    add("torch.randint(high=10, size=(12,))")
    add("torch.randint(3, 10, size=(2, 6))")
    add("torch.randint(0, 10, (12,), dtype=torch.float32)")
    add("torch.randint(0, 2, (12,), dtype=torch.bool)")
    add("torch.randint(0, 2**30, (12,), dtype=torch.int32)")
    add("torch.randint_like(torch.zeros(3, 4), 10)")
    add("torch.randint_like(torch.zeros(3, 4), 5, 9)")
    add("torch.randint_like(torch.zeros(3, 4).t(), 10)")
    for n in (0, 1, 2, 10, 64, 1000):
        add(f"torch.randperm({n})", n)
    add("torch.randperm(9, dtype=torch.float32)")

    for n in (1, 8, 15, 16, 40):
        add(f"torch.normal(2.0, 0.5, ({n},))", n)
        add(f"torch.normal(0.0, 1.0, size=({n},), dtype=torch.float64)", n)
        add(f"torch.normal(torch.arange({n}.0), 0.3)", n)
        add(f"torch.normal(1.5, torch.arange({n}.0) / 7)", n)
        add(f"torch.normal(torch.arange({n}.0), torch.arange({n}.0) / 3)", n)
        add(f"torch.normal(torch.arange({n}.0))", n)
        add(f"torch.normal(torch.arange({n}.0).double(), torch.arange({n}.0) / 3)", n)
    add("torch.normal(torch.zeros(3, 1), torch.ones(4))")
    add("torch.normal(torch.zeros(5, 6).t(), 1.0)")
    add("torch.normal(mean=torch.zeros(3), std=torch.tensor(2.0))")

    for n, dtype in itertools.product((1, 9, 33), float_dtypes):
        p = f"torch.linspace(0, 1, {n}, dtype={dtype})"
        add(f"torch.bernoulli({p})", n)
        add(f"torch.bernoulli({p}, 0.7)", n)
        add(f"torch.zeros({n}).bernoulli_({p})", n)
        add(f"torch.zeros({n}, dtype={dtype}).bernoulli_(torch.tensor(0.5))", n)
        add(f"torch.zeros({n}, dtype=torch.int64).bernoulli_({p})", n)
    add("torch.zeros(3, 4).bernoulli_(torch.tensor([0.1, 0.5, 0.5, 0.9]))")
    add("torch.zeros(4, 3).t().bernoulli_(torch.tensor([0.1, 0.5, 0.5, 0.9]))")
    add("torch.zeros(3, 4, dtype=torch.bool).bernoulli_(0.5)")

    for seed, dtype in itertools.product((0, 1, 2), float_dtypes):
        w = f"torch.tensor([0.1, 0.3, 0.6, 2.0, 0.0, 1.1], dtype={dtype})"
        rows = f"torch.arange(1, 13, dtype={dtype}).reshape(3, 4)"
        for count in (1, 2, 5):
            add(f"torch.multinomial({w}, {count})", seed)
        for count in (1, 2, 20):
            add(f"torch.multinomial({w}, {count}, replacement=True)", seed)
        add(f"torch.multinomial({rows}, 4)", seed)
        add(f"torch.multinomial({rows}, 9, True)", seed)
        add(f"torch.multinomial({rows}.t(), 2)", seed)
        add(f"torch.multinomial({rows}.t(), 5, True)", seed)
        add(f"{w}.multinomial(3)", seed)
    add("torch.multinomial(torch.ones(1000), 1000)")
    add("torch.multinomial(torch.ones(7), 300, True)")

    for p, n in itertools.product((0.1, 0.5, 0.9, 0, 1), (1, 16, 50)):
        add(f"[F.dropout(torch.arange({n}.0), {p}), torch.rand(1)]", n)
        add(f"[torch.dropout(torch.arange({n}.0).double(), {p}, True), torch.rand(1)]", n)
        add(f"[nn.Dropout({p})(torch.arange({n}.0)), torch.rand(1)]", n)
    add("[torch.dropout(torch.ones(5), 0.5, False), torch.rand(1)]")
    add("(lambda x: [F.dropout(x, 0.5, inplace=True), x])(torch.ones(9))")
    add("(lambda x: [nn.Dropout(0.5, inplace=True)(x), x])(torch.ones(9))")
    add("(lambda x: [nn.Dropout(0.5, True)(x), x])(torch.ones(9))")


def initial_values():
    sizes = ["1, 1", "3, 5", "5, 3", "16, 16", "32, 1", "1, 32", "64, 33", "4, 3, 3", "8, 4, 3, 3", "7, 100"]
    calls = ["uniform_(x)", "uniform_(x, -0.1, 0.2)", "normal_(x)", "normal_(x, 1, 0.01)", "xavier_uniform_(x)", "xavier_uniform_(x, gain=2)", "xavier_normal_(x)", "xavier_normal_(x, 0.5)",
             "xavier_uniform_(x, nn.init.calculate_gain('tanh'))", "kaiming_uniform_(x)", "kaiming_uniform_(x, a=5**0.5)", "kaiming_uniform_(x, nonlinearity='relu')", "kaiming_uniform_(x, mode='fan_out', nonlinearity='relu')",
             "kaiming_normal_(x)", "kaiming_normal_(x, 0.1, 'fan_out', 'leaky_relu')", "kaiming_normal_(x, nonlinearity='tanh')", "kaiming_normal_(x, nonlinearity='selu')", "trunc_normal_(x)", "trunc_normal_(x, std=0.02)",
             "trunc_normal_(x, 0.5, 0.3, 0, 1)", "trunc_normal_(x, 0, 1, -0.1, 0.1)", "trunc_normal_(x, 0, 1, 1, 2)", "constant_(x, 0.3)", "ones_(x)", "zeros_(x)"]
    for size, call, dtype in itertools.product(sizes, calls, float_dtypes):
        if dtype == "torch.float32" or size in ("3, 5", "16, 16"):
            add(f"(lambda x: nn.init.{call})(torch.empty({size}, dtype={dtype}))", len(size))
    for size in ("3, 5", "5, 3", "20, 20"):
        add(f"nn.init.eye_(torch.empty({size}))")
        for sparsity in (0.1, 0.5, 1):
            add(f"nn.init.sparse_(torch.empty({size}), {sparsity})")
    for size in ("4, 3, 3", "4, 4, 5, 5", "2, 2, 3, 3, 3"):
        add(f"nn.init.dirac_(torch.empty({size}))")
        add(f"nn.init.dirac_(torch.empty({size}), 2)")
    add("nn.init.xavier_uniform_(torch.empty(6, 8).t())")
    add("nn.init.xavier_normal_(torch.empty(6, 8).t())")
    add("nn.init.trunc_normal_(torch.empty(6, 8).t())")
    add("nn.init.trunc_normal_(torch.empty(6, 8).t(), 0, 1, 0, 0.1)")

    for inputs, outputs in itertools.product((1, 2, 3, 5, 7, 10, 13, 16, 32, 33, 64, 100, 784), (1, 2, 3, 10, 16, 33, 64)):
        add(f"list(nn.Linear({inputs}, {outputs}).parameters())", inputs)
    for inputs in (1, 3, 50):
        add(f"list(nn.Linear({inputs}, 4, bias=False).parameters())", inputs)
    add("list(nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 32), nn.Tanh(), nn.Linear(32, 1)).parameters())", 0)


def generators():
    for draw in ("torch.rand(5, generator=g)", "torch.randn(5, generator=g)", "torch.randn(40, generator=g)", "torch.randint(0, 9, (5,), generator=g)", "torch.randint(2**30, (5,), generator=g)", "torch.randperm(9, generator=g)",
                 "torch.normal(0.0, 1.0, (5,), generator=g)", "torch.normal(torch.zeros(5), 1.0, generator=g)", "torch.bernoulli(torch.full((9,), 0.3), generator=g)", "torch.multinomial(torch.ones(9), 3, generator=g)",
                 "torch.multinomial(torch.ones(9), 12, True, generator=g)", "torch.rand_like(torch.zeros(5), generator=g)", "torch.empty(5).uniform_(generator=g)", "torch.empty(5).normal_(generator=g)", "torch.empty(5).exponential_(generator=g)",
                 "torch.empty(5).bernoulli_(0.3, generator=g)", "torch.empty(5).random_(9, generator=g)", "torch.empty(5).geometric_(0.3, generator=g)", "torch.empty(5).cauchy_(generator=g)", "torch.empty(5).log_normal_(generator=g)",
                 "nn.init.xavier_uniform_(torch.empty(4, 5), generator=g)", "nn.init.kaiming_normal_(torch.empty(4, 5), generator=g)", "nn.init.trunc_normal_(torch.empty(4, 5), generator=g)", "nn.init.sparse_(torch.empty(4, 5), 0.5, generator=g)"):
        add(f"(lambda g: [{draw}, {draw}, torch.rand(3)])(torch.Generator().manual_seed(5))", 11)
    add("(lambda g: [torch.rand(3, generator=g), torch.tensor(g.initial_seed())])(torch.Generator())")
    add("(lambda g: [torch.rand(3, generator=g), torch.tensor(g.initial_seed())])(torch.Generator(device='cpu').manual_seed(2**33 + 1))")
    add("(lambda g: [torch.rand(3, generator=g)])(torch.Generator().manual_seed(-3))")
    add("(lambda g: [torch.randn(3, generator=g), torch.randn(3, generator=g.clone_state()), torch.randn(3, generator=g)])(torch.Generator().manual_seed(3))")
    add("[torch.rand(3, generator=torch.default_generator), torch.rand(3)]", 8)
    add("[torch.rand(3), torch.tensor(torch.initial_seed())]", 8)
    # The state is the very bytes that PyTorch writes down.
    for drawn in ("torch.rand(1)", "torch.rand(623)", "torch.rand(624)", "torch.rand(625)", "torch.randn(3)", "torch.randn(4)", "torch.randn(17)"):
        add(f"[torch.get_rng_state(), {drawn}, torch.get_rng_state()]", 12)
        add(f"(lambda state: [{drawn}, torch.set_rng_state(state), torch.randn(5)])(torch.get_rng_state())", 13)
    add("(lambda g: [torch.randn(3, generator=g), g.get_state()])(torch.Generator().manual_seed(3))")
    add("(lambda g, h: [torch.randn(3, generator=g), torch.randn(5, generator=h.set_state(g.get_state())), torch.randn(5, generator=g)])(torch.Generator().manual_seed(3), torch.Generator())")
    # One after the other: what is left of a pair of normals, and what a seed forgets.
    add("[torch.randn(3), torch.rand(3), torch.randn(20), torch.randperm(5), torch.randn(1, dtype=torch.float64)]", 14)
    add("[torch.randn(1), torch.manual_seed(3), torch.randn(2)]", 15)
    add("[torch.randn(1), torch.empty(1).log_normal_(), torch.randn(1)]", 16)
    add("[torch.randn(3), torch.zeros(5, 4).t().normal_(), torch.randn(1)]", 17)


def bytes_of(x):
    values = x.detach().contiguous().reshape(-1)
    if x.dtype not in (torch.float32, torch.float64):
        values = values.double()
    letter = "f" if values.dtype == torch.float32 else "d"
    return struct.pack(f"<{values.numel()}{letter}", *values.tolist())


def shown(value):
    return value if value == value and abs(value) != float("inf") else repr(value)


families()
initial_values()
generators()
names = {"torch": torch, "nn": nn, "F": F}
for case in cases:
    torch.manual_seed(case["seed"])
    result = eval(case["code"], names)
    tensors = [x for x in (result if isinstance(result, list) else [result]) if isinstance(x, torch.Tensor)]
    case["outputs"] = [
        {
            "shape": list(x.shape),
            "dtype": str(x.dtype).removeprefix("torch."),
            "bits": hashlib.sha256(bytes_of(x)).hexdigest()[:16],
            "some": [shown(value) for value in x.detach().contiguous().reshape(-1)[:3].tolist()],
        }
        for x in tensors
    ]
unique = list({(case["seed"], case["code"]): case for case in cases}.values())
text = ",\n".join(json.dumps(case) for case in unique)
header = json.dumps({"torch": torch.__version__, "capability": torch.backends.cpu.get_cpu_capability()})
pathlib.Path(__file__).with_name("draws.json").write_text(f'{{"made": {header},\n"cases": [\n{text}\n]}}\n')
print(len(unique), "cases")
