/** @file Finds what a loss fits: it is tried on data of each kind, and on tensors, in a sandbox of its own. */
import { offered } from "../../engine/data/offered.ts";
import { readings } from "../../engine/data/reading.ts";
import type { Candidate } from "../../engine/language/fitting/candidate.ts";
import { candidateAt } from "../../engine/language/fitting/neighbours.ts";
import { startsFor } from "../../engine/language/fitting/starts.ts";
import { likelyReading, likelyWants } from "../../engine/language/fitting/wants.ts";
import type { Report } from "../../engine/inspect/report.ts";
import type { Program } from "../../engine/language/program.ts";
import type { Arguments } from "../../engine/language/roles.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { defaultHandling } from "../../engine/vector/handling.ts";
import type { Alternative } from "../../engine/worker/protocol.ts";
import { TENSORS } from "../document/document.ts";
import type { OwnData } from "../document/own-data.ts";
import { Sandbox } from "../sandbox/Sandbox.ts";
import type { Fit } from "../store/fits.ts";
import type { Datasets } from "./datasets.ts";
import { withArguments } from "./with-arguments.ts";

export class Finder {
  readonly #datasets: Datasets;
  #sandbox: Sandbox | null = null;

  constructor(datasets: Datasets) {
    this.#datasets = datasets;
  }

  /** All that fits, of data and of tensors; null where the search was ended. */
  async find(program: Program, given: Arguments, experiment: Experiment, own: OwnData | null): Promise<Fit[] | null> {
    const onData = await Promise.all(
      offered.map(async ({ wants, dataset: id, output, read }) => {
        const reading = read === null ? null : likelyReading(read, program);
        const changed = { ...experiment, dataset: id, toy: {}, output, reading };
        const dataset = await this.#datasets.get(changed, own);
        const title = `${dataset?.title ?? id}${reading === null ? "" : `, read as ${readings[reading.kind].title}`}`;
        const fit: Fit = { wants, title, experiment: { dataset: id, toy: {}, output, reading }, arguments: given };
        return dataset === null
          ? []
          : [
              {
                fit,
                alternative: {
                  experiment: changed,
                  dataset,
                  arguments: given,
                  group: `${id} ${output} ${reading?.kind}`,
                  isSearched: false,
                },
              },
            ];
      }),
    );
    const bound = withArguments(program, given);
    const wants = likelyWants(bound);
    const tries = [...onData.flat(), searched(bound, experiment)].sort(
      (a, b) => wants.indexOf(a.fit.wants) - wants.indexOf(b.fit.wants),
    );
    const found = await this.#try(
      program,
      tries.map(({ alternative }) => alternative),
    );
    if (found === null) return null;
    return found.fits.flatMap((place): Fit[] => {
      const fit = tries[place]?.fit;
      if (fit === undefined || fit.wants !== TENSORS) return fit === undefined ? [] : [fit];
      const candidate = candidateAt(bound, found.trail);
      return candidate === null ? [] : [fitOf(candidate)];
    });
  }

  /** Tensors alone, whether they fit or not: the likeliest where none does. */
  async tensors(program: Program, given: Arguments, experiment: Experiment): Promise<Candidate | null> {
    const bound = withArguments(program, given);
    const found = await this.#try(program, [searched(bound, experiment).alternative]);
    return (found === null ? null : candidateAt(bound, found.trail)) ?? startsFor(bound)[0] ?? null;
  }

  dispose(): void {
    this.#sandbox?.dispose();
    this.#sandbox = null;
  }

  async #try(program: Program, alternatives: readonly Alternative[]): Promise<Pick<Report, "fits" | "trail"> | null> {
    const [first] = alternatives;
    if (first === undefined) return null;
    this.#sandbox ??= new Sandbox();
    const evaluated = await this.#sandbox.evaluate(first, program, defaultHandling, undefined, alternatives);
    return evaluated.kind === "report" ? evaluated.report : null;
  }
}

const fitOf = ({ tensors, arguments: given }: Candidate): Fit => ({
  wants: TENSORS,
  title: TENSORS,
  experiment: { dataset: TENSORS, tensors },
  arguments: given,
});

/** Tensors that are to be searched for. */
function searched(program: Program, experiment: Experiment): { readonly fit: Fit; readonly alternative: Alternative } {
  const tensors = experiment.tensors.length > 0 ? experiment.tensors : (startsFor(program)[0]?.tensors ?? []);
  const given = program.entry.arguments ?? {};
  return {
    fit: fitOf({ tensors, arguments: given }),
    alternative: {
      experiment: { ...experiment, dataset: TENSORS },
      dataset: { kind: "tensors", id: TENSORS, title: "Tensors", tensors },
      arguments: given,
      group: TENSORS,
      isSearched: true,
    },
  };
}
