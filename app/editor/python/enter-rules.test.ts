import { describe, expect, test } from "vitest";
import { enterRules } from "./enter-rules.ts";

const indentAfter = (line: string) => enterRules.find(({ beforeText }) => beforeText.test(line))?.indent ?? "same";

describe("after Enter, the indentation is", () => {
  test.each([
    "def forward(predictions, targets):",
    "    if diff > 0:  # where it is above",
    "    else:",
    "class Loss(nn.Module):",
    "        for i in range(3):",
    ") -> torch.Tensor:",
    "    if name == '#':",
    '    with open("a: b") as file:  # it: "is',
    "    elif key in {'a': 1}:",
    '    if label == "it\\"s # 1":',
  ])("more after %j", (line) => expect(indentAfter(line)).toBe("more"));

  test.each([
    "    return loss.mean()",
    "    return",
    "    return x  # the whole of it",
    "        pass",
    "        raise ValueError('no')",
    "        break",
    "        continue  # next",
    "    return [a, b]",
    "    return f(x)[0]",
    "    return x  # (as it is",
    "    return 'a ('",
    '    return "#"',
    "    raise ValueError(f'no: {x}')  # [why",
    "    pass  # then:",
  ])("less after %j", (line) => expect(indentAfter(line)).toBe("less"));

  test.each([
    "    x = 1",
    "    return (",
    "    return torch.stack([a,",
    "    return loss(predictions,",
    "    return a +",
    "    return a + \\",
    "    returned = 3",
    "    passes = f(x)",
    "    weights = {'a': 1}",
    "    x[1:]",
    "    torch.where(diff > 0,",
    "    for x in y: total += x  # weights:",
    "    else: x = 1  # or: 2",
    ")  # weights:",
    "    if x == 'a:'",
    "    return x + (  # )",
    "    return x + '# +' +",
    "    returned = {'a':",
  ])("the same after %j", (line) => expect(indentAfter(line)).toBe("same"));
});
