/** @file The arguments of a module's constructor: by position, the last ones by name. */
import { EngineError } from "../tensor/errors.ts";

type Parameters = readonly (readonly [name: string, otherwise?: unknown])[];

const isOptions = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function refuse(name: string, message: string, pytorch: string): never {
  throw new EngineError({ type: "TypeError", code: "argument", op: name, message: `${name}: ${message}`, pytorch });
}

/** Every parameter by its name. What PyTorch takes for other machines, device and dtype, changes nothing here. */
export function constructorArguments(
  name: string,
  parameters: Parameters,
  args: readonly unknown[],
): Readonly<Record<string, unknown>> {
  const last = args.at(-1);
  const named = isOptions(last) ? last : {};
  const given = isOptions(last) ? args.slice(0, -1) : args;
  if (given.length > parameters.length)
    refuse(
      name,
      `takes at most ${parameters.length} arguments, got ${given.length}`,
      `${name}.__init__() takes ${parameters.length + 1} positional arguments but ${given.length + 1} were given`,
    );
  for (const key of Object.keys(named))
    if (!parameters.some(([each]) => each === key) && key !== "device" && key !== "dtype")
      refuse(name, `has no parameter ${key}`, `${name}.__init__() got an unexpected keyword argument '${key}'`);
  const found: Record<string, unknown> = {};
  const missing: string[] = [];
  for (const [i, [key, ...otherwise]] of parameters.entries()) {
    if (i < given.length) found[key] = given[i];
    else if (Object.hasOwn(named, key)) found[key] = named[key];
    else if (otherwise.length > 0) [found[key]] = otherwise;
    else missing.push(key);
  }
  if (missing.length > 0) {
    const quoted = missing.map((key) => `'${key}'`).join(" and ");
    refuse(
      name,
      `needs ${missing.join(" and ")}`,
      `${name}.__init__() missing ${missing.length} required positional argument${missing.length === 1 ? "" : "s"}: ${quoted}`,
    );
  }
  return found;
}
