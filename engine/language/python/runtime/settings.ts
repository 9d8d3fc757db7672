/** @file Modules with settings that a script may set: torch.backends.cudnn.benchmark = True. Each program begins with the usual ones. */
import { Namespace } from "./constants.ts";

const all: Settings[] = [];

/** Only for what changes nothing on a CPU: what is set here can be read again, and does no more in PyTorch. */
export class Settings extends Namespace {
  readonly values: Map<string, unknown>;
  readonly #defaults: ReadonlyMap<string, unknown>;

  constructor(
    name: string,
    defaults: Readonly<Record<string, unknown>>,
    members: Readonly<Record<string, unknown>> = {},
  ) {
    super(name, new Map(Object.entries(members)));
    this.#defaults = new Map(Object.entries(defaults));
    this.values = new Map(this.#defaults);
    all.push(this);
  }

  reset(): void {
    this.values.clear();
    for (const [name, value] of this.#defaults) this.values.set(name, value);
  }
}

export function resetSettings(): void {
  for (const each of all) each.reset();
}
