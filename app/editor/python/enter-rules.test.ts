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
  ])("the same after %j", (line) => expect(indentAfter(line)).toBe("same"));
});
