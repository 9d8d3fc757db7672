/** @file Conversions to another dtype, and what torch.finfo says of one. */
import { field, parts, type SyntaxNode } from "../../../engine/language/python/syntax.ts";
import { argumentOf } from "./arguments.ts";
import { conversionIn } from "./devices.ts";
import { isTensor } from "./held.ts";
import type { Names } from "./names.ts";
import { type Porting, refusal } from "./porting.ts";

/** x.to(…), x.type(…), x.cuda(): null for any other call of a method. */
export function conversion(porting: Porting, call: SyntaxNode): string | null {
  const { framework, kinds, names, text } = porting;
  const callee = field(call, "function");
  const [object, name] = [field(callee, "object"), field(callee, "attribute").text];
  if (!["to", "type", "cuda"].includes(name)) return null;
  const { text: whole, isAtom } = argumentOf(object, text(object));
  const receiver = isAtom ? whole : `(${whole})`;
  if (name === "cuda") return receiver;
  const [wanted, another] = conversionIn(field(call, "arguments"), names);
  if (wanted === undefined) {
    if (name === "type") throw refusal(porting, callee, ".type()");
    return receiver;
  }
  if (another !== undefined) throw refusal(porting, call, `.${name}() with so many arguments`);
  const value = wanted.type === "keyword_argument" ? field(wanted, "value") : wanted;
  const dtype = isTensor(kinds.of(value)) ? `${text(value)}.dtype` : text(value);
  return framework === "jax" ? `${receiver}.astype(${dtype})` : `ops.cast(${whole}, ${dtype})`;
}

/** Of float32, in which everything is computed there. */
const limits: Readonly<Record<string, string>> = {
  eps: "1.1920928955078125e-07",
  max: "3.4028234663852886e38",
  min: "-3.4028234663852886e38",
  tiny: "1.1754943508222875e-38",
  smallest_normal: "1.1754943508222875e-38",
};

/** torch.finfo(x.dtype).eps */
export function limitOf(attribute: SyntaxNode, names: Names): string | null {
  const object = field(attribute, "object");
  if (object.type !== "call" || names.path(field(object, "function")) !== "torch.finfo") return null;
  const given = parts(field(object, "arguments"))[0]?.text ?? "";
  return /float(64|16)|double|half/.test(given) ? null : (limits[field(attribute, "attribute").text] ?? null);
}
