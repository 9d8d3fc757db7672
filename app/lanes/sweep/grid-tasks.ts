/** @file The runs of a grid: for each lane, cell and seed what is run, with one program and one data set object for all that share them. */
import type { Dataset } from "../../../engine/data/dataset.ts";
import type { Program } from "../../../engine/language/program.ts";
import { settingsOf, withValue } from "../../../engine/study/settings.ts";
import { cellsOf, type SweepAxis, type SweepValue } from "../../../engine/study/sweep.ts";
import type { Experiment } from "../../../engine/train/experiment.ts";
import type { Lane } from "../../document/document.ts";
import type { VectorHandling } from "../../../engine/vector/handling.ts";
import type { Task } from "../../studies/Pool.ts";
import { type Turn, turnedAll } from "../turn.ts";
import { withArguments } from "../with-arguments.ts";
import { handlingNamed } from "./lane-handlings.ts";

export interface GridRun {
  readonly lane: string;
  readonly cell: number;
  /** Which of the seeds. */
  readonly place: number;
  readonly task: Task;
}

export interface GridLane {
  readonly lane: Lane;
  readonly program: Program;
  readonly experiment: Experiment;
  /** About what a run of it takes, with as many steps as it has now. */
  readonly seconds: number;
}

export interface GridSources {
  /** null where there is nothing to train on. */
  dataset(experiment: Experiment): Promise<Dataset | null>;
  /** null where the text is none that runs. */
  compile(lane: Lane, source: string): Promise<Program | null>;
}

export interface Grid {
  readonly runs: readonly GridRun[];
  readonly left: readonly { readonly lane: string; readonly why: string }[];
}

/** The experiment of a cell. Axes that are no setting of it change the loss, not the experiment. */
export function settled(experiment: Experiment, axes: readonly SweepAxis[], cell: readonly SweepValue[]): Experiment {
  return axes.reduce((held, { kind, name }, i) => {
    const setting = kind === "setting" ? settingsOf(held).find((known) => known.name === name) : undefined;
    const value = cell[i];
    return setting === undefined || value === undefined ? held : withValue(setting, held, value);
  }, experiment);
}

/** What becomes of a lane's vectors in a cell. */
export function handledIn({ handling }: Lane, axes: readonly SweepAxis[], cell: readonly SweepValue[]): VectorHandling {
  const at = axes.findIndex(({ kind }) => kind === "handling");
  return handlingNamed(cell[at], handling) ?? handling;
}

/** The numbers of a loss that a cell turns. */
export const turnsOf = (axes: readonly SweepAxis[], cell: readonly SweepValue[]): readonly Turn[] =>
  axes.flatMap(({ kind, name }, i) => {
    const value = cell[i];
    return kind === "knob" && typeof value === "number" ? [{ name, nth: 0, value }] : [];
  });

/** A text with the numbers of a cell; null where it names no such number. */
async function programOf(
  { lane, program }: GridLane,
  axes: readonly SweepAxis[],
  cell: readonly SweepValue[],
  compile: GridSources["compile"],
): Promise<Program | null> {
  const turns = turnsOf(axes, cell);
  const source = turns.length === 0 ? lane.source : turnedAll(lane.source, lane.language, program, turns);
  const held = source === lane.source ? program : source === null ? null : await compile(lane, source);
  return held === null ? null : withArguments(held, lane.arguments);
}

export async function gridOf(
  lanes: readonly GridLane[],
  axes: readonly SweepAxis[],
  seeds: readonly number[],
  sources: GridSources,
): Promise<Grid> {
  const cells = cellsOf(axes);
  const [runs, left]: [GridRun[], { lane: string; why: string }[]] = [[], []];
  const datasets = new Map<string, Dataset | null>();
  for (const each of lanes) {
    const { lane } = each;
    const own: GridRun[] = [];
    const programs = new Map<string, Program | null>();
    let why: string | null = null;
    for (const [at, cell] of cells.entries()) {
      const knobs = JSON.stringify(cell.filter((_, i) => axes[i]?.kind === "knob"));
      if (!programs.has(knobs)) programs.set(knobs, await programOf(each, axes, cell, sources.compile));
      const program = programs.get(knobs) ?? null;
      const experiment = settled(each.experiment, axes, cell);
      const data = JSON.stringify([experiment.dataset, experiment.toy, experiment.tensors, experiment.reading]);
      if (!datasets.has(data)) datasets.set(data, await sources.dataset(experiment));
      const dataset = datasets.get(data) ?? null;
      if (program === null || dataset === null) {
        why = dataset === null ? "there are no data" : `its loss has no number called ${knobNames(axes)}`;
        break;
      }
      const seconds = each.seconds * (experiment.steps / each.experiment.steps);
      const handling = handledIn(lane, axes, cell);
      seeds.forEach((seed, place) => {
        const setup = { experiment: { ...experiment, seed }, dataset };
        own.push({ lane: lane.id, cell: at, place, task: { setup, program, handling, seconds } });
      });
    }
    if (why === null) runs.push(...own);
    else left.push({ lane: lane.id, why });
  }
  return { runs, left };
}

const knobNames = (axes: readonly SweepAxis[]): string =>
  axes
    .filter(({ kind }) => kind === "knob")
    .map(({ name }) => name)
    .join(" or ");
