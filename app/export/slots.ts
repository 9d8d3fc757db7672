/** @file What forward's parameters are given in an export: the same as here, parameter by parameter. */
import { unreachable } from "../../engine/exactly.ts";
import type { Entry } from "../../engine/language/program.ts";
import {
  type Argument,
  defaultSetting,
  ownOf,
  type Role,
  rolesOf,
  type Setting,
  type SettingFacts,
} from "../../engine/language/roles.ts";
import { number } from "./python-text.ts";
import { tensorText } from "./tensor-py.ts";

/** `place` counts the targets. */
export type Slot =
  | { readonly role: Exclude<Role, "target" | "setting" | "tensor"> }
  | { readonly role: "target"; readonly place: number }
  /** Python for what stands there whatever the batch. */
  | { readonly role: "constant"; readonly text: string };

export interface Slots {
  readonly forward: readonly Slot[];
  /** Python for what the constructor takes. */
  readonly constructor: string;
}

export function slotsOf(entry: Entry, hasInputs: boolean, facts: SettingFacts): Slots {
  let place = 0;
  const forward = rolesOf(entry, hasInputs).map((role, i): Slot => {
    if (role === "setting" || role === "tensor")
      return { role: "constant", text: constantText(entry, entry.parameters[i] ?? "", facts) };
    return role === "target" ? { role, place: place++ } : { role };
  });
  return { forward, constructor: (entry.needs ?? []).map((name) => constantText(entry, name, facts)).join(", ") };
}

export const targetsIn = (slots: readonly Slot[]): number => slots.filter(({ role }) => role === "target").length;

export const asksFor = (slots: readonly Slot[], role: Slot["role"]): boolean =>
  slots.some((slot) => slot.role === role);

/** `predict(x[rows]), y[0][rows], 0.5` */
export function argumentsText(
  slots: readonly Slot[],
  texts: Readonly<Record<Exclude<Slot["role"], "target" | "constant">, string>> & {
    readonly target: (place: number) => string;
  },
): string {
  return slots
    .map((slot) => {
      switch (slot.role) {
        case "constant":
          return slot.text;
        case "target":
          return texts.target(slot.place);
        case "predictions":
        case "model":
        case "inputs":
        case "step":
        case "epoch":
          return texts[slot.role];
        default:
          return unreachable(slot);
      }
    })
    .join(", ");
}

function constantText(entry: Entry, name: string, facts: SettingFacts): string {
  const given: Argument | undefined = ownOf(entry.arguments, name);
  if (given?.kind === "tensor") return tensorText(given.tensor);
  return settingText(given?.kind === "setting" ? given.value : defaultSetting(name, entry, facts));
}

function settingText(value: Setting): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? JSON.stringify(value) : number(value);
}
