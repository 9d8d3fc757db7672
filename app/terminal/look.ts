/** @file A loss in a file, looked at as a lane's is: the same compilers, the same worker's entry, the same words. Runs its code in this process. */
import { readFileSync } from "node:fs";
import type { CheckedOf } from "../../engine/checks/kinds.ts";
import type { Dataset } from "../../engine/data/dataset.ts";
import type { Report } from "../../engine/inspect/report.ts";
import type { Compilation, Program } from "../../engine/language/program.ts";
import { answersTo } from "../../engine/testing/answers.ts";
import { compile as compilePython } from "../../engine/testing/python.ts";
import type { Progress } from "../../engine/train/progress.ts";
import { defaultHandling } from "../../engine/vector/handling.ts";
import type { Reply } from "../../engine/worker/protocol.ts";
import type { LaneLanguage } from "../document/document.ts";
import { NodeCompiler } from "../editor/compiler/NodeCompiler.ts";
import { boundedConsole } from "../sandbox/bounded-console.ts";
import { type LaneResult, noResult } from "../store/store.ts";
import { type Check, checksOf } from "../verdict/checks.ts";
import { known } from "../verdict/checked/known.ts";
import { type Verdict, verdictOf } from "../verdict/verdict.ts";
import { type Setting, settingFor } from "./setting.ts";

export interface Look {
  readonly language: LaneLanguage;
  readonly source: string;
  readonly verdict: Verdict;
  readonly report: Report | null;
  /** What experiments with it came to, as facts. */
  readonly facts: readonly CheckedOf[];
  /** Findings first, then what is known, then what went well. */
  readonly checks: readonly Check[];
  /** null where it was not trained. */
  readonly training: Progress | null;
  readonly data: string;
}

export interface Asked {
  readonly file: string;
  /** A data set's id; null for the page's first. */
  readonly data: string | null;
  /** No data: tensors as the loss seems to want them. */
  readonly tensors: boolean;
  /** Steps to train; null for none. */
  readonly train: number | null;
}

const here = { now: () => performance.now(), consoleFor: boundedConsole };

const languageOf = (file: string): LaneLanguage => (/\.[mc]?[jt]s$/.test(file) ? "typescript" : "python");

function compiled(source: string, language: LaneLanguage): Compilation {
  return language === "python" ? compilePython(source) : new NodeCompiler().compile(source);
}

export function look({ file, data, tensors, train }: Asked): Look {
  const source = readFileSync(file, "utf8");
  const language = languageOf(file);
  const compilation = compiled(source, language);
  const { program } = compilation;
  const setting = settingFor(data, tensors, train, program, here);
  const replies = program === null ? [] : repliesTo(program, setting, train);
  const report = replies.find((reply) => reply.type === "report")?.report ?? null;
  const facts = replies.find((reply) => reply.type === "checked")?.checks ?? [];
  const training = replies.findLast((reply) => reply.type === "progress")?.progress ?? null;
  const result: LaneResult = {
    ...noResult,
    phase: "ready",
    source,
    language,
    compilation,
    report,
    components: 1,
  };
  return {
    language,
    source,
    verdict: verdictOf(result),
    report,
    facts,
    checks: checksOf(result, defaultHandling, known(facts)),
    training,
    data: setting.dataset.title,
  };
}

function repliesTo(
  program: Program,
  { experiment, dataset, arguments: given }: Setting,
  train: number | null,
): Reply[] {
  const asked = { ...program, entry: { ...program.entry, arguments: { ...program.entry.arguments, ...given } } };
  const setup: { experiment: Setting["experiment"]; dataset: Dataset } = { experiment, dataset };
  const evaluated = answersTo(
    setup,
    { type: "evaluate", id: 1, program: asked, handling: defaultHandling, alternatives: [], tries: true },
    here,
  );
  const report = evaluated.find((reply) => reply.type === "report")?.report ?? null;
  // As on the page: what failed is not experimented with.
  if (report === null || report.failure !== null) return evaluated;
  const checked = answersTo(setup, { type: "check", id: 2, program: asked }, here);
  const trained =
    train === null
      ? []
      : answersTo(setup, { type: "train", id: 3, program: asked, handling: defaultHandling, until: train }, here);
  return [...evaluated, ...checked, ...trained];
}
