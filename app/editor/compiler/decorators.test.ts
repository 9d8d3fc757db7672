import { describe, expect, test } from "vitest";
import { compiledBy } from "../answers.ts";
import { hasTooManyDecorators, MOST_DECORATORS } from "./decorators.ts";
import { NodeCompiler } from "./NodeCompiler.ts";

const loss = "function forward(predictions, targets) { return predictions.sub(targets).square().mean(); }";
const decorated = (decorator: string, count: number) => `${decorator.repeat(count)}class A {}\n${loss}`;

describe("decorators in a row", () => {
  test.each(["@d ", "@d\n", "@a.b ", "@d(1, 2) ", "@d() @e "])(
    "of %j are too many for the compiler from some number on",
    (text) => {
      const each = text.split("@").length - 1;
      expect(hasTooManyDecorators(decorated(text, Math.ceil((MOST_DECORATORS + 1) / each)))).toBe(true);
      expect(hasTooManyDecorators(decorated(text, Math.floor(MOST_DECORATORS / each)))).toBe(false);
    },
  );

  test("are told from what else has an @: tags of documentation, addresses, text", () => {
    const tags = ` * @param x a number\n`.repeat(2000);
    expect(hasTooManyDecorators(`/**\n${tags} */\n${loss}`)).toBe(false);
    expect(hasTooManyDecorators(`// ${"a@b.org ".repeat(2000)}\n${loss}`)).toBe(false);
    expect(hasTooManyDecorators("@".repeat(100_000))).toBe(false);
  });

  test("are refused in our words before the checker sees them, and the next loss is compiled by the same compiler", async () => {
    const compiler = new NodeCompiler();
    const refused = await compiledBy(decorated("@d ", 10_000), () => compiler.compile(decorated("@d ", 10_000)));
    expect(refused.program).toBeNull();
    expect(refused.diagnostics).toMatchObject([{ code: "too-many-decorators", severity: "error" }]);
    expect(refused.diagnostics[0]?.message).toMatch(/500 decorators/);
    expect(compiler.compile(loss).program).not.toBeNull();
  });
});
