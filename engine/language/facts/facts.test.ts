import { expect, test } from "vitest";
import { catalogue } from "../../nn/catalogue.ts";
import { allOps } from "../../torch.ts";
import { moduleNamed, opNamed } from "./facts.ts";

test("the facts about every op are what its record says, to the last default", () => {
  for (const { op } of allOps)
    expect(opNamed(op.name), op.name).toMatchObject({
      params: op.params,
      places: op.places,
      returns: op.returns,
      gradient: op.gradient,
      inPlace: op.inPlace,
    });
});

test("the facts about every module of a function are its constructor's parameters and that function", () => {
  for (const { name, op, of, inputs } of catalogue)
    expect(moduleNamed(name), name).toMatchObject({ params: op.params, of, inputs });
});
