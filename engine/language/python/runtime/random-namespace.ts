/** @file Of torch, what draws random numbers and is called otherwise than the engine's op, and torch.random. */
import { defaultGenerator } from "../../../random/generator.ts";
import { TorchGenerator, torchDefaultGenerator } from "../../../random/torch-generator.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { F, torch } from "../../../torch.ts";
import { call } from "./call.ts";
import { Manager } from "./constants.ts";
import { exception, typeError } from "./exceptions.ts";
import type { Keywords } from "./functions.ts";
import { namespace, native } from "./native.ts";
import { toInt } from "./numbers.ts";

/** torch.randint(high, size), and with low before it; randint_like has the same two forms behind its tensor. */
function integers(name: "randint" | "randint_like", before: number) {
  return native(name, (args, keywords) => {
    const given = args.slice(before);
    const isFromZero =
      keywords === null || !("low" in keywords)
        ? given.length === 0 ||
          (given.length === 1 && !(keywords !== null && "high" in keywords)) ||
          (given.length === 2 && name === "randint" && Array.isArray(given[1]))
        : false;
    const full = isFromZero ? [...args.slice(0, before), 0, ...given] : args;
    return call(Reflect.get(torch, name), full, keywords);
  });
}

/** torch.dropout has no defaults, and calls `training` by another name. */
const dropout = native("dropout", (args, keywords) => {
  const given: Record<string, unknown> = { ...keywords };
  for (const [i, name] of ["input", "p", "train"].entries()) if (i < args.length) given[name] = args[i];
  const absent = ["input", "p", "train"].filter((name) => !(name in given));
  if (absent.length > 0)
    throw typeError(
      `dropout() missing ${absent.length} required positional arguments: ${absent.map((name) => `"${name}"`).join(", ")}`,
    );
  const p = Number(given.p);
  if (!(p >= 0 && p <= 1))
    throw exception("RuntimeError", `dropout probability has to be between 0 and 1, but got ${p}`);
  return call(Reflect.get(F, "dropout"), [given.input, given.p, given.train], null);
});

/** with torch.random.fork_rng(): what is drawn inside never happened. */
const forkRng = native("fork_rng", (args, keywords) => {
  const isOn = (args[1] ?? keywords?.enabled ?? true) === true;
  let saved = defaultGenerator.save();
  return new Manager(
    () => {
      saved = defaultGenerator.save();
      return null;
    },
    () => {
      if (isOn) defaultGenerator.restore(saved);
    },
  );
});

const onDefault = {
  manual_seed: native("manual_seed", ([seed], keywords: Keywords) =>
    torchDefaultGenerator.manual_seed(toInt(seed ?? keywords?.seed)),
  ),
  seed: native("seed", () => torchDefaultGenerator.seed()),
  initial_seed: native("initial_seed", () => torchDefaultGenerator.initial_seed()),
  get_rng_state: native("get_rng_state", () => torchDefaultGenerator.get_state()),
  set_rng_state: native("set_rng_state", ([state], keywords: Keywords) => {
    const given = state ?? keywords?.new_state;
    if (!Tensor.isTensor(given)) throw typeError("expected a torch.ByteTensor");
    torchDefaultGenerator.set_state(given);
    return null;
  }),
};

export const randomMembers: Readonly<Record<string, unknown>> = {
  ...onDefault,
  Generator: TorchGenerator,
  default_generator: torchDefaultGenerator,
  random: namespace("torch.random", { ...onDefault, fork_rng: forkRng }),
  randint: integers("randint", 0),
  randint_like: integers("randint_like", 1),
  dropout,
};
