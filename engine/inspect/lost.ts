/** @file What a report says of a value or a gradient that is not finite. The page reads it: it imports no op. */
import type { LostHazard } from "./hazards.ts";
import type { Report } from "./report.ts";

export const lostIn = ({ hazards }: Report): LostHazard | null =>
  hazards.find((hazard) => hazard.code === "non-finite" || hazard.code === "non-finite-gradient") ?? null;
