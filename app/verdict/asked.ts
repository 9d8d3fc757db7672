/** @file For tests: a table of losses that went wrong for somebody, held to what the page says of each. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { HazardCode } from "../../engine/inspect/hazards.ts";
import { dataSetNamed } from "../../engine/testing/data-sets.ts";
import type { LaneResult } from "../store/store.ts";
import { applied, reported } from "./reported.ts";
import { lineOf } from "./source-text.ts";
import { offeredFixes, verdictOf } from "./verdict.ts";

export interface Told {
  /** The finding's code; null where the loss is refused, or healthy. */
  readonly code: HazardCode | null;
  readonly line: number | null;
  readonly says: RegExp;
  /** What the first fix makes of the text: a piece of it, or null where the words alone say what to write. */
  readonly fix: string | null;
  readonly isQuoted?: boolean;
  /** What is rightly said of the mended loss on this batch. */
  readonly leaves?: HazardCode;
}

export const questions = "engine/testdata/questions";

/** The data set is named on the first line, where it is not the page's first. */
function looked(source: string): LaneResult {
  const id = /^# (\S+)\n/.exec(source)?.[1];
  const dataset = id === undefined ? null : dataSetNamed(id);
  return dataset === null ? reported(source) : reported(source, null, undefined, dataset);
}

/** Holds what is said of a loss to what is expected; what its first fix makes of it, or null where words alone are offered. */
export function mendedAsTold(source: string, lane: LaneResult, expected: Told): string | null {
  const verdict = verdictOf(lane);
  const note = verdict.notes.find(({ code }) => code === expected.code);
  const place = note === undefined ? verdict.place : note.place;
  if (expected.code !== null) expect(lane.report?.hazards.map(({ code }) => code)).toContain(expected.code);
  expect(note?.text ?? verdict.reason).toMatch(expected.says);
  expect(place === null ? null : lineOf(source, place.start)).toBe(expected.line);
  expect(verdict.pytorch !== null).toBe(expected.isQuoted ?? false);
  const [fix] = offeredFixes(verdict);
  if (expected.fix === null || fix === undefined) {
    expect(fix === undefined ? null : applied(source, fix)).toBe(expected.fix);
    return null;
  }
  const mended = applied(source, fix);
  expect(mended).toContain(expected.fix);
  return mended;
}

/** A mended loss has a gradient, and nothing is said of it but what is rightly said. */
export function expectMended({ report }: LaneResult, { leaves }: Told): void {
  expect(report?.gradient?.finite).toBe(true);
  expect(report?.hazards.map(({ code }) => code)).toEqual(leaves === undefined ? [] : [leaves]);
}

export function askedAbout(told: Readonly<Record<string, Told>>): void {
  test.each(Object.entries(told))("%s is told, with its line and what to do", (name, expected) => {
    const source = readFileSync(`${questions}/${name}.py`, "utf8");
    const lane = looked(source);
    if (expected.code === null) expect(lane.report?.failure).not.toBeNull();
    const mended = mendedAsTold(source, lane, expected);
    if (mended === null) return;
    const after = looked(mended);
    expect(after.report?.failure).toBeNull();
    expectMended(after, expected);
  });
}
