/** @file Which of the observed expressions are shown, so that the same thing is not said twice. */
import type { ExpressionFact } from "../../engine/inspect/report.ts";
import type { Probe } from "../../engine/language/program.ts";

/** A name's shape stands where it was made (a parameter is made by its name); what is returned stands as that. */
export function shownOf(
  probes: readonly Probe[],
  facts: readonly Pick<ExpressionFact, "probe">[],
): (probe: Probe) => boolean {
  const place = ({ start, end }: Probe): string => `${start} ${end}`;
  const returned = new Set(
    facts.flatMap((fact) => probes[fact.probe] ?? []).flatMap((probe) => (probe.kind === "return" ? place(probe) : [])),
  );
  return (probe) => probe.kind !== "expression" || !(probe.isName || returned.has(place(probe)));
}
