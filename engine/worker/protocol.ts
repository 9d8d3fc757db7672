/** @file Every message between the page and the sandbox's worker. The page treats replies as hostile (see validate.ts). */
import type { Dataset } from "../data/dataset.ts";
import type { CheckedOf } from "../checks/kinds.ts";
import type { SampleFacts, SampleWish } from "../checks/sample/facts.ts";
import type { Survey, Surveyed } from "../study/landscape/facts.ts";
import type { Report } from "../inspect/report.ts";
import type { Program } from "../language/program.ts";
import type { Arguments } from "../language/roles.ts";
import type { Experiment } from "../train/experiment.ts";
import type { Progress, SeriesPart } from "../train/progress.ts";
import type { VectorHandling } from "../vector/handling.ts";

/** What a loss is evaluated and trained on. Sent before programs, and again whenever it changes. */
export interface Setup {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
}

/** Other data for the same program, and what its parameters are then given. */
export interface Alternative extends Setup {
  readonly arguments: Arguments;
  /** Of those with the same word only the first that fits is looked for. */
  readonly group: string;
  /** Its data are not it but where a search for tensors begins: the report says by which trail they are come by. */
  readonly isSearched: boolean;
}

/** What the sandbox runs: no source, so that nothing but the compiled script crosses. */
export type Request =
  | { readonly type: "setup"; readonly setup: Setup }
  /** Evaluate once on the first training batch. Answered by `report`. */
  | {
      readonly type: "evaluate";
      readonly id: number;
      readonly program: Program;
      readonly handling: VectorHandling;
      /** What else to try it on: the report says on which of them it is a scalar. */
      readonly alternatives: readonly Alternative[];
      /** Tries as well what only a run would show: other batches, a second step, the first steps of training. */
      readonly tries: boolean;
    }
  /** Find out what there is to know about a loss that went well: experiments with it, in nobody's way. Answered by `checked`. */
  | { readonly type: "check"; readonly id: number; readonly program: Program }
  /** How the loss of one sample goes. Answered by `profiled`. */
  | { readonly type: "profile"; readonly id: number; readonly program: Program; readonly wish: SampleWish }
  /** A run looked at beside itself: its path, what lies around it, its components. Answered by `noted`, as it goes on, and `surveyed`. */
  | {
      readonly type: "survey";
      readonly id: number;
      readonly program: Program;
      readonly handling: VectorHandling;
      readonly survey: Survey;
    }
  /** Go on with another loss: the same, with other numbers in it. */
  | { readonly type: "swap"; readonly id: number; readonly program: Program }
  /** Begin a run from the seed and stop after `until` steps. Answered by `progress` until its status is not `running`. */
  | {
      readonly type: "train";
      readonly id: number;
      readonly program: Program;
      readonly handling: VectorHandling;
      readonly until: number;
    }
  /**
   * Train once for each experiment, from the one at `from` on, each to its last step and as if it were alone. Answered by `trained`, one for each in
   * their order. They share the setup's data.
   */
  | {
      readonly type: "trainEach";
      readonly id: number;
      readonly program: Program;
      readonly handling: VectorHandling;
      readonly experiments: readonly Experiment[];
      readonly from: number;
      /** Of a run, all that charts show; or what it came to and nothing else. */
      readonly tells: "curves" | "ends";
    }
  /** Go on with the run to step `until`. */
  | { readonly type: "resume"; readonly id: number; readonly until: number }
  | { readonly type: "pause"; readonly id: number }
  /** A part of one of the run's series, every step of it. Answered by `series`, where there is one. */
  | { readonly type: "series"; readonly id: number; readonly of: number; readonly from: number };

export type Reply =
  | { readonly type: "ready" }
  /** The request has been heard, and its program's code runs from now on: what is silent before this is not the program's doing. */
  | { readonly type: "begun"; readonly id: number }
  | { readonly type: "report"; readonly id: number; readonly report: Report }
  | { readonly type: "checked"; readonly id: number; readonly checks: readonly CheckedOf[] }
  | { readonly type: "profiled"; readonly id: number; readonly sample: SampleFacts }
  /** How far a survey is, and numbers that belong to its answer. */
  | { readonly type: "noted"; readonly id: number; readonly share: number; readonly numbers: Float32Array | null }
  | { readonly type: "surveyed"; readonly id: number; readonly found: Surveyed }
  | { readonly type: "progress"; readonly id: number; readonly progress: Progress }
  | { readonly type: "series"; readonly id: number; readonly part: SeriesPart }
  /** What the run of one of the experiments came to. */
  | {
      readonly type: "trained";
      readonly id: number;
      /** Which of the experiments. */
      readonly run: number;
      readonly progress: Progress;
      /** Another run in this realm would be the same as alone. Where it would not, the realm runs no further one. */
      readonly isClean: boolean;
    }
  /** The worker is alive; sent at least every 50 ms while it works. */
  | { readonly type: "heartbeat" };

const types: Readonly<Record<Reply["type"], true>> = {
  ready: true,
  begun: true,
  report: true,
  checked: true,
  profiled: true,
  noted: true,
  surveyed: true,
  progress: true,
  series: true,
  trained: true,
  heartbeat: true,
};

/** For whoever passes replies on without reading them. */
export const replyTypes: readonly string[] = Object.keys(types);
