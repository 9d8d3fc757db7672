/** @file A loss that calls TensorFlow, Keras's backend or JAX, with PyTorch's names in their places. Pure text: what is not known stays as it is. */
import { partsIn } from "../parts-in.ts";
import { type Framework, frameworks, type Given } from "./names.ts";

export interface Translated {
  readonly source: string;
  readonly title: string;
  /** The first call that got another name: `tf.reduce_mean` is `torch.mean`. */
  readonly example: readonly [from: string, to: string] | null;
}

interface Alias {
  readonly name: string;
  readonly framework: Framework;
}

/** null where nothing of another framework is called. */
export function translated(source: string): Translated | null {
  const imports = importsIn(source);
  const aliases = [...imports.aliases, ...frameworks.map((framework) => ({ name: framework.alias, framework }))];
  const used = aliases.filter(({ name }) => new RegExp(`(?<![\\w.])${name}\\.\\w`).test(imports.rest));
  const [first] = used;
  if (first === undefined) return null;
  const state: State = { aliases: used, example: null };
  const body = expression(imports.rest, state);
  const hasTorch = /^\s*(import torch|from torch\b)/m.test(source);
  const head = hasTorch || imports.lines === 0 ? "" : "import torch\n";
  return { source: head + body, title: first.framework.title, example: state.example };
}

/** What an import statement names, and the text without it and without decorators that compile. */
function importsIn(source: string): {
  readonly aliases: readonly Alias[];
  readonly rest: string;
  readonly lines: number;
} {
  const aliases: Alias[] = [];
  let lines = 0;
  const named = (module: string, name: string): boolean => {
    const framework = frameworks.find(({ modules }) => modules.test(module));
    if (framework !== undefined && !aliases.some((each) => each.name === name)) aliases.push({ name, framework });
    return framework !== undefined || /^(tensorflow|keras|jax)\b/.test(module);
  };
  const kept = source.split("\n").filter((line) => {
    if (/^\s*@(tf\.function|jax\.jit|jit|(tf\.)?keras\.\S*register\S*)\b/.test(line)) return false;
    const plain = /^\s*import\s+([\w.]+)(?:\s+as\s+(\w+))?\s*$/.exec(line);
    const from = /^\s*from\s+([\w.]+)\s+import\s+(\w+)(?:\s+as\s+(\w+))?\s*$/.exec(line);
    const isForeign =
      plain !== null
        ? named(plain[1], plain[2] ?? plain[1])
        : from !== null && named(`${from[1]}.${from[2]}`, from[3] ?? from[2]);
    if (isForeign) lines++;
    return !isForeign;
  });
  const rest = lines === 0 ? kept.join("\n") : kept.join("\n").replace(/^\n+/, "\n");
  return { aliases, rest, lines };
}

interface State {
  readonly aliases: readonly Alias[];
  example: readonly [string, string] | null;
}

/** Text with every known call in it spelled anew, the inner ones as well. */
function expression(code: string, state: State): string {
  const names = state.aliases.map(({ name }) => name.replaceAll(".", "\\.")).join("|");
  const pattern = new RegExp(`(?<![\\w."'])(${names})\\.((?:\\w+\\.)*)(\\w+)`, "g");
  let out = "";
  let at = 0;
  for (let found = pattern.exec(code); found !== null; found = pattern.exec(code)) {
    const [whole, alias, within, name] = found;
    const framework = state.aliases.find((each) => each.name === alias)?.framework;
    if (framework === undefined || !framework.within.test(within)) continue;
    const end = found.index + whole.length;
    const close = code[end] === "(" ? closing(code, end) : -1;
    const spelled =
      close < 0 ? spelledValue(framework, name) : called(framework, name, code.slice(end + 1, close), state);
    if (spelled === null) continue;
    if (/^(torch|F)\.\w/.test(spelled)) state.example ??= [whole, spelled.replace(/\(.*$/s, "")];
    out += code.slice(at, found.index) + spelled;
    at = close < 0 ? end : close + 1;
    pattern.lastIndex = at;
  }
  return out + code.slice(at);
}

/** A call that is only named is passed on as a function. */
function spelledValue({ values, calls }: Framework, name: string): string | null {
  const call = calls[name];
  return values[name] ?? (typeof call === "string" ? call : null);
}

function called({ calls }: Framework, name: string, inside: string, state: State): string | null {
  const spelling = calls[name];
  if (spelling === undefined) return null;
  const given = argumentsOf(expression(inside, state));
  if (typeof spelling === "function") return spelling(given);
  const named = [...given.named].map(([key, value]) => `${key}=${value}`);
  return `${spelling}(${[...given.args, ...named].join(", ")})`;
}

const keywords: Readonly<Record<string, string>> = {
  axis: "dim",
  keepdims: "keepdim",
  input_tensor: "input",
  clip_value_min: "min",
  clip_value_max: "max",
};

function argumentsOf(code: string): Given {
  const args: string[] = [];
  const named = new Map<string, string>();
  for (const part of partsIn(code)) {
    const keyword = /^(\w+)\s*=(?!=)\s*([\s\S]+)$/.exec(part);
    if (keyword === null) args.push(part);
    else named.set(Object.hasOwn(keywords, keyword[1]) ? keywords[keyword[1]] : keyword[1], keyword[2]);
  }
  return { args, named };
}

/** Of the parenthesis that opens there; -1 where it is never closed. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let i = open; i < code.length; i++) {
    if (code[i] === "(") depth++;
    else if (code[i] === ")" && --depth === 0) return i;
  }
  return -1;
}
