/** @file Finds what a loss fits: it is tried on data of each kind, and on tensors, in a sandbox of its own. */
import { offered } from "../../engine/data/offered.ts";
import { readings } from "../../engine/data/reading.ts";
import { type Candidate, candidatesFor, likelyReading, likelyWants } from "../../engine/language/fitting.ts";
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
                },
              },
            ];
      }),
    );
    const onTensors = candidatesFor(withArguments(program, given).entry).map((candidate) =>
      tried(candidate, experiment),
    );
    const wants = likelyWants(withArguments(program, given).entry);
    const tries = [...onData.flat(), ...onTensors].sort(
      (a, b) => wants.indexOf(a.fit.wants) - wants.indexOf(b.fit.wants),
    );
    const places = await this.#try(
      program,
      tries.map(({ alternative }) => alternative),
    );
    return places === null ? null : places.flatMap((place) => tries[place]?.fit ?? []);
  }

  /** Tensors alone, whether they fit or not: the likeliest where none does. */
  async tensors(program: Program, given: Arguments, experiment: Experiment): Promise<Candidate | null> {
    const candidates = candidatesFor(withArguments(program, given).entry);
    const tries = candidates.map((candidate) => tried(candidate, experiment).alternative);
    const places = await this.#try(program, tries);
    return candidates[places?.[0] ?? 0] ?? null;
  }

  dispose(): void {
    this.#sandbox?.dispose();
    this.#sandbox = null;
  }

  async #try(program: Program, alternatives: readonly Alternative[]): Promise<readonly number[] | null> {
    const [first] = alternatives;
    if (first === undefined) return null;
    this.#sandbox ??= new Sandbox();
    const evaluated = await this.#sandbox.evaluate(first, program, defaultHandling, undefined, alternatives);
    return evaluated.kind === "report" ? evaluated.report.fits : null;
  }
}

function tried(candidate: Candidate, experiment: Experiment): { readonly fit: Fit; readonly alternative: Alternative } {
  const { tensors, arguments: given } = candidate;
  const changed = { ...experiment, dataset: TENSORS, tensors };
  return {
    fit: { wants: "tensors", title: "tensors", experiment: { dataset: TENSORS, tensors }, arguments: given },
    alternative: {
      experiment: changed,
      dataset: { kind: "tensors", id: TENSORS, title: "Tensors", tensors },
      arguments: given,
      group: TENSORS,
    },
  };
}
