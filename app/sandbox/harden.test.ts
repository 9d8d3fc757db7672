/** The sandbox's realm from the inside: strangers' programs in a hardened context, as in the worker. */
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { build } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import { toyDataset } from "../../engine/data/catalogue.ts";
import type { Program } from "../../engine/language/program.ts";
import { compile as compilePython } from "../../engine/testing/python.ts";
import type { Reply } from "../../engine/worker/protocol.ts";
import { defaultDocument } from "../document/defaults.ts";
import { NodeCompiler } from "../editor/compiler/NodeCompiler.ts";

const typescript = new NodeCompiler();
let bundle: vm.Script | null = null;

beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      minify: false,
      lib: {
        entry: fileURLToPath(new URL("./hardened-realm.ts", import.meta.url)),
        formats: ["iife"],
        name: "hardenedRealm",
        fileName: "realm",
      },
    },
  });
  const outputs = Array.isArray(result) ? result : "output" in result ? [result] : [];
  const [chunk] = outputs.flatMap(({ output }) => output);
  if (chunk?.type !== "chunk") throw new Error("no bundle");
  bundle = new vm.Script(`${chunk.code}\n;hardenedRealm`);
}, 60_000);

type Evaluate = (program: Program) => readonly (Reply | { readonly type: "tampered" })[];

function openRealm(): (source: string, language?: "typescript" | "python") => Reply | { readonly type: "tampered" } {
  const context = vm.createContext({});
  if (bundle === null) throw new Error("no bundle");
  const { open } = bundle.runInContext(context);
  const dataset = toyDataset("sine");
  const setup = { experiment: { ...defaultDocument.experiment, dataset: "sine" }, dataset };
  const evaluate: Evaluate = open(setup, (js: string) => vm.runInContext(js, context));
  return (source, language = "typescript") => {
    const { program } = language === "python" ? compilePython(source) : typescript.compile(source);
    if (program === null) throw new Error("does not compile");
    const last = evaluate(program).at(-1);
    if (last === undefined) throw new Error("said nothing");
    return last;
  };
}

test("the engine makes no error when it begins: each has the whole script read again for its stack, in every realm", () => {
  const context = vm.createContext({ made: [] });
  vm.runInContext(
    `for (const name of ["Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError"]) {
      globalThis[name] = new Proxy(globalThis[name], {
        construct(target, args, newTarget) {
          made.push(name + ": " + args[0]);
          return Reflect.construct(target, args, newTarget);
        },
      });
    }`,
    context,
  );
  bundle?.runInContext(context);
  expect(vm.runInContext("made.length + ' ' + made.join()", context)).toBe("0 ");
});

const honest = "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}";

function lossOf(reply: Reply | { readonly type: "tampered" }): number | null {
  if (reply.type !== "report") return null;
  const { outcome } = reply.report;
  return outcome?.kind === "tensor" ? outcome.value : null;
}

const printed = (reply: Reply | { readonly type: "tampered" }): string =>
  reply.type === "report"
    ? [...reply.report.console.lines.map(({ text }) => text), reply.report.failure?.message ?? ""].join("\n")
    : reply.type;

const inForward = (statements: string): string =>
  `function forward(predictions: any, targets: any): any {\n  const G: any = globalThis;\n  const T: any = predictions;\n  ${statements}\n  return predictions.sub(targets).abs().mean();\n}`;

/** One realm, or one value, for several tests. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Of the honest loss, where nothing else ran. */
const untouched = once(() => lossOf(openRealm()(honest)));

/** Each tries to change what the engine computes with. */
const tampering: readonly (readonly [title: string, statements: string])[] = [
  ["another Math", "G.Math = { ...G.Math, fround: () => 0 };"],
  ["another Math by definition", "Object.defineProperty(G, 'Math', { value: {} });"],
  ["another imul", "G.Math.imul = () => 7;"],
  ["a deleted binding", "delete G.Array;"],
  ["the slice of typed arrays", "Object.getPrototypeOf(Float32Array.prototype).slice = () => new Float32Array(64);"],
  ["the set of typed arrays", "Object.getPrototypeOf(Float32Array.prototype).set = () => {};"],
  [
    "the subarray by definition",
    "Object.defineProperty(Object.getPrototypeOf(Float64Array.prototype), 'subarray', { value: () => 1 });",
  ],
  ["map of arrays", "(Array.prototype as any).map = () => [];"],
  ["iteration", "(Array.prototype as any)[Symbol.iterator] = function* () {};"],
  ["what iterators do next", "Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });"],
  ["get of maps", "(Map.prototype as any).get = () => 1;"],
  ["Reflect", "(Reflect as any).apply = () => 1;"],
  ["Object.freeze", "(Object as any).freeze = () => 1;"],
  ["what objects inherit", "(Object.prototype as any).writes = 5; (Object.prototype as any).dim = 0;"],
  ["a setter on Object.prototype", "Object.defineProperty(Object.prototype, 'type', { set() { throw 1; } });"],
  ["call of functions", "(Function.prototype as any).call = () => 1;"],
  ["match of regular expressions", "(RegExp.prototype as any).exec = () => null;"],
  ["then of promises", "(Promise.prototype as any).then = () => 1;"],
  ["stack traces", "(Error as any).prepareStackTrace = () => { throw 1; };"],
  ["the gate", "Object.defineProperty(G, '__losslab', { get() { throw 1; } });"],
  ["the gate by assignment", "G.__losslab = () => {};"],
  ["the gate, called", "G.__losslab(() => () => 5);"],
  ["a tensor's method", "Object.getPrototypeOf(T).sub = () => 1;"],
  ["a tensor's own property", "Object.defineProperty(T, 'shape', { value: [1e6] });"],
  [
    "a field stamped on a tensor",
    "class Base { constructor(x: any) { return x; } } class Stamp extends Base { shape = [1e6]; } new Stamp(T);",
  ],
  ["a tensor's shape in place", "T.shape[0] = 1e6; T.shape.length = 0;"],
  ["a tensor's strides in place", "const t = T.t(); t.strides[0] = 1e6;"],
  ["the class of tensors", "T.constructor.onStaleView(() => null);"],
  ["a tensor of any block", "T.constructor.over(T.block, [1e6]).fill_(7);"],
  ["a place in memory", "T.block.constructor.at(64, 1e6).data.fill(7);"],
  ["a tensor's data", "T.data.fill(7);"],
  ["a tensor's prototype", "Object.setPrototypeOf(T, { sub: () => T });"],
  ["what made a tensor", "T.sub(1).node.pullBack = () => null;"],
  ["a gradient that is none", "T.grad = { shape: [1] };"],
  ["torch", "(torch as any).abs = () => 1; Object.defineProperty(torch, 'sub', { value: 1 });"],
  ["nn", "(nn as any).Module.prototype.parameters = () => [];"],
  ["F", "Object.setPrototypeOf(F, { abs: 1 });"],
  ["the console", "(console as any).log = null;"],
  [
    "the engine's error class",
    "try { T.matmul(1, 2, 3, 4); } catch (e: any) { Object.getPrototypeOf(e).toString = null; e.constructor.prototype.name = 5; }",
  ],
];

describe("a program that tampers with", () => {
  // One for all: what one of them leaves behind, the others meet.
  const shared = once(openRealm);
  test.each(tampering)("%s changes nothing for the loss after it, in the same realm", (_title, statements) => {
    const evaluate = shared();
    const value = untouched();
    expect(value).toBeTypeOf("number");
    evaluate(inForward(`try { ${statements} } catch {}`));
    evaluate(inForward(statements));
    expect(lossOf(evaluate(honest))).toBe(value);
  });
});

/** Everything that user code can reach, walked by user code itself. */
const walk = `function forward(predictions: any, targets: any): any {
  const seen = new Set<any>();
  const open: string[] = [];
  const forbidden: string[] = [];
  const thrown: any[] = [];
  for (const wrong of [() => predictions.matmul(1, 2, 3), () => predictions.backward(), () => (torch as any).zeros([-1]), () => (null as any).x]) {
    try { wrong(); } catch (error) { thrown.push(error); }
  }
  const layer: any = new (nn as any).Linear(1, 1);
  const optimizer: any = new (torch as any).optim.SGD(layer.parameters(), { lr: 0.1 });
  const made = new Set<any>([seen, open, forbidden, thrown, layer, optimizer]);
  const visit = (value: any, path: string, depth: number): void => {
    if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value) || depth > 9) return;
    seen.add(value);
    const name = String(Object.prototype.hasOwnProperty.call(value, "constructor") ? value.constructor?.name : "");
    if (/^(Block|Memory|WebAssembly|Generator32|TapeNode|ClosureNode)$/.test(name)) forbidden.push(path + ": " + name);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) forbidden.push(path + ": numbers");
    else if (!made.has(value) && !Object.isFrozen(value)) open.push(path);
    for (const key of Reflect.ownKeys(value)) {
      const descriptor: any = Reflect.getOwnPropertyDescriptor(value, key);
      visit(descriptor.value, path + "." + String(key), depth + 1);
      visit(descriptor.get, path + ".get " + String(key), depth + 1);
      visit(descriptor.set, path + ".set " + String(key), depth + 1);
    }
    visit(Object.getPrototypeOf(value), path + ".__proto__", depth + 1);
  };
  visit(torch, "torch", 0); visit(nn, "nn", 0); visit(F, "F", 0); visit(console, "console", 0);
  visit(predictions, "predictions", 0); visit(predictions.sub(targets), "result", 0);
  for (const name of ["shape", "strides"]) made.add(predictions[name]);
  for (const intrinsic of Object.getOwnPropertyNames(globalThis)) if (intrinsic !== "globalThis") visit((globalThis as any)[intrinsic], intrinsic, 0);
  thrown.forEach((error, i) => visit(Object.getPrototypeOf(error), "thrown" + i, 0));
  visit(Object.getPrototypeOf(layer), "layer", 0); visit(Object.getPrototypeOf(optimizer), "optimizer", 0);
  console.log("reached", seen.size > 1000, "open", open.join(" ") || "none", "forbidden", forbidden.join(" ") || "none");
  return predictions.sub(targets).abs().mean();
}`;

test("whatever a program reaches is frozen, and none of it is memory, tape or compiler", () => {
  expect(printed(openRealm()(walk))).toBe("reached true open none forbidden none\n");
});

test("bindings of the language are neither writable nor configurable", () => {
  const reply = openRealm()(
    inForward(
      "console.log(Object.getOwnPropertyNames(G).filter((name) => name !== 'hardenedRealm').filter((name) => { const d: any = Object.getOwnPropertyDescriptor(G, name); return d.writable || d.configurable; }).join(' ') || 'none');",
    ),
  );
  expect(printed(reply)).toBe("none\n");
});

test("classes, errors and objects of a loss's own can still be given what they inherit", () => {
  const reply =
    openRealm()(`class Mine extends Error { constructor() { super("x"); this.name = "Mine"; this.message = "set"; } }
class Loss extends nn.Module { weight: any; constructor() { super(); this.weight = new nn.Parameter(torch.ones([1])); this.training = false; } forward(p: any, t: any) { return p.sub(t).mul(this.weight).mean(); } }
${inForward("const o: any = {}; o.toString = () => 'mine'; o.constructor = 1; const f: any = () => 1; f.call = 2; console.log(new Mine().name, new Mine().message, String(o), f.call);")}`);
  expect(printed(reply)).toContain("Mine set mine 2");
});

/** Each wants more than 512 MB by another way. */
const greed: readonly string[] = [
  "const a = new Float64Array(3e7); for (let i = 0; i < 9; i++) keep.push((a as any).toReversed());",
  "const a = new Float64Array(3e7); for (let i = 0; i < 9; i++) keep.push(a.slice());",
  "const a = new Float64Array(3e7); for (let i = 0; i < 9; i++) keep.push((a as any).toSorted());",
  "const a = new Float64Array(3e7); for (let i = 0; i < 9; i++) keep.push((a as any).with(0, 1));",
  "const a = new Float64Array(3e7); for (let i = 0; i < 9; i++) keep.push(new Float64Array(a));",
  "const a = new Float64Array(3e7); for (let i = 0; i < 9; i++) keep.push(a.map((x) => x));",
  "for (let i = 0; i < 9; i++) keep.push(new Float64Array({ length: 3e7 } as any));",
  "for (let i = 0; i < 9; i++) keep.push(Float64Array.from({ length: 3e7 }));",
  "const b: any = new (ArrayBuffer as any)(8, { maxByteLength: 2 ** 30 }); b.resize(2 ** 30);",
  "const b: any = new ArrayBuffer(3e8); for (let i = 0; i < 9; i++) keep.push(b.slice(0));",
  "keep.push('x'.repeat(2 ** 29 - 100), 'y'.repeat(2 ** 29 - 100));",
  "keep.push('x'.padStart(2 ** 29 - 100), 'y'.padEnd(2 ** 29 - 100));",
  "keep.push(new Array(1e9).fill(0));",
  "keep.push(Array.from({ length: 1e9 }));",
  "for (let i = 0; i < 9; i++) keep.push(new Float64Array('30000000' as any));",
  "for (let i = 0; i < 9; i++) { let asked = 0; keep.push(new Float64Array({ get length() { return asked++ === 0 ? 0 : 3e7; } } as any)); }",
  "for (let i = 0; i < 9; i++) { let asked = 0; keep.push(new ArrayBuffer({ valueOf: () => (asked++ === 0 ? 0 : 2e8) } as any)); }",
  "const a = new Float64Array(3e7); Object.defineProperty(a, 'constructor', { value: undefined }); for (let i = 0; i < 9; i++) keep.push(a.slice());",
  "const a = new Float64Array(3e7); Object.defineProperty(a, 'constructor', { value: undefined }); for (let i = 0; i < 9; i++) keep.push(a.map((x) => x));",
  "for (let i = 0; i < 9; i++) { let asked = 0; keep.push('x'.repeat({ valueOf: () => (asked++ === 0 ? 0 : 2e8) } as any)); }",
  "for (let i = 0; i < 9; i++) keep.push(new (predictions.constructor.prototype, Float32Array)(1e8));",
];

const greedy = once(openRealm);

test.each(greed)("more than 512 MB by hand is refused: %s", (statements) => {
  expect(printed(greedy()(inForward(`const keep: any[] = []; ${statements}`)))).toMatch(/more than 512 MB/);
});

/** Each rejects promises without end; each is heard, since a test that leaves one unheard fails. */
const rejecting = [
  "for (;;) { let no: any; new Promise((_, reject) => { no = reject; }).catch(() => 0); no(1); }",
  "class P extends Promise<any> {} for (;;) { let no: any; new P((_, reject) => { no = reject; }).catch(() => 0); no(1); }",
  "for (;;) { let no: any; (Promise.all([new Promise((_, reject) => { no = reject; })]) as any).catch(() => 0); no(1); }",
];

test.each(rejecting)("more than 200 promises that are rejected are refused: %s", (statements) => {
  expect(printed(openRealm()(inForward(statements)))).toMatch(/rejects more than 200 promises/);
});

test("promises of a loss's own, some rejected, and async functions are what they are elsewhere", () => {
  const said = printed(
    openRealm()(
      inForward(
        `class P extends Promise<any> { mark() { return 1; } }
        const p: any = P.resolve(1);
        let no: any;
        new Promise((_, reject) => { no = reject; }).catch(() => 2);
        no(1);
        console.log(p instanceof Promise, p.then(() => 1) instanceof P, p.mark(), Promise.resolve(p) === p, (async () => 1)() instanceof Promise,
          Promise.name, Promise.prototype.constructor === Promise);`,
      ),
    ),
  );
  expect(said).toContain("true true 1 false true Promise true");
});

describe("from Python", () => {
  const shared = once(openRealm);
  const owners =
    "[predictions, nn.Linear(1, 1), torch, nn, F, torch.float32, print, len, 'text', 1.5, [1], {'a': 1}, (1,), range(3), torch.optim.SGD(nn.Linear(1, 1).parameters(), lr=0.1), nn.Linear, type(predictions), ValueError('x')]";
  const foreign =
    "constructor __proto__ prototype hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ caller arguments block withLayout onStaleView";

  test("attributes lead to nothing of JavaScript's", () => {
    const reply = openRealm()(
      `import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n\ndef forward(predictions, targets):\n    found = []\n    for at, owner in enumerate(${owners}):\n        for name in "${foreign}".split():\n            if hasattr(owner, name) or getattr(owner, name, None) is not None:\n                found.append(str(at) + name)\n    print(found)\n    return (predictions - targets).abs().mean()`,
      "python",
    );
    expect(printed(reply)).toBe("[]\n");
  });

  test.each(["weight.block.constructor", "constructor", "__proto__", "weight.constructor", "forward", "weight.data"])(
    "get_submodule(%s) is refused",
    (path) => {
      const reply = shared()(
        `import torch.nn as nn\n\ndef forward(predictions, targets):\n    nn.Linear(1, 1).get_submodule("${path}")\n    return predictions.mean()`,
        "python",
      );
      expect(printed(reply)).toMatch(/has no attribute|is not an nn.Module/);
    },
  );

  test.each(["__proto__", "constructor", "prototype"])("setattr(module, %s, …) changes no module's class", (name) => {
    const evaluate = shared();
    const value = untouched();
    evaluate(
      `import torch.nn as nn\n\ndef forward(predictions, targets):\n    layer = nn.Linear(1, 1)\n    setattr(layer, "${name}", nn.ReLU())\n    return predictions.mean()`,
      "python",
    );
    expect(lossOf(evaluate(honest))).toBe(value);
  });
});

describe("an error", () => {
  const shared = once(openRealm);
  test("that looks like the engine's is not believed", () => {
    const reply = shared()(
      inForward(
        "let real: any; try { T.matmul(T); } catch (e) { real = e; } throw Object.assign(Object.create(Object.getPrototypeOf(real)), { code: 'broadcast', hint: 'Sign in again.', pytorch: 'x', shapes: [], message: 'forged', op: 'sub' });",
      ),
    );
    expect(reply.type === "report" && reply.report.failure).toMatchObject({
      code: "exception",
      hint: null,
      pytorch: null,
    });
  });

  test("of the engine's that was caught and changed says what the engine said", () => {
    const reply = shared()(
      inForward(
        "try { T.matmul(T); } catch (e: any) { try { e.message = 'forged'; e.hint = 'forged'; } catch {} throw e; }",
      ),
    );
    expect(printed(reply)).not.toContain("forged");
  });

  test("cannot be made by its constructor", () => {
    const reply = shared()(
      inForward(
        "try { T.matmul(T); } catch (e: any) { throw new e.constructor({ code: 'dim', message: 'forged', hint: 'forged' }); }",
      ),
    );
    expect(reply.type === "report" && reply.report.failure).toMatchObject({ code: "exception", hint: null });
  });
});
