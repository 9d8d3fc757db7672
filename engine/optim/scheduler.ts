/** @file What drives a schedule: it writes the lr of an optimiser's groups, and momentum where that is cycled. */

import { refused } from "./refusal.ts";
import type { Schedule } from "./schedulers/record.ts";

/** Options of an optimiser as a scheduler finds them. */
export interface ScheduledGroup {
  lr: number;
  momentum?: unknown;
  betas?: unknown;
}

export interface Scheduled {
  readonly param_groups: readonly ScheduledGroup[];
}

/** The schedule of the group that is the i-th. */
type ScheduleOf = (group: number) => Schedule;

export class Scheduler {
  readonly #groups: readonly ScheduledGroup[];
  readonly #bases: readonly number[];
  readonly #scheduleOf: ScheduleOf;
  last_epoch = 0;

  constructor({ param_groups: groups }: Scheduled, scheduleOf: ScheduleOf) {
    this.#groups = groups;
    this.#bases = groups.map(({ lr }) => lr);
    this.#scheduleOf = scheduleOf;
    this.#apply();
  }

  #apply(): void {
    this.#groups.forEach((group, i) => {
      const schedule = this.#scheduleOf(i);
      group.lr = schedule.next({ lr: group.lr, base: this.#bases[i], step: this.last_epoch });
      const momentum = schedule.momentum(this.last_epoch);
      if (momentum !== null) setMomentum(group, momentum);
    });
  }

  step(): void {
    this.last_epoch++;
    this.#apply();
  }

  get_last_lr(): number[] {
    return this.#groups.map(({ lr }) => lr);
  }
}

/** The first of betas stands for momentum where an optimiser has them. */
function setMomentum(group: ScheduledGroup, momentum: number): void {
  if (Array.isArray(group.betas)) group.betas = group.betas.with(0, momentum);
  else if (group.momentum !== undefined) group.momentum = momentum;
  else
    throw refused("OneCycleLR", {
      rule: "cycle_momentum needs an optimiser with momentum or betas, got one with neither",
      hint: "Set cycle_momentum to False.",
      pytorch: "optimizer must support momentum or beta1 with `cycle_momentum` option enabled",
    });
}
