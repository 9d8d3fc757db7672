/** @file One class of attacks through a page, typed and by link, measured. */
import { sleep, type Usage, type Visitor } from "../visitor/visitor.ts";
import { linkTo } from "./links.ts";
import { type AttackClass, honest, type Program } from "./programs.ts";

export interface Measured {
  readonly title: string;
  readonly programs: number;
  readonly contained: number;
  /** What was not: which program, and how it shows. */
  readonly escapes: readonly string[];
  /** Milliseconds until the next honest loss's verdict was right. */
  readonly recovery: number;
  /** Milliseconds in which the page did not come to its turn. */
  readonly gap: number;
  /** Of one core, three seconds after the last. */
  readonly busy: number;
  /** Megabytes more than before. */
  readonly memory: number;
}

/** Until then a verdict has to be there, whatever it is. */
const VERDICT = 20_000;
const RECOVERY = 20_000;
const quiet = honest.replace("abs", "square");
const losses = [
  ["A", honest],
  ["B", quiet],
] as const;

/** Editors that are just taking over may take the focus with them, and what is pasted: setting up is not what is measured. */
async function setUp(visitor: Visitor): Promise<void> {
  const stands = { A: /^Scalar.*0\.7819/s, B: /^Scalar/ };
  for (const [lane, source] of [...losses, ...losses, ...losses]) {
    const isThere = async (): Promise<boolean> => stands[lane].test(await visitor.verdict(lane));
    if (!(await isThere())) await visitor.write(source, lane);
    for (let waited = 0; waited < 100 && !(await isThere()); waited++) await sleep(100);
  }
}

export async function assault(visitor: Visitor, { title, programs }: AttackClass): Promise<Measured> {
  await visitor.open();
  await setUp(visitor);
  await visitor.until("lane B's verdict", async () => /^Scalar/.test(await visitor.verdict("B")));
  await visitor.until("lane A's verdict", async () => /^Scalar.*0\.7819/s.test(await visitor.verdict()));
  const [right, other, kept] = [await visitor.verdict(), await visitor.verdict("B"), await visitor.kept()];
  const before = visitor.usage();
  await visitor.watchGaps();
  const typed = programs.map((program, i) => ({ name: `${i + 1} (${program.language})`, program, link: null }));
  const linked = typed.flatMap(({ name, program }) => {
    const link = linkTo(program);
    return link === null ? [] : [{ name: `${name} by link`, program, link }];
  });
  const runs = [...typed, ...linked];
  const escapes: string[] = [];
  let [recovery, gap] = [0, 0];
  for (const { name, program, link } of runs) {
    const said = visitor.sink.length;
    try {
      await begin(visitor, program, link, right);
      const verdict = await visitor.settled("A", VERDICT);
      if (verdict.length > 3000) escapes.push(`${name}: a verdict of ${verdict.length} characters`);
      const start = Date.now();
      await visitor.write(honest);
      const isRight = async (): Promise<boolean> => {
        const now = await visitor.verdict();
        // What came by link and could not be compiled was never run: its text waits still.
        if (now.startsWith("Waiting")) await visitor.press("Run");
        return now === right;
      };
      await visitor.until("the right verdict", isRight, RECOVERY);
      recovery = Math.max(recovery, Date.now() - start);
      if (link === null && (await visitor.verdict("B")) !== other) escapes.push(`${name}: lane B is another`);
    } catch (error) {
      escapes.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      if (visitor.page.isClosed()) throw new Error(escapes.at(-1));
      await visitor.open();
      await visitor.watchGaps();
    }
    gap = Math.max(gap, await visitor.worstGap());
    if (visitor.sink.length > said) escapes.push(`${name}: ${visitor.sink.slice(said).join(", ")}`);
  }
  await visitor
    .until("storage as it was", async () => (await visitor.kept()) === kept, 5000)
    .catch(async () => escapes.push(`storage is another: ${await visitor.kept()} for ${kept}`));
  await sleep(3000);
  const { busy, memory } = await restOf(visitor, before);
  const failed = new Set(escapes.map((said) => said.split(":")[0]));
  return { title, programs: runs.length, contained: runs.length - failed.size, escapes, recovery, gap, busy, memory };
}

async function begin(visitor: Visitor, { source }: Program, link: string | null, right: string): Promise<void> {
  if (link === null) await visitor.write(source);
  else {
    await visitor.page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await visitor.until("the link's loss", async () => /^(Waiting|Broken)/.test(await visitor.verdict()));
    await visitor.press("Run");
  }
  await visitor.until("another verdict", async () => (await visitor.verdict()) !== right, VERDICT);
}

async function restOf(visitor: Visitor, before: Usage): Promise<{ readonly busy: number; readonly memory: number }> {
  const start = visitor.usage();
  await sleep(1000);
  const now = visitor.usage();
  return { busy: now.time - start.time, memory: (now.memory - before.memory) / 1024 ** 2 };
}

/** A line of the table. */
export const rowOf = ({ title, programs, contained, recovery, gap, busy, memory }: Measured): string =>
  `| ${[title, programs, contained, recovery.toFixed(0), gap.toFixed(0), busy.toFixed(2), memory.toFixed(0)].join(" | ")} |`;

export const head =
  "| a loss that | programs | contained | recovery, ms | worst gap, ms | busy, cores | more memory, MB |\n|---|---|---|---|---|---|---|";
