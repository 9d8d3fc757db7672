/** @file How the charts of a document are looked at: part of what a link holds, so that it opens on what its author saw. */
import * as v from "valibot";
import { exactly } from "../../engine/exactly.ts";
import { integer } from "./number-schemas.ts";

export type ChartScale = "linear" | "log";
/** What the curves are drawn over: steps, or seconds of training. */
export type ChartAxis = "step" | "time";
export type SplitName = "validation" | "training";

/** What the dock shows; `dock/dock-tabs.ts` has a record for each. */
export const dockTabIds = ["training", "profile", "sweep", "landscape", "components", "runs"] as const;
export type DockTabId = (typeof dockTabIds)[number];

export interface DocumentView {
  readonly scale: ChartScale;
  readonly axis: ChartAxis;
  readonly smoothing: number;
  /** The reference metric that is drawn below the loss. */
  readonly metric: string;
  /** The split that the metrics are shown of. */
  readonly split: SplitName;
  /** Of the height, in percent: what the lanes take above the dock, and what the editor takes in a lane; null where nobody has said. */
  readonly lanesShare: number | null;
  readonly editorShare: number | null;
  /** Of several inputs, the one that the fit is drawn over. */
  readonly input: number;
  /** The tab that the dock is open on. */
  readonly tab: DockTabId;
}

export const defaultView: DocumentView = {
  scale: "log",
  axis: "step",
  smoothing: 0.6,
  metric: "MSE",
  split: "validation",
  lanesShare: null,
  editorShare: null,
  input: 0,
  tab: "training",
};

const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100)));

export const viewSchema = exactly<DocumentView>()(
  v.object({
    scale: v.picklist(["linear", "log"]),
    axis: v.picklist(["step", "time"]),
    smoothing: v.pipe(v.number(), v.minValue(0), v.maxValue(0.99)),
    metric: v.pipe(v.string(), v.maxLength(60)),
    split: v.picklist(["validation", "training"]),
    lanesShare: share,
    editorShare: share,
    input: integer({ min: 0, max: 63 }),
    tab: v.picklist(dockTabIds),
  }),
);
