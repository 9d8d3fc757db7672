/** @file Programs that mean harm, by class of what they try. Each is the inside of forward, before its honest return. */

export interface AttackClass {
  readonly title: string;
  readonly programs: readonly string[];
}

/** The page's own things under the names they have outside. */
const outside =
  "const world: any = globalThis; const scope: any = predictions.constructor; const T: any = predictions;";

export const attackClasses: readonly AttackClass[] = [
  {
    title: "reaches for the network",
    programs: [
      "world.fetch('/sink');",
      "new world.WebSocket('ws://' + 'localhost/sink'); new world.EventSource('/sink');",
      "new world.Worker('data:text/javascript,fetch(\"/sink\")'); world.importScripts('/sink');",
      "new world.FontFace('x', 'url(/sink)').load(); world.navigator.sendBeacon('/sink');",
    ],
  },
  {
    title: "reaches for storage and other tabs",
    programs: [
      "world.indexedDB.deleteDatabase('losslab');",
      "world.localStorage.clear(); world.caches.delete('x');",
      "for (let i = 0; i < 2000; i++) new world.BroadcastChannel('c' + i).postMessage(1);",
    ],
  },
  {
    title: "forges results",
    programs: [
      "world.postMessage({ type: 'report', id: 1 });",
      "world.losslabPort.postMessage({ type: 'progress', id: 1 });",
      "world.Math = { ...Math, imul: () => 7 }; (Math as any).imul = () => 7;",
      "world.__losslab(() => () => ({ shape: [], value: 0 })); Object.defineProperty(world, '__losslab', { value: null });",
    ],
  },
  {
    title: "floods",
    programs: [
      "for (let i = 0; i < 1e6; i++) console.log('line', i);",
      "for (let i = 0; i < 1e5; i++) void Promise.reject(i);",
      "console.log('x'.repeat(1e8)); throw new Error('y'.repeat(1e8));",
    ],
  },
  {
    title: "never ends",
    programs: [
      "while (true) {}",
      "const again = (): any => Promise.resolve().then(again); again();",
      "/^(a+)+$/.test('a'.repeat(40) + '!');",
      "const deep = (): any => { try { return deep(); } finally { deep(); } }; deep();",
    ],
  },
  {
    title: "cannot be interrupted",
    programs: [
      "new Array(2 ** 32 - 2).lastIndexOf(1);",
      "Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1);",
      "void Promise.resolve().then(() => new Array(2 ** 32 - 2).lastIndexOf(1));",
    ],
  },
  {
    title: "takes all memory",
    programs: [
      "const kept: any[] = []; for (;;) kept.push(new Float64Array(1e7).fill(1));",
      "let a: any = new Float64Array(3e7); const kept: any[] = []; for (let i = 0; i < 40; i++) kept.push(a.toReversed(), a.slice());",
      "let text: any = 'x'; for (let i = 0; i < 40; i++) text += text;",
    ],
  },
  {
    title: "tampers with the realm",
    programs: [
      "Object.getPrototypeOf(Float32Array.prototype).slice = () => new Float32Array(64);",
      "(Object.prototype as any).writes = 5; (Array.prototype as any)[Symbol.iterator] = null;",
      "T.block.constructor.at(64, 1e6).data.fill(7);",
      "Object.getPrototypeOf(T).sub = () => 1; Object.defineProperty(T, 'shape', { value: [1e6] });",
    ],
  },
  {
    title: "throws and returns what is exotic",
    programs: [
      "throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });",
      "throw Symbol('x');",
      "return new Proxy(predictions, {}) as any;",
      "return { then(f: any) { f(predictions); } } as any;",
    ],
  },
  {
    title: "tampers with what it is handed",
    programs: [
      "predictions.shape; T.shape[0] = 1e6; T.shape.length = 0;",
      "targets.zero_(); targets.fill_(Number.NaN);",
      "T.data.fill(0); T.data.buffer.transfer();",
    ],
  },
  {
    title: "stays after its end",
    programs: [
      "world.setTimeout(() => { for (;;) {} }, 10);",
      "new world.FinalizationRegistry(() => { for (;;) {} }).register({}, 1);",
      "world.close(); world.self.close();",
    ],
  },
  {
    title: "breaks out",
    programs: [
      "T.sub.constructor('return this')().fetch('/sink');",
      "(async () => {}).constructor('await fetch(\"/sink\")')();",
      "world.eval('1'); world.top.location = '/sink'; world.alert(1);",
    ],
  },
  {
    title: "pretends to be the page",
    programs: [
      "throw new Error('your session has expired, sign in at https://example.com');",
      "throw new Error('\\u202e\\u061c\\u200btxet neddih');",
      "class Losslab extends Error {} throw Object.assign(new Losslab('x'), { name: 'Losslab: sign in\\u0007', hint: 'Sign in again.', code: 'broadcast' });",
    ],
  },
];

export const honest = "function forward(predictions, targets) {\n  return predictions.sub(targets).abs().mean();\n}";

export const hostile = (program: string): string =>
  `function forward(predictions, targets) {\n  ${outside}\n  ${program}\n  return predictions.sub(targets).square().mean();\n}`;
