/** @file A torch.autograd.Function that has no backward: which class, and how one is written. */
import type { Fix, Range } from "../../engine/language/program.ts";
import type { Remedy } from "./remedies.ts";
import type { SourceText } from "./source-text.ts";

/** What PyTorch says of a Function that is not written as it has to be. */
export function functionOf(text: SourceText, place: Range | null, message: string): Remedy | null {
  return withBackward(text, place, message) ?? countedGradients(text, message) ?? others(message);
}

function others(message: string): Remedy | null {
  if (/^Legacy autograd function/.test(message))
    return {
      hint: " forward and backward are static methods that take ctx first (@staticmethod, def forward(ctx, …)), and the class is not made but applied: Name.apply(…).",
      fixes: [],
    };
  if (/returned an invalid gradient at index/.test(message))
    return {
      hint: " A gradient has the shape of the input it belongs to: backward must not take a mean or a sum of it.",
      fixes: [],
    };
  return null;
}

/** function NameBackward returned an incorrect number of gradients (expected 2, got 1) */
function countedGradients({ source }: SourceText, message: string): Remedy | null {
  const match = /^function (\w+)Backward returned an incorrect number of gradients \(expected (\d+), got (\d+)\)/.exec(
    message,
  );
  if (match === null) return null;
  const [, name, expected, got] = match;
  const hint = ` backward gives one gradient for each input of ${name}'s forward, ctx not counted, and None for one that needs none.`;
  const missing = Number(expected) - Number(got);
  const head = new RegExp(`^class ${name}\\b`, "m").exec(source);
  const found = head === null ? null : /def backward\([\s\S]*?\n([ \t]*return .+)/.exec(source.slice(head.index));
  if (head === null || found === null || missing < 1) return { hint, fixes: [] };
  const at = head.index + found.index + found[0].length;
  return {
    hint,
    fixes: [{ title: "Return None for the others", edits: [{ start: at, end: at, text: ", None".repeat(missing) }] }],
  };
}

function withBackward(text: SourceText, place: Range | null, message: string): Remedy | null {
  if (!message.startsWith("You must implement either the backward or vjp method")) return null;
  const name = /([A-Za-z_]\w*)\.apply\b/.exec(text.code(place))?.[1];
  if (name === undefined) return null;
  const hint = ` Class ${name} has a forward and no backward, so PyTorch cannot know its slope. Passing the gradient straight through takes it for the identity: def backward(ctx, grad): return grad.`;
  return { hint, fixes: straightThrough(text, name) };
}

/** A backward at the end of the class: the gradient for the first input, none for the others. */
function straightThrough({ source, language }: SourceText, name: string): Fix[] {
  if (language !== "python") return [];
  const head = new RegExp(`^([ \\t]*)class ${name}\\b.*$`, "m").exec(source);
  if (head === null) return [];
  const lines = source.slice(head.index + head[0].length + 1).split("\n");
  let length = 0;
  let last = 0;
  for (const line of lines) {
    if (line.trim() !== "" && indentOf(line).length <= head[1].length) break;
    length += line.length + 1;
    if (line.trim() !== "") last = length;
  }
  const body = source.slice(head.index + head[0].length + 1).slice(0, last);
  const forward = /^([ \t]*)def forward\(([^)]*)\)/m.exec(body);
  if (forward === null) return [];
  const [, indent, parameters] = forward;
  const hasContext = !/def setup_context\b/.test(body);
  const inputs = parameters.split(",").filter((each) => each.trim() !== "").length - (hasContext ? 1 : 0);
  const gradients = ["grad", ...Array.from({ length: Math.max(0, inputs - 1) }, () => "None")].join(", ");
  const at = head.index + head[0].length + last;
  return [
    {
      title: "Pass the gradient straight through",
      edits: [
        {
          start: at,
          end: at,
          text: `\n\n${indent}@staticmethod\n${indent}def backward(ctx, grad):\n${indent}${indent.slice(head[1].length)}return ${gradients}`,
        },
      ],
    },
  ];
}

const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? "";
