/** @file What an experiment is trained on. The page fetches its files of real data itself: the sandbox has no network. */
import { fileEntry, toyDataset } from "../../engine/data/catalogue.ts";
import type { Dataset, TableDataset } from "../../engine/data/dataset.ts";
import { asRead, type Reading } from "../../engine/data/reading.ts";
import type { Experiment } from "../../engine/train/experiment.ts";
import { TENSORS } from "../document/document.ts";
import { datasetOf, OWN, type OwnData } from "../document/own-data.ts";

type Asked = Pick<Experiment, "dataset" | "toy" | "tensors" | "reading">;

/** A file of data could not be fetched. */
export class DataFault extends Error {
  readonly title: string;
  readonly why: string;

  constructor({ title }: { readonly title: string }, why: string) {
    super(`${title}: ${why}`);
    this.title = title;
    this.why = why;
  }
}

export class Datasets {
  readonly #files = new Map<string, Promise<TableDataset>>();
  readonly #loaded = new Map<string, TableDataset>();
  #own: { readonly data: OwnData; readonly dataset: TableDataset } | null = null;
  #read: { readonly of: TableDataset; readonly reading: Reading | null; readonly dataset: TableDataset } | null = null;
  #made: { readonly of: Asked; readonly dataset: Dataset | null } | null = null;

  /** The same object for the same data. `own`: the document's own, if it has any. */
  async get(asked: Asked, own: OwnData | null): Promise<Dataset | null> {
    return this.#asRead(await this.#get(asked, own), asked.reading);
  }

  async #get(asked: Asked, own: OwnData | null): Promise<Dataset | null> {
    if (asked.dataset === OWN) return own === null ? null : this.#ofOwn(own);
    const file = fileEntry(asked.dataset);
    if (file === null) return this.#ofDescription(asked);
    const known = this.#files.get(file.id);
    if (known !== undefined) return known;
    const loading = fetch(`./data/${file.file}`)
      .then(
        (answer) => {
          if (!answer.ok) throw new DataFault(file, `the host answered ${answer.status} for ${file.file}`);
          return answer.text();
        },
        () => {
          throw new DataFault(file, "there is no network, or the host does not answer");
        },
      )
      .then((text) => {
        const dataset = file.parse(text);
        this.#loaded.set(file.id, dataset);
        return dataset;
      });
    this.#files.set(file.id, loading);
    // Another try may find the network back.
    loading.catch(() => this.#files.delete(file.id));
    return loading;
  }

  /** At once, where it need not be fetched: on paper there is no time to wait. */
  known(asked: Asked, own: OwnData | null): Dataset | null {
    return this.#asRead(this.#known(asked, own), asked.reading);
  }

  #known(asked: Asked, own: OwnData | null): Dataset | null {
    if (asked.dataset === OWN) return own === null ? null : this.#ofOwn(own);
    return fileEntry(asked.dataset) === null ? this.#ofDescription(asked) : (this.#loaded.get(asked.dataset) ?? null);
  }

  #asRead(dataset: Dataset | null, reading: Reading | null): Dataset | null {
    if (dataset === null || dataset.kind === "tensors") return dataset;
    if (this.#read?.of !== dataset || this.#read.reading !== reading)
      this.#read = { of: dataset, reading, dataset: asRead(dataset, reading) };
    return this.#read.dataset;
  }

  #ofOwn(data: OwnData): TableDataset {
    if (this.#own?.data !== data) this.#own = { data, dataset: datasetOf(data) };
    return this.#own.dataset;
  }

  #ofDescription(asked: Asked): Dataset | null {
    const of = this.#made?.of;
    const isKnown = of?.dataset === asked.dataset && of.toy === asked.toy && of.tensors === asked.tensors;
    if (this.#made === null || !isKnown) this.#made = { of: asked, dataset: made(asked) };
    return this.#made.dataset;
  }
}

function made({ dataset, toy, tensors }: Asked): Dataset | null {
  if (dataset !== TENSORS) return toyDataset(dataset, toy);
  return tensors.length === 0 ? null : { kind: "tensors", id: TENSORS, title: "Tensors", tensors };
}
