/**
 * @file What the sandbox sends and what the page believes of it: every field, its type and its size. A stranger's code may have had its hands on it.
 */
import * as v from "valibot";
import { clip } from "../bounded.ts";
import { checkCodes, checkedSchema } from "../checks/kinds.ts";
import { sampleSchema } from "../checks/sample/facts.ts";
import { exactly } from "../exactly.ts";
import { count, cutting, type Measure, refusing, share } from "../inspect/bounds.ts";
import { reportSchema } from "../inspect/report-schema.ts";
import { notedSchema, surveySchema } from "../study/landscape/facts.ts";
import { progressSchema, seriesPartSchema } from "../train/progress-schema.ts";
import { once } from "../once.ts";
import type { Reply } from "./protocol.ts";

const replySchema = (measure: Measure) =>
  exactly<Reply>()(
    v.variant("type", [
      v.object({ type: v.literal("ready") }),
      v.object({ type: v.literal("begun"), id: count }),
      v.object({ type: v.literal("heartbeat") }),
      v.object({ type: v.literal("report"), id: count, report: reportSchema(measure) }),
      v.object({
        type: v.literal("checked"),
        id: count,
        checks: measure.list(checkedSchema(measure), checkCodes.length),
      }),
      v.object({ type: v.literal("profiled"), id: count, sample: sampleSchema(measure) }),
      v.object({ type: v.literal("noted"), id: count, share, numbers: notedSchema }),
      v.object({ type: v.literal("surveyed"), id: count, found: surveySchema(measure) }),
      v.object({ type: v.literal("progress"), id: count, progress: progressSchema(measure) }),
      v.object({ type: v.literal("series"), id: count, part: seriesPartSchema(measure) }),
      v.object({
        type: v.literal("trained"),
        id: count,
        run: count,
        progress: progressSchema(measure),
        isClean: v.boolean(),
      }),
    ]),
  );

/** Of the two, page and sandbox need one each. */
const believed = once(() => replySchema(refusing));
const sent = once(() => replySchema(cutting));

/** A message that is not what it should be: which field, and why. */
export interface Misfit {
  readonly type: "misfit";
  /** `report.hazards.0.code`; empty for the whole message. */
  readonly path: string;
  /** May quote what came: a stranger's text. */
  readonly why: string;
}

/** Of a path, of what was expected, of what came. */
const LONGEST = 150;

/** The reply, made of nothing but its known fields; or what is wrong with it. Never throws. */
export function parseReply(message: unknown): Reply | Misfit {
  const result = v.safeParse(believed(), message);
  return result.success ? result.output : misfitOf(result.issues[0]);
}

/** As it may be sent: what is over a bound is cut. What cannot be made to fit is a fault of the engine's: it goes as it is, and the page says so. */
export function fitted(reply: Reply): Reply {
  const result = v.safeParse(sent(), reply);
  return result.success ? result.output : reply;
}

function misfitOf(issue: v.BaseIssue<unknown>): Misfit {
  const { expected, received, kind, type } = issue;
  const rule = kind === "validation" ? `${type.replaceAll("_", " ")} ` : "";
  return {
    type: "misfit",
    path: clip(v.getDotPath(issue) ?? "", LONGEST),
    why:
      expected === null ? issue.message : `expected ${rule}${clip(expected, LONGEST)}, got ${clip(received, LONGEST)}`,
  };
}
