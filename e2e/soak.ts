/**
 * @file npm run soak: a visitor who does this and that for two minutes (`-- --minutes 30` for longer), honest and hostile. Prints what the page holds as time goes
 * by, and fails where frames or workers are left over, where the heap clearly grows, or where the page fails.
 */
import { attackClasses, honest } from "./attacks/programs.ts";
import { serve } from "./visitor/serve.ts";
import { sleep, Visitor } from "./visitor/visitor.ts";

const given = process.argv.indexOf("--minutes");
const minutes = given < 0 ? 2 : Number(process.argv[given + 1]);
/** Acts that are not told apart by chance alone: the same at every run. */
let state = Number(process.env.LOSSLAB_SEED ?? 7);
const MOST_HEAP_SLOPE = 3;
/** One for a lane's evaluations and one for its runs, of two lanes. */
const MOST_FRAMES = 4;
/** One in which a program runs, and one booted ahead. */
const MOST_REALMS = 2;

function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

const pick = <T>(list: readonly T[]): T => {
  const item = list[random(list.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

const python =
  "import torch\n\nk = 0.5\n\ndef forward(predictions, targets):\n    return (k * (predictions - targets) ** 2).mean()\n";
const losses = [honest, honest.replace("abs", "square"), python, honest.replace(".mean()", "")];
// What takes all memory takes a machine's time more than it says something here; e2e/attacks has it.
const hostile = attackClasses.filter(({ title }) => !/memory|deep/.test(title)).flatMap(({ programs }) => programs);

const acts: readonly ((visitor: Visitor) => Promise<unknown>)[] = [
  (visitor) => visitor.write(pick(losses), pick(["A", "B"])),
  (visitor) => visitor.write(pick(losses), pick(["A", "B"])),
  (visitor) => visitor.write(pick(hostile).source, pick(["A", "B"])),
  (visitor) => visitor.press(`Train lane ${pick(["A", "B"])}`),
  (visitor) => visitor.press("Reset"),
  (visitor) => visitor.press("Pause"),
  (visitor) => visitor.press("Step"),
  (visitor) => visitor.page.keyboard.type(pick([" ", "// x\n", "1", ")"])),
];

async function shut(): Promise<void> {
  await visitor.page.keyboard.press("Escape");
  await visitor.until("no dialog", async () => !(await visitor.finds("dialog[open]")));
}

/** Everything that starts when it is first asked for, asked for once: what stays of it is no leak. */
async function meetAll(): Promise<void> {
  for (const lane of ["A", "B"]) {
    await visitor.write(python, lane);
    await visitor.until("a verdict", async () => (await visitor.verdict(lane)).startsWith("Scalar"));
    await visitor.press(`Train lane ${lane}`);
  }
  await visitor.press("Export");
  await visitor.until("an export", () => visitor.finds("dialog textarea.export-text"));
  await shut();
  await visitor.press("Own data…");
  await visitor.until("a dialog", () => visitor.finds("dialog [aria-label='Data as CSV']"));
  await shut();
}

interface Sample {
  readonly minute: number;
  readonly acts: number;
  /** Megabytes, after everything that can go has gone. */
  readonly heap: number;
  readonly memory: number;
  readonly frames: number;
  /** In frames: a program runs there, or will. */
  readonly realms: number;
  /** The page's own, by name. */
  readonly workers: ReadonlyMap<string, number>;
}

const served = await serve(Number(process.env.LOSSLAB_E2E_PORT ?? 4192));
const visitor = await Visitor.arrive("chromium", served.address);
const cdp = await visitor.page.createCDPSession();
await cdp.send("HeapProfiler.enable");

async function sample(start: number, count: number): Promise<Sample> {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const urls = visitor.page.workers().map((worker) => worker.url());
  const own = urls.filter((url) => url.startsWith(served.address)).map((url) => url.slice(served.address.length));
  return {
    minute: (Date.now() - start) / 60_000,
    acts: count,
    heap: usedSize / 1024 ** 2,
    memory: visitor.usage().memory / 1024 ** 2,
    frames: await visitor.page.evaluate(() => document.querySelectorAll("iframe").length),
    realms: urls.length - own.length,
    workers: new Map(own.map((name) => [name, own.filter((other) => other === name).length])),
  };
}

/** The same few things done each time, so that what differs is what was left over. */
async function rest(): Promise<void> {
  await visitor.press("Reset");
  await visitor.write(honest);
  await visitor.write(honest, "B");
  await visitor.until("rest", async () => {
    const verdicts = [await visitor.verdict(), await visitor.verdict("B")];
    return verdicts.every((verdict) => /^Scalar.*0\.7819/s.test(verdict));
  });
  await sleep(1000);
}

/** Of the least squares, a minute. */
function slopeOf(points: readonly (readonly [minute: number, value: number])[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([minute]) => minute)), mean(points.map(([, value]) => value))];
  const over = points.reduce((sum, [minute]) => sum + (minute - x) ** 2, 0);
  return over === 0 ? 0 : points.reduce((sum, [minute, value]) => sum + (minute - x) * (value - y), 0) / over;
}

try {
  await meetAll();
  await rest();
  const start = Date.now();
  const end = start + minutes * 60_000;
  const samples: Sample[] = [await sample(start, 0)];
  let count = 0;
  while (Date.now() < end || samples.length < 4) {
    const until = Math.min(end, Date.now() + Math.max(15_000, (minutes * 60_000) / 20));
    do {
      await pick(acts)(visitor);
      count++;
      await sleep(random(400));
    } while (Date.now() < until);
    await rest();
    const now = await sample(start, count);
    samples.push(now);
    console.log(
      `${now.minute.toFixed(1)} min, ${now.acts} acts: heap ${now.heap.toFixed(1)} MB, all processes ${now.memory.toFixed(0)} MB, ${now.frames} frames, ${now.realms} realms, ${[...now.workers.values()].reduce((sum, each) => sum + each, 0)} workers`,
    );
  }
  // The first one is warmer than it will ever be colder.
  const later = samples.slice(1);
  const heap = slopeOf(later.map(({ minute, heap: value }) => [minute, value]));
  const memory = slopeOf(later.map(({ minute, memory: value }) => [minute, value]));
  console.log(`heap ${heap.toFixed(2)} MB a minute, all processes ${memory.toFixed(1)} MB a minute`);
  const [first, last] = [samples[0], samples.at(-1)];
  const faults = [
    ...visitor.errors.map((error) => `the page failed: ${error}`),
    ...visitor.sink.map((said) => `this left the page: ${said}`),
    ...samples.flatMap(({ minute, frames, realms, workers }) => {
      const at = `at ${minute.toFixed(1)} min`;
      return [
        ...(frames > MOST_FRAMES ? [`${frames} frames ${at}`] : []),
        ...(realms > MOST_REALMS * frames ? [`${realms} realms in ${frames} frames ${at}`] : []),
        ...[...workers]
          .filter(([name, count]) => count > (first?.workers.get(name) ?? 0))
          .map(([name, count]) => `${count} of ${name} ${at}`),
      ];
    }),
    ...(heap > MOST_HEAP_SLOPE && (last?.heap ?? 0) > (first?.heap ?? 0) + 10
      ? [`the heap grows by ${heap.toFixed(1)} MB a minute`]
      : []),
  ];
  for (const fault of faults) console.error(`✗ ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await visitor.leave();
  served.stop();
}
