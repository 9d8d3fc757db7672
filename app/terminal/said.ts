/** @file What was seen of a loss, as lines of a terminal or as JSON. Pure. */
import type { Check, CheckState } from "../verdict/checks.ts";
import { formatCount, formatNumber } from "../verdict/format.ts";
import type { Look } from "./look.ts";

/** 0: scalar and healthy. 1: there are findings. 2: it is broken. */
export function statusOf({ verdict, checks, training }: Look): 0 | 1 | 2 {
  if (verdict.label === "Broken" || verdict.label === "Stopped" || verdict.label === null) return 2;
  const isHealthy = checks.every(({ state }) => state === "passed" || state === "noted");
  return isHealthy && verdict.label === "Scalar" && training?.status !== "failed" ? 0 : 1;
}

const signs: Readonly<Record<CheckState, string>> = { failed: "✗", warning: "!", noted: "·", passed: "✓" };

export function linesOf(file: string, seen: Look): string[] {
  const { verdict, checks, training, data } = seen;
  const { label, shape, value, reason, pytorch, exception } = verdict;
  const head = [label, shape === null ? null : `shape ${shape}`, value].filter((part) => part !== null).join(" ");
  return [
    `${file} · ${data}`,
    `${head}: ${reason}`,
    ...(pytorch === null ? [] : [`  PyTorch: “${pytorch}”${exception === null ? "" : ` (${exception})`}`]),
    ...checks.flatMap((check) => (check.id === "verdict" ? fixLines(check) : checkLines(check))),
    ...trainingLines(training),
  ];
}

const fixLines = ({ fixes }: Check): string[] => fixes.map((fix) => `    fix: ${fix.title}`);

function checkLines(check: Check): string[] {
  const { state, title, text, place, pytorch } = check;
  const where = place === null || text.includes(`line ${place.line}`) ? "" : ` (line ${place.line})`;
  return [
    `${signs[state]} ${title}: ${text}${where}`,
    ...(pytorch === null ? [] : [`    ${pytorch}`]),
    ...fixLines(check),
  ];
}

function trainingLines(training: Look["training"]): string[] {
  if (training === null) return [];
  const { step, status, trainingLoss, validationLoss, failure } = training;
  const ends = (values: readonly number[]): string => `${formatNumber(values[0])} → ${formatNumber(values.at(-1))}`;
  const lines = [
    `Trained ${formatCount(step)} steps: loss ${ends(trainingLoss.values)}, on validation rows ${ends(validationLoss.values)}`,
  ];
  return status === "failed" && failure !== null ? [...lines, `✗ Training failed: ${failure.message}`] : lines;
}

/** Codes and numbers for programs, words as they are shown: one line. */
export function jsonOf(file: string, seen: Look): string {
  const { verdict, checks, facts, report, training, data } = seen;
  const { label, shape, value, reason, pytorch, exception } = verdict;
  return JSON.stringify({
    file,
    data,
    status: statusOf(seen),
    verdict: { label, shape, value, reason, pytorch, exception },
    hazards: report?.hazards ?? [],
    facts,
    checks: checks.map(({ id, state, title, text, place, fixes }) => ({
      id,
      state,
      title,
      text,
      line: place?.line ?? null,
      fixes,
    })),
    training:
      training === null
        ? null
        : {
            status: training.status,
            step: training.step,
            trainingLoss: training.trainingLoss.values.at(-1) ?? null,
            validationLoss: training.validationLoss.values.at(-1) ?? null,
            failure: training.failure?.message ?? null,
          },
  });
}
