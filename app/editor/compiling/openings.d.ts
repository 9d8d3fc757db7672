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
