/** @file Making functions and modules of the runtime's. */
import { Namespace } from "./constants.ts";
import { type Keywords, Native } from "./functions.ts";

type Args = readonly unknown[];

type Members = Readonly<Record<string, unknown>>;

export const native = (name: string, run: (args: Args, keywords: Keywords) => unknown) => new Native(name, run);

export const namespace = (name: string, members: Members | ReadonlyMap<string, unknown>) =>
  new Namespace(name, members instanceof Map ? members : new Map(Object.entries(members)));

export const identityDecorator = (name: string) => native(name, ([f]) => f ?? native(name, ([g]) => g));
