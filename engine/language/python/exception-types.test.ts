/** Which exception PyTorch raises: the class is what `except` catches. */
import { describe, expect, test } from "vitest";
import { EngineError, exceptionTypes } from "../../tensor/errors.ts";
import { load } from "../../testing/python.ts";
import { exceptions, PythonError } from "./runtime/exceptions.ts";

const start = `
import torch, torch.nn as nn, torch.nn.functional as F
x = torch.arange(6.).reshape(2, 3)
v = torch.arange(5.)
i = torch.arange(5)
`;
const forward = "\ndef forward(predictions, targets):\n    return predictions\n";

function raised(code: string): string {
  try {
    load(`${start}${code}${forward}`, {});
    return "nothing";
  } catch (error) {
    if (error instanceof EngineError) return `${error.type}: ${error.pytorch ?? error.message}`;
    return error instanceof PythonError ? `${error.type}: ${error.message}` : String(error);
  }
}

describe("the exception", () => {
  test.each([
    ["torch.narrow(v, 0, 3, 9)", "RuntimeError: start (3) + length (9) exceeds dimension size (5)."],
    ["v[9]", "IndexError: index 9 is out of bounds for dimension 0 with size 5"],
    ["F.gelu(v, approximate='x')", "RuntimeError: approximate argument must be either none or tanh."],
    ["torch.roll(x, (1, 2), (0,))", "RuntimeError: shifts and dimensions must align. shifts: 2, dims:1"],
    [
      "torch.tensor([]).argmax()",
      "IndexError: argmax(): Expected reduction dim to be specified for input.numel() == 0.",
    ],
    ["torch.zeros(0, 3).amax(0)", "IndexError: amax(): Expected reduction dim 0 to have non-zero size."],
    ["torch.zeros(0, 3).max(0)", "IndexError: max(): Expected reduction dim 0 to have non-zero size."],
    ["torch.zeros(0, 3).argmin(0)", "IndexError: argmin(): Expected reduction dim 0 to have non-zero size."],
    ["torch.zeros(0, 3).median(0)", "IndexError: median(): Expected reduction dim 0 to have non-zero size."],
    ["torch.zeros(0, 3).kthvalue(1, 0)", "IndexError: kthvalue(): Expected reduction dim 0 to have non-zero size."],
    ["F.mse_loss(v, v, reduction='foo')", "ValueError: foo is not a valid value for reduction"],
    ["F.mse_loss(1.0, v)", "AttributeError: 'float' object has no attribute 'size'"],
    ["torch.gather(x, 0, torch.tensor([[9]]))", "RuntimeError: index 9 is out of bounds for dimension 0 with size 2"],
    ["torch.index_select(v, 0, torch.tensor([9]))", "IndexError: index out of range in self"],
    ["F.one_hot(torch.tensor([5]), 3)", "RuntimeError: Class values must be smaller than num_classes."],
    ["v[::-1]", "ValueError: step must be greater than zero"],
    ["v.topk(9)", "RuntimeError: selected index k out of range"],
    ["torch.tensor([[1, 2], [3]])", "ValueError: expected sequence of length 2 at dim 1 (got 1)"],
    ["torch.tensor([v, v])", "ValueError: only one element tensors can be converted to Python scalars"],
    ["torch.tensor(['a'])", "ValueError: too many dimensions 'str'"],
    ["torch.tensor('a')", "TypeError: new(): invalid data type 'str'"],
    ["torch.tensor([None])", "RuntimeError: Could not infer dtype of NoneType"],
    ["torch.tensor([1, [2]])", "TypeError: 'list' object cannot be interpreted as an integer"],
    ["torch.ones(2, device='cuda')", "AssertionError: Torch not compiled with CUDA enabled"],
    ["float(v)", "ValueError: only one element tensors can be converted to Python scalars"],
    ["x.permute(0, 0)", "RuntimeError: permute(): duplicate dims are not allowed."],
    ["x.sum(5)", "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 5)"],
    ["x.sum((0, 0))", "RuntimeError: dim 0 appears multiple times in the list of dims"],
    [
      "x + v",
      "RuntimeError: The size of tensor a (3) must match the size of tensor b (5) at non-singleton dimension 1",
    ],
    ["~v", "TypeError: ~ (operator.invert) is only implemented on integer and Boolean-type tensors"],
    ["F.cross_entropy(x, torch.tensor([5, 1]))", "IndexError: Target 5 is out of bounds."],
    [
      "F.cross_entropy(x, torch.tensor([1]))",
      "ValueError: Expected input batch_size (2) to match target batch_size (1).",
    ],
    ["F.gaussian_nll_loss(v, v, torch.ones(3))", "ValueError: var is of incorrect size"],
    ["nn.Module()(v)", 'NotImplementedError: Module [Module] is missing the required "forward" function'],
    ["F.normalize([1.0])", "AttributeError: 'list' object has no attribute 'norm'"],
    ["torch.relu(1)", "TypeError: relu(): argument 'input' (position 1) must be Tensor, not int"],
    ["torch.optim.SGD([v], lr=-1)", "ValueError: Invalid learning rate: -1"],
    ["torch.optim.SGD([], lr=.1)", "ValueError: optimizer got an empty parameter list"],
    ["v.sum().backward()", "RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn"],
  ])("of %s is PyTorch's", (code, expected) => {
    expect(raised(code)).toBe(expected);
  });

  test("is caught by its class and by no other", () => {
    const source = `
said = []
for make in (lambda: v[9], lambda: torch.optim.SGD([]), lambda: nn.Module()(v), lambda: x + v):
    try:
        make()
    except IndexError:
        said.append("IndexError")
    except ValueError:
        said.append("ValueError")
    except NotImplementedError:
        said.append("NotImplementedError")
    except RuntimeError:
        said.append("RuntimeError")
print(said)`;
    const printed: string[] = [];
    load(`${start}${source}${forward}`, {}, printed);
    expect(printed.join("").trim()).toBe("['IndexError', 'ValueError', 'NotImplementedError', 'RuntimeError']");
  });

  test.each(exceptionTypes)("%s of the engine is one that Python has", (type) => {
    expect(exceptions[type]?.name).toBe(type);
  });

  test("of a recursion without end is Python's, in whatever words this JavaScript says it", () => {
    const printed: string[] = [];
    load(
      `${start}def deeper(n):\n    return deeper(n + 1)\ntry:\n    deeper(0)\nexcept RecursionError as e:\n    print(e)${forward}`,
      {},
      printed,
    );
    expect(printed.join("")).toContain("maximum recursion depth exceeded");
  });
});
