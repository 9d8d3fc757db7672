/** @file What forward's parameters are given in an export: the same as here, parameter by parameter. */
import { unreachable } from "../../engine/exactly.ts";
import { type Held, leafCount } from "../../engine/language/held.ts";
import type { Entry } from "../../engine/language/program.ts";
import {
  type Argument,
  defaultSetting,
  heldOf,
  ownOf,
  type Role,
  rolesOf,
  type Setting,
  type SettingFacts,
} from "../../engine/language/roles.ts";
import { number } from "./python-text.ts";
import { tensorText } from "./tensor-py.ts";

/** `place` counts what is given, the predictions first; `held` is how it is held together. */
export type Slot =
  | { readonly role: Exclude<Role, "predictions" | "target" | "setting" | "tensor"> }
  | { readonly role: "predictions" | "target"; readonly place: number; readonly held: Held; readonly isRest: boolean }
  /** Python for what stands there whatever the batch. */
  | { readonly role: "constant"; readonly text: string };

export interface Slots {
  readonly forward: readonly Slot[];
  /** Python for what the constructor takes. */
  readonly constructor: string;
}

export function slotsOf(entry: Entry, hasInputs: boolean, facts: SettingFacts): Slots {
  const roles = rolesOf(entry, hasInputs);
  const held = entry.parameters.map((name) => heldOf(entry, name));
  const predicted = roles.indexOf("predictions");
  // What is predicted is given first, wherever it stands.
  let place = predicted < 0 ? 1 : leafCount(held[predicted] ?? "tensor");
  const forward = roles.map((role, i): Slot => {
    const name = entry.parameters[i] ?? "";
    if (role === "setting" || role === "tensor") return { role: "constant", text: constantText(entry, name, facts) };
    if (role !== "predictions" && role !== "target") return { role };
    const of = held[i] ?? "tensor";
    const isRest = entry.hasRest === true && i === roles.length - 1;
    if (role === "predictions") return { role, place: 0, held: of, isRest };
    const from = place;
    place += leafCount(of);
    return { role, place: from, held: of, isRest };
  });
  return { forward, constructor: (entry.needs ?? []).map((name) => constantText(entry, name, facts)).join(", ") };
}

/** How many tensors are given besides the first. */
export const targetsIn = (slots: readonly Slot[]): number =>
  slots.reduce(
    (sum, slot) => (slot.role === "predictions" || slot.role === "target" ? sum + leafCount(slot.held) : sum),
    slots.some(({ role }) => role === "predictions") ? -1 : 0,
  );

export const asksFor = (slots: readonly Slot[], role: Slot["role"]): boolean =>
  slots.some((slot) => slot.role === role);

/** `predict(x[rows]), y[0][rows], 0.5`. `target` is asked for what is given besides the first tensor, counted from 0. */
export function argumentsText(
  slots: readonly Slot[],
  texts: Readonly<Record<Exclude<Slot["role"], "target" | "constant">, string>> & {
    readonly target: (place: number) => string;
  },
): string {
  const given = (place: number): string => (place === 0 ? texts.predictions : texts.target(place - 1));
  return slots
    .map((slot) => {
      switch (slot.role) {
        case "constant":
          return slot.text;
        case "predictions":
        case "target":
          return heldInPython(slot.held, slot.place, given, slot.isRest);
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

/** `{"logits": predict(x[rows])}`; without its brackets where it is what `*args` takes. */
function heldInPython(held: Held, from: number, given: (place: number) => string, isRest: boolean): string {
  if (held === "tensor") return given(from);
  let place = from;
  const parts = held.parts.map(({ name, held: part }) => {
    const text = heldInPython(part, place, given, false);
    place += leafCount(part);
    return held.kind === "dict"
      ? `${JSON.stringify(name)}: ${text}`
      : held.kind === "object"
        ? `${name}=${text}`
        : text;
  });
  const inside = parts.join(", ");
  if (isRest) return inside;
  switch (held.kind) {
    case "list":
      return `[${inside}]`;
    case "tuple":
      return `(${inside}${parts.length === 1 ? "," : ""})`;
    case "dict":
      return `{${inside}}`;
    case "object":
      return `SimpleNamespace(${inside})`;
    default:
      return unreachable(held.kind);
  }
}

/** Each tensor by itself. */
export const flat = (slots: readonly Slot[]): readonly Slot[] =>
  slots.flatMap((slot): readonly Slot[] =>
    slot.role !== "predictions" && slot.role !== "target"
      ? [slot]
      : Array.from({ length: leafCount(slot.held) }, (_, i) => ({
          role: slot.place + i === 0 ? ("predictions" as const) : ("target" as const),
          place: slot.place + i,
          held: "tensor" as const,
          isRest: false,
        })),
  );

/** What objects that hold tensors are made of; nothing where there are none. */
export const objectsImport = ({ forward }: Slots): string =>
  forward.some((slot) => (slot.role === "predictions" || slot.role === "target") && isObject(slot.held))
    ? "from types import SimpleNamespace\n"
    : "";

const isObject = (held: Held): boolean =>
  held !== "tensor" && (held.kind === "object" || held.parts.some((part) => isObject(part.held)));

function constantText(entry: Entry, name: string, facts: SettingFacts): string {
  const given: Argument | undefined = ownOf(entry.arguments, name);
  if (given?.kind === "tensor") return tensorText(given.tensor);
  return settingText(given?.kind === "setting" ? given.value : defaultSetting(name, entry, facts));
}

function settingText(value: Setting): string {
  if (value === null) return "None";
  if (typeof value === "object") return `[${value.map(number).join(", ")}]`;
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? JSON.stringify(value) : number(value);
}
