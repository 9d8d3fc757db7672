/** @file Training in the page: steps a second, what of them reporting and drawing cost, and whether the page stays smooth meanwhile. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { defaultDocument } from "../../../app/document/defaults.ts";
import { type LossDocument, laneIds } from "../../../app/document/document.ts";
import { encodeLink } from "../../../app/document/link/link.ts";
import { type AutoMpg, autoMpgDataset } from "../../../engine/data/catalogue.ts";
import type { Program } from "../../../engine/language/program.ts";
import { limits } from "../../../engine/train/experiment.ts";
import { Losslab } from "../../losslab.ts";
import type { Stage } from "../stage.ts";
import type { BareRun } from "./bare-run.worker.ts";
import { address, withPage } from "./visit.ts";

const MEASURED = 4000;

/** As long as a run may be: it must not end while it is measured. */
const experiment = { ...defaultDocument.experiment, steps: limits.steps.max };

/** As many as a first visitor has. */
const measured = laneIds.slice(0, 2);
export const mostLanes = measured.length;

/** A document in which the first visitor's loss stands in so many lanes. */
function documentWith(lanes: number): LossDocument {
  const [first] = defaultDocument.lanes;
  return { ...defaultDocument, experiment, lanes: measured.slice(0, lanes).map((id) => ({ ...first, id })) };
}

/** The document comes in a link, as anybody's does, and is allowed to run. */
async function openWith(page: Page, document: LossDocument): Promise<Losslab> {
  await page.goto(`${address}#${encodeLink(document)}`);
  const losslab = new Losslab(page);
  await page
    .getByRole("region", { name: "Where this came from" })
    .getByRole("button", { name: "Run", exact: true })
    .click();
  await losslab.isReady();
  return losslab;
}

export interface InPage {
  /** Of the run that is furthest behind; null if it could not be read off for long enough, because the run ended or the machine was too busy. */
  readonly stepsPerSecond: number | null;
  readonly framesPerSecond: number;
  /** Tasks of the page's thread over 50 ms, a second. */
  readonly longTasksPerSecond: number;
}

export function trainInPage(browser: Browser, lanes: number): Promise<InPage> {
  return withPage(browser, async (page) => {
    const losslab = await openWith(page, documentWith(lanes));
    for (const id of measured.slice(0, lanes)) await losslab.isReady(id);
    await losslab.button("Train").click();
    await page.waitForTimeout(1000);
    return page.evaluate(watch, MEASURED);
  });
}

/** Runs in the page. */
function watch(milliseconds: number): Promise<InPage> {
  return new Promise((resolve) => {
    const status = document.querySelector('[aria-label="Training status"]');
    // Readings of the run that is shown now.
    let seen: { readonly at: number; readonly step: number }[] = [];
    new MutationObserver(() => {
      const step = Number(/step ([\d,]+)/.exec(status?.textContent ?? "")?.[1]?.replaceAll(",", ""));
      // Back: another run has fallen behind this one, and is shown from now on.
      if (step < (seen.at(-1)?.step ?? 0)) seen = [];
      seen.push({ at: performance.now(), step });
    }).observe(status ?? document.body, { subtree: true, childList: true, characterData: true });
    let longTasks = 0;
    new PerformanceObserver((list) => {
      longTasks += list.getEntries().length;
    }).observe({ entryTypes: ["longtask"] });
    let frames = 0;
    const start = performance.now();
    const count = () => {
      frames++;
      const elapsed = performance.now() - start;
      const [first, last] = [seen[0], seen[seen.length - 1]];
      const read = seen.length < 2 ? 0 : last.at - first.at;
      const isEnough = elapsed >= milliseconds && read >= milliseconds / 2;
      if (!isEnough && elapsed < 3 * milliseconds) return requestAnimationFrame(count);
      resolve({
        stepsPerSecond: isEnough ? ((last.step - first.step) / read) * 1000 : null,
        framesPerSecond: ((frames - 1) / elapsed) * 1000,
        longTasksPerSecond: (longTasks / elapsed) * 1000,
      });
    };
    requestAnimationFrame(count);
  });
}

export const bareEntries: Readonly<Record<string, string>> = Object.fromEntries(
  measured.map((id) => [`bare-${id}`, "e2e/bench/page/bare-run.worker.ts"]),
);

/** Steps a second of the first of so many runs, each in a worker on a blank page. */
export async function trainBare(stage: Stage, program: Program, lanes: number, reports: boolean): Promise<number> {
  const file: AutoMpg = JSON.parse(readFileSync("public/data/auto-mpg.json", "utf8"));
  const request: BareRun = { experiment, dataset: autoMpgDataset(file), program, reports, milliseconds: MEASURED };
  const names = Object.keys(bareEntries).slice(0, lanes);
  for (const name of names) await stage.start(name);
  const [first] = await Promise.all(names.map((name) => stage.ask<number>(name, request)));
  for (const name of names) await stage.stop(name);
  return first;
}
