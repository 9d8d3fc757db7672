/** @file softmax and its kin with a dtype: the input is converted first. */
import { cast } from "../../../ops/convert.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { call } from "./call.ts";
import { DTypeObject } from "./constants.ts";
import type { Keywords, Native } from "./functions.ts";
import { native } from "./native.ts";
import { lower } from "./tensors.ts";

export const softmaxes = ["softmax", "log_softmax", "softmin"] as const;

const isDType = (name: unknown): name is Tensor["dtype"] => typeof name === "string";

interface Given {
  readonly args: readonly unknown[];
  readonly keywords: Keywords;
}

/** The arguments without dtype and _stacklevel, which says where a warning points. */
export function withoutDType(args: readonly unknown[], keywords: Keywords): Given {
  const positional = args.filter((each) => !(each instanceof DTypeObject));
  const { dtype: named, _stacklevel: _, ...rest } = keywords ?? {};
  const given = args.find((each) => each instanceof DTypeObject) ?? named ?? null;
  const kept = Object.keys(rest).length === 0 ? null : rest;
  const dtype = lower(given);
  if (!isDType(dtype)) return { args: positional, keywords: kept };
  const [first, ...others] = positional;
  if (Tensor.isTensor(first)) return { args: [cast(first, dtype), ...others], keywords: kept };
  const input = rest.input;
  return Tensor.isTensor(input)
    ? { args, keywords: { ...rest, input: cast(input, dtype) } }
    : { args: positional, keywords: kept };
}

/** A function that takes a dtype too. */
export const takingDType = (name: string, f: unknown): Native =>
  native(name, (args, keywords) => {
    const given = withoutDType(args, keywords);
    return call(f, given.args, given.keywords);
  });
