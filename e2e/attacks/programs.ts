/** @file Programs that mean harm, by class of what they try: the classes of the threat model, and what was found in this page. */

export interface Program {
  readonly language: "typescript" | "python";
  readonly source: string;
}

export interface AttackClass {
  readonly title: string;
  readonly programs: readonly Program[];
}

/** The page's own things under the names they have outside. */
const outside =
  "const world: any = globalThis; const scope: any = predictions.constructor; const T: any = predictions;";

/** The inside of forward, before its honest return. */
const ts = (program: string, before = ""): Program => ({
  language: "typescript",
  source: `${before}function forward(predictions, targets) {\n  ${outside}\n  ${program}\n  return predictions.sub(targets).square().mean();\n}`,
});

const py = (...lines: readonly string[]): Program => ({
  language: "python",
  source: `import torch\nimport warnings\n\ndef forward(predictions, targets):\n${lines.map((line) => `    ${line}\n`).join("")}    return ((predictions - targets) ** 2).mean()\n`,
});

export const attackClasses: readonly AttackClass[] = [
  {
    title: "reaches for the network",
    programs: [
      ts("world.fetch('/sink');"),
      ts("new world.WebSocket('ws://' + 'localhost/sink'); new world.EventSource('/sink');"),
      ts("new world.Worker('data:text/javascript,fetch(\"/sink\")'); world.importScripts('/sink');"),
      ts("new world.FontFace('x', 'url(/sink)').load(); world.navigator.sendBeacon('/sink');"),
    ],
  },
  {
    title: "reaches for storage and other tabs",
    programs: [
      ts("world.indexedDB.deleteDatabase('losslab');"),
      ts("world.localStorage.clear(); world.caches.delete('x');"),
      ts("for (let i = 0; i < 2000; i++) new world.BroadcastChannel('c' + i).postMessage(1);"),
    ],
  },
  {
    title: "forges results",
    programs: [
      ts("world.postMessage({ type: 'report', id: 1 });"),
      ts("world.losslabPort.postMessage({ type: 'progress', id: 1 });"),
      ts("world.Math = { ...Math, imul: () => 7 }; (Math as any).imul = () => 7;"),
      ts(
        "world.__losslab(() => () => ({ shape: [], value: 0 })); Object.defineProperty(world, '__losslab', { value: null });",
      ),
    ],
  },
  {
    title: "floods",
    programs: [
      ts("for (let i = 0; i < 1e6; i++) console.log('line', i);"),
      ts("for (let i = 0; i < 1e5; i++) void Promise.reject(i);"),
      ts("console.log('x'.repeat(1e8)); throw new Error('y'.repeat(1e8));"),
    ],
  },
  {
    title: "never ends",
    programs: [
      ts("while (true) {}"),
      ts("const again = (): any => Promise.resolve().then(again); again();"),
      ts("/^(a+)+$/.test('a'.repeat(40) + '!');"),
      ts("const deep = (): any => { try { return deep(); } finally { deep(); } }; deep();"),
    ],
  },
  {
    title: "cannot be interrupted",
    programs: [
      ts("new Array(2 ** 32 - 2).lastIndexOf(1);"),
      ts("Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1);"),
      ts("void Promise.resolve().then(() => new Array(2 ** 32 - 2).lastIndexOf(1));"),
    ],
  },
  {
    title: "takes all memory",
    programs: [
      ts("const kept: any[] = []; for (;;) kept.push(new Float64Array(1e7).fill(1));"),
      ts(
        "let a: any = new Float64Array(3e7); const kept: any[] = []; for (let i = 0; i < 40; i++) kept.push(a.toReversed(), a.slice());",
      ),
      ts("let text: any = 'x'; for (let i = 0; i < 40; i++) text += text;"),
    ],
  },
  {
    title: "tampers with the realm",
    programs: [
      ts("Object.getPrototypeOf(Float32Array.prototype).slice = () => new Float32Array(64);"),
      ts("(Object.prototype as any).writes = 5; (Array.prototype as any)[Symbol.iterator] = null;"),
      ts("T.block.constructor.at(64, 1e6).data.fill(7);"),
      ts("Object.getPrototypeOf(T).sub = () => 1; Object.defineProperty(T, 'shape', { value: [1e6] });"),
    ],
  },
  {
    title: "throws and returns what is exotic",
    programs: [
      ts("throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });"),
      ts("throw Symbol('x');"),
      ts("return new Proxy(predictions, {}) as any;"),
      ts("return { then(f: any) { f(predictions); } } as any;"),
    ],
  },
  {
    title: "tampers with what it is handed",
    programs: [
      ts("predictions.shape; T.shape[0] = 1e6; T.shape.length = 0;"),
      ts("targets.zero_(); targets.fill_(Number.NaN);"),
      ts("T.data.fill(0); T.data.buffer.transfer();"),
    ],
  },
  {
    title: "stays after its end",
    programs: [
      ts("world.setTimeout(() => { for (;;) {} }, 10);"),
      ts("new world.FinalizationRegistry(() => { for (;;) {} }).register({}, 1);"),
      ts("world.close(); world.self.close();"),
    ],
  },
  {
    title: "breaks out",
    programs: [
      ts("T.sub.constructor('return this')().fetch('/sink');"),
      ts("(async () => {}).constructor('await fetch(\"/sink\")')();"),
      ts("world.eval('1'); world.top.location = '/sink'; world.alert(1);"),
    ],
  },
  {
    title: "pretends to be the page",
    programs: [
      ts("throw new Error('your session has expired, sign in at https://example.com');"),
      ts("throw new Error('\\u202e\\u061c\\u200btxet neddih');"),
      ts(
        "class Losslab extends Error {} throw Object.assign(new Losslab('x'), { name: 'Losslab: sign in\\u0007', hint: 'Sign in again.', code: 'broadcast' });",
      ),
    ],
  },
  {
    title: "burns slowly",
    programs: [
      ts("const start = Date.now(); while (Date.now() - start < 900) {}"),
      ts("for (let i = 0; i < 8; i++) { let x: any = predictions; for (let j = 0; j < 2000; j++) x = x.add(1e-9); }"),
      py("for i in range(20):", "    x = torch.randn(600, 600) @ torch.randn(600, 600)"),
    ],
  },
  {
    title: "says too much",
    programs: [
      py("for i in range(900): warnings.warn('careful with this one ' + str(i) + ' ' + 'x' * 300)"),
      py("for i in range(900): print('line', i, 'y' * 3000)"),
      py("return {'k' * 100 + str(i): (predictions - targets).abs().mean() for i in range(900)}"),
      ts(Array.from({ length: 900 }, (_, i) => `const a${i}: number = "x";`).join(" ")),
      ts(Array.from({ length: 900 }, (_, i) => `const b${i} = predictions.sub(targets.squeeze(-1));`).join("\n  ")),
      ts("throw Object.assign(new Error('z'.repeat(1e6)), { name: 'N'.repeat(1e6) });"),
    ],
  },
  {
    title: "is too deep for a compiler",
    programs: [
      ts(`const x = ${"(".repeat(20_000)}1${")".repeat(20_000)};`),
      ts(`const x = ${"[".repeat(50_000)}1${"]".repeat(50_000)};`),
      ts(`const x = predictions${".abs()".repeat(8000)};`),
      ts("", `${"@d ".repeat(10_000)}class A {}\n`),
      ts("{".repeat(1500) + "}".repeat(1500)),
      py(`x = ${"(".repeat(20_000)}1${")".repeat(20_000)}`),
      py(`x = ${"[".repeat(50_000)}1${"]".repeat(50_000)}`),
      py(`x = predictions${".abs()".repeat(8000)}`),
      py(...Array.from({ length: 1500 }, (_, i) => `${" ".repeat(i)}if True:`), `${" ".repeat(1500)}pass`),
      py(...new Array<string>(10_000).fill("@print"), "def f(): pass"),
    ],
  },
  {
    title: "climbs out of Python",
    programs: [
      py("[].__class__.__mro__[-1].__subclasses__()"),
      py("forward.__globals__['__builtins__']['eval']('1')"),
      py("'{0.__class__.__init__.__globals__}'.format(predictions)"),
      py("getattr(predictions, 'constructor')('return this')()"),
      py("print(f'{predictions.constructor.constructor}')"),
      py(
        "for name in ['__proto__', 'prototype', 'block', '#node', 'valueOf', 'then']: print(getattr(predictions, name))",
      ),
      py("setattr(torch, 'mean', lambda x: 7)", "torch.nn.functional.mse_loss = lambda a, b: 7"),
      py("import os", "os.system('true')"),
      py("__import__('js').fetch('/sink')"),
      py("eval('1')", "exec('1')", "open('/etc/passwd')"),
      py("type('X', (object,), {'__del__': lambda self: forward})()", "raise type('E', (BaseException,), {})('x')"),
    ],
  },
  {
    title: "imports",
    programs: [
      ts("void import('/sink');"),
      ts("void import('data:text/javascript,fetch(`/sink`)');"),
      ts("", "import x from '/sink';\n"),
      py("from urllib.request import urlopen", "urlopen('http://localhost/sink')"),
    ],
  },
  {
    title: "traps whoever reads its values",
    programs: [
      ts("return { get shape() { for (;;) {} } } as any;"),
      ts(
        "return new Proxy({}, { get: () => { throw { get message() { throw 1; } }; }, ownKeys: () => { throw 2; } }) as any;",
      ),
      ts("throw { toString() { for (;;) {} }, valueOf() { throw 1; }, get name() { return { length: 1e9 }; } };"),
      ts(
        "class X extends Array { static get [Symbol.species]() { return Object; } } return X.from([predictions]) as any;",
      ),
      ts(
        "(Error as any).prepareStackTrace = () => { throw 1; }; (Error as any).stackTraceLimit = 1e9; (null as any).x;",
      ),
      ts("return (async function* () { for (;;) yield 1; })() as any;"),
      ts("console.log({ toJSON() { for (;;) {} } }, Symbol('x'), 1n, new Proxy(() => 1, {}));"),
      ts("predictions.mul({ valueOf() { throw 1; }, [Symbol.toPrimitive]() { for (;;) {} } } as any);"),
      ts("return [1, , predictions, NaN, -0, Infinity] as any;"),
    ],
  },
  {
    title: "shares memory or compiles",
    programs: [
      ts(
        "new world.SharedArrayBuffer(1); world.Atomics.wait(new world.Int32Array(new world.SharedArrayBuffer(4)), 0, 0);",
      ),
      ts("new world.WebAssembly.Memory({ initial: 60000 });"),
      ts("const b: any = new ArrayBuffer(8, { maxByteLength: 2 ** 32 } as any); b.resize(2 ** 31);"),
      ts(
        "const kept: any[] = []; for (let i = 0; i < 1e4; i++) kept.push(new (world.Float16Array ?? Float32Array)({ length: 1e7 }));",
      ),
      ts("const kept: any[] = []; for (;;) kept.push('x'.repeat(2 ** 28) + kept.length);"),
      py("x = [torch.zeros(4096, 4096) for i in range(100)]"),
    ],
  },
];

/** What nobody need be kept from: what its row of the table says is the machine's. */
export const harmless: AttackClass = {
  title: "means no harm",
  programs: [ts(""), ts("console.log(predictions);"), py("pass")],
};

export const honest = "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}";
