import { expect, test } from "vitest";
import { indentAfter } from "./indent-after.ts";

test.each([
  ["def forward(predictions, targets):", "python", 4],
  ["        return x", "python", 4],
  ["    diff = predictions - targets", "python", 4],
  ["return x", "python", 0],
  ["    loss = torch.stack([", "python", 8],
  ["function forward(predictions, targets) {", "typescript", 2],
  ["  return predictions.sub(", "typescript", 4],
  ["  const x = 1;", "typescript", 2],
  ["", "typescript", 0],
] as const)("the line after %j in %s begins with %i spaces", (line, language, spaces) => {
  expect(indentAfter(line, language)).toBe(" ".repeat(spaces));
});
