"""What PyTorch makes of functions at their edges: values and gradients in float64. python3 record.py, where Python has torch."""
import json
import pathlib

import torch
import torch.nn.functional as F

inf, nan = float("inf"), float("nan")
words = {inf: "inf", -inf: "-inf"}
plain = lambda x: [("nan" if v != v else words.get(v, v)) for v in x.detach().double().flatten().tolist()]
cases = []


def case(op, call, inputs, args=()):
    """The sum of the result's elements, each times its place counted from 1, goes back to the inputs."""
    tensors = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in inputs]
    result = call(*tensors, *[torch.tensor(a, dtype=torch.float64) if isinstance(a, list) and op.endswith("quantile") else a for a in args])
    results = list(result) if isinstance(result, (list, tuple)) else [result]
    grads = None
    if results[0].requires_grad:
        sum((r * torch.arange(1, r.numel() + 1, dtype=torch.float64).reshape(r.shape)).sum() for r in results).backward()
        grads = [plain(x.grad) if x.grad is not None else None for x in tensors]
    cases.append(
        {
            "op": op,
            "inputs": [{"shape": list(x.shape), "data": plain(x)} for x in tensors],
            "args": list(args),
            "results": [{"shape": list(r.shape), "data": plain(r)} for r in results],
            "grads": grads,
        }
    )


rows = [[1.0, 2.0, inf], [-inf, 1.0, 2.0, 5.0], [-inf, 0.0, inf], [inf, inf], [1.0, nan, inf], [-inf, -inf, 3.0, nan, 4.0], [3.0, 1.0, 2.0, 7.0], [5.0], [-inf, inf], [nan, nan]]
for row in rows:
    for name in ("quantile", "nanquantile"):
        for how in ("linear", "lower", "higher", "nearest", "midpoint"):
            f = getattr(torch, name)
            call = lambda x, q, dim, keepdim, how: f(x, q, dim, keepdim, interpolation=how)
            case(name, call, [row], ([0.0, 1.0], None, False, how))
            case(name, call, [row], ([0.1, 0.25, 0.5, 0.75], None, False, how))
            case(name, call, [row], (0.3, None, True, how))
    case("median", torch.median, [row])
    case("nanmedian", torch.nanmedian, [row])
two = [[3.0, inf, 1.0], [-inf, 4.0, 2.0]]
for dim in (0, 1):
    for keepdim in (False, True):
        case("quantile", lambda x, q, d, k: torch.quantile(x, q, d, k), [two], ([0.0, 0.5, 1.0], dim, keepdim))
for weight in (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, -0.5):
    case("lerp", torch.lerp, [[1.0, -inf, 2.0, inf], [3.0, 1.0, inf, inf]], (weight,))
    case("lerp", torch.lerp, [[1.0, -2.0, 2.0], [3.0, 1.0, 5.0], [weight, 0.5, 0.2]])

m = [[1.0, 4.0, 2.0, 0.5], [3.0, -1.0, 2.5, 2.0], [0.0, 1.0, 1.5, 4.0]]
case("cov", torch.cov, [m])
case("cov", lambda x, c: torch.cov(x, correction=c), [m], (0,))
case("cov", torch.cov, [m[0]])
case("cov", torch.cov, [m[:1]])
case("cov", torch.cov, [[2.0]])
case("corrcoef", torch.corrcoef, [m])
case("corrcoef", torch.corrcoef, [m[0]])
case("corrcoef", torch.corrcoef, [[[1.0, 1.0], [2.0, 3.0]]])
case("histc", torch.histc, [[0.0, 0.25, 1.0, 2.0, -1.0, 0.5]], (4, 0, 1))
case("histc", torch.histc, [[0.0, 0.25, 1.0, 2.0, -1.0, 0.5]], (3,))
case("histc", torch.histc, [[2.0, 2.0]], (2,))
case("combinations", torch.combinations, [[1.0, 2.0, 3.0, 4.0]])
case("combinations", torch.combinations, [[1.0, 2.0, 3.0, 4.0]], (3,))
case("combinations", torch.combinations, [[1.0, 2.0, 3.0]], (2, True))
case("combinations", torch.combinations, [[1.0, 2.0]], (3,))
case("combinations", torch.combinations, [[1.0, 2.0]], (1,))
case("cartesian_prod", torch.cartesian_prod, [[1.0, 2.0], [3.0, 4.0, 5.0]])
case("cartesian_prod", torch.cartesian_prod, [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
case("cartesian_prod", torch.cartesian_prod, [[1.0, 2.0]])
case("kron", torch.kron, [[[1.0, 2.0], [3.0, 4.0]], [[0.0, 5.0], [6.0, 7.0]]])
case("kron", torch.kron, [[1.0, 2.0], [[3.0, 4.0], [5.0, 6.0]]])
case("kron", torch.kron, [2.0, [[3.0, 4.0]]])
case("rsub", torch.rsub, [[1.0, 2.0], [5.0, 7.0]])
case("rsub", lambda x, other, alpha: torch.rsub(x, other, alpha=alpha), [[1.0, 2.0]], (3, 2))
case("sum_to_size", torch.Tensor.sum_to_size, [m], ([1, 4],))
case("sum_to_size", torch.Tensor.sum_to_size, [m], ([3, 1],))
case("sum_to_size", torch.Tensor.sum_to_size, [m], ([4],))
case("sum_to_size", torch.Tensor.sum_to_size, [m], ([1],))
case("unfold", torch.Tensor.unfold, [m], (1, 2, 1))
case("unfold", torch.Tensor.unfold, [m], (-2, 2, 1))
case("unfold", torch.Tensor.unfold, [m[0]], (0, 3, 2))
case("broadcast_tensors", torch.broadcast_tensors, [[[1.0], [2.0]], [3.0, 4.0, 5.0]])
for value in (2.0, [1.0, 2.0], [[1.0, 2.0], [3.0, 4.0]]):
    for rank in (1, 2, 3):
        case(f"atleast_{rank}d", getattr(torch, f"atleast_{rank}d"), [value])
image = torch.arange(1.0, 51.0).mul(0.7).sin().reshape(1, 2, 5, 5).tolist()
flat = [[[[1.0, 1.0, 2.0], [1.0, 1.0, 2.0], [0.0, nan, -1.0]]]]
kernel = torch.arange(1.0, 25.0).mul(0.3).cos().reshape(3, 2, 2, 2).tolist()
grouped = torch.arange(1.0, 17.0).mul(0.3).cos().reshape(4, 1, 2, 2).tolist()
case("conv2d", F.conv2d, [image, kernel, [0.1, -0.2, 0.3]])
case("conv2d", F.conv2d, [image, kernel], (None, 2, 1))
case("conv2d", F.conv2d, [image, kernel, [0.1, -0.2, 0.3]], ([1, 2], [1, 0], [2, 1]))
case("conv2d", F.conv2d, [image, grouped], (None, 1, 0, 1, 2))
case("conv2d", F.conv2d, [image[0], kernel])
for f in ("avg_pool2d", "max_pool2d"):
    case(f, getattr(F, f), [image], (2,))
    case(f, getattr(F, f), [image], ([2, 3], 1, 1))
    case(f, getattr(F, f), [image[0]], (3, [2, 1]))
    case(f, getattr(F, f), [flat], (2, 1))

path = pathlib.Path(__file__).with_name("values.json")
path.write_text(json.dumps({"torch": torch.__version__, "cases": cases}, separators=(",", ":")).replace('{"op"', '\n{"op"') + "\n")
print(len(cases))
