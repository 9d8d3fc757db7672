/** @file The data of a data set by its id. The page fetches its one file of real data itself: the sandbox has no network. */
import { type AutoMpg, autoMpgDataset, toyDataset } from "../../engine/data/catalogue.ts";
import type { Dataset } from "../../engine/data/dataset.ts";
import { datasetOf, OWN, type OwnData } from "../document/own-data.ts";

export class Datasets {
  #autoMpg: Promise<Dataset> | null = null;
  #loaded: Dataset | null = null;
  #own: { readonly data: OwnData; readonly dataset: Dataset } | null = null;

  /** The same object for the same data. `own`: the document's own, if it has any. */
  async get(id: string, own: OwnData | null): Promise<Dataset | null> {
    if (id === OWN) return own === null ? null : this.#ofOwn(own);
    if (id !== "auto-mpg") return toyDataset(id);
    this.#autoMpg ??= fetch("./data/auto-mpg.json")
      .then((answer): Promise<AutoMpg> => answer.json())
      .then((answer) => {
        this.#loaded = autoMpgDataset(answer);
        return this.#loaded;
      });
    return this.#autoMpg;
  }

  /** At once, where it need not be fetched: on paper there is no time to wait. */
  known(id: string, own: OwnData | null): Dataset | null {
    if (id === OWN) return own === null ? null : this.#ofOwn(own);
    return id === "auto-mpg" ? this.#loaded : toyDataset(id);
  }

  #ofOwn(data: OwnData): Dataset {
    if (this.#own?.data !== data) this.#own = { data, dataset: datasetOf(data) };
    return this.#own.dataset;
  }
}
