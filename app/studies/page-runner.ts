/** @file The runner of the page's own studies: its sandboxes, and whether anybody sees it. */
import { Sandbox } from "../sandbox/Sandbox.ts";
import type { Store } from "../store/store.ts";
import { Pool, poolSize, type Sight } from "./Pool.ts";
import { StudyRunner } from "./StudyRunner.ts";

const pageSight: Sight = {
  get isHidden() {
    return document.visibilityState === "hidden";
  },
  onChange(listener) {
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  },
};

export const pageRunner = (store: Store): StudyRunner =>
  new StudyRunner(
    store,
    () => new Pool({ size: poolSize(navigator.hardwareConcurrency), makeBench: () => new Sandbox(), sight: pageSight }),
  );
