/** What the build makes of the losses that a first visit opens with (vite-openings.ts). */
declare module "virtual:losslab-openings" {
  import type { Report } from "../../../engine/inspect/report.ts";
  import type { Compilation } from "../../../engine/language/program.ts";
  import type { LaneLanguage } from "../../document/document.ts";

  export const openings: readonly {
    readonly language: LaneLanguage;
    readonly source: string;
    readonly compilation: Compilation;
    /** What the sandbox says of it on the data that a document begins with, but for the gradients of its components. */
    readonly report: Report;
  }[];
}

/** What the build makes of the runs that a first visit finds (vite-openings.ts): by lane, as the sandbox tells of it, but for its times, its gradients and the last digits. */
declare module "virtual:losslab-first-runs" {
  import type { Progress } from "../../../engine/train/progress.ts";

  export const firstRuns: Readonly<Record<string, Progress>>;
}
