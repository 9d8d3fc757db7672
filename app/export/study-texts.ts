/** @file The train.py of every lane in every cell of a study. */
import type { Dataset } from "../../engine/data/dataset.ts";
import { cellsOf, type SweepAxis } from "../../engine/study/sweep.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import type { Lane } from "../document/document.ts";
import { experimentOf } from "../document/lanes.ts";
import { nameOf } from "../document/name.ts";
import { handledIn, settled, turnsOf } from "../lanes/sweep/grid-tasks.ts";
import { turnedAll } from "../lanes/turn.ts";
import type { State } from "../store/store.ts";
import { seedsOf } from "../store/study.ts";
import type { Exported, ExportRequest } from "./export-messages.ts";
import type { InPython } from "./lane-in-python.ts";
import { type StudyPyLane, studyPy } from "./study-py.ts";

interface Sources {
  /** null where there is nothing to train on. */
  dataset(experiment: Experiment): Promise<Dataset | null>;
  python(lane: Lane): Promise<InPython>;
  ask(request: ExportRequest): Promise<Exported>;
}

type Subject = Pick<State, "document" | "results">;

/** What the page swept last, or its link did; seeds alone where nothing was. */
export const studiedAxes = ({ sweep, opened }: Pick<State, "sweep" | "opened">): readonly SweepAxis[] =>
  sweep?.axes ?? opened.study.sweep?.axes ?? [];

/** Refused with the first lane that cannot be said in PyTorch. */
export async function exportedStudy(state: Subject, axes: readonly SweepAxis[], sources: Sources): Promise<Exported> {
  const { document, results } = state;
  const lanes: StudyPyLane[] = [];
  let note: string | null = null;
  for (const lane of document.lanes) {
    const texts: string[] = [];
    for (const cell of cellsOf(axes)) {
      const experiment = settled(experimentOf(document, lane), axes, cell);
      const program = results[lane.id]?.compilation?.program ?? null;
      const turns = turnsOf(axes, cell);
      const source =
        turns.length === 0 || program === null ? lane.source : turnedAll(lane.source, lane.language, program, turns);
      // The page leaves such a lane out of its sweep as well.
      if (source === null) break;
      const [dataset, text] = await Promise.all([sources.dataset(experiment), sources.python({ ...lane, source })]);
      if (dataset === null) return refused("There are no data to train on.");
      if (!text.ok) return refused(`Lane ${lane.id}: ${text.reason}`, text.line);
      const made = await sources.ask({
        kind: "train",
        name: lane.name,
        source: text.python,
        handling: handledIn(lane, axes, cell),
        arguments: lane.arguments,
        experiment,
        dataset,
        result: null,
      });
      if (made.kind === "refused") return refused(`Lane ${lane.id}: ${made.reason}`, made.line);
      note ??= made.note;
      texts.push(made.text);
    }
    if (texts.length > 0) lanes.push({ id: lane.id, name: lane.name, texts });
  }
  if (lanes.length === 0) return refused("No loss names the number that was swept.");
  const text = studyPy({ name: nameOf(document), axes, seeds: seedsOf(document), lanes });
  return { kind: "text", text, fileName: "sweep.py", note };
}

const refused = (reason: string, line: number | null = null): Exported => ({ kind: "refused", line, reason });
