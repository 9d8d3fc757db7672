/**
 * @file All frames of the page. In Chromium they share a process, and with it two fates: when it dies, all that ran in it is gone; and a thread
 * that never ends lives as long as any frame does.
 */
import { guiltyOf, trialOf } from "./blame.ts";
import { Frame, type MakeFrame } from "./Frame.ts";
import { makeIframe } from "./iframe.ts";
import { isUnderWay, type Job } from "./job.ts";

/** Who has frames: a lane's evaluations, or its runs. */
export interface Tenant {
  readonly job: Job | null;
  /** A program has run in its realm, or runs there still: it may do anything at any time. */
  readonly isLively: boolean;
  /** Gives its frame up, whatever runs in it. */
  vacate(): void;
  /** Begins its job, from the start and in a realm of its own. */
  begin(): void;
  /** Has a realm booted ahead, if it wants one. */
  bootAhead(): void;
  end(reason: "crashed" | "unresponsive"): void;
}

/** Runs are given this long to end by themselves before they are begun again, so that an orphaned thread can be ended. */
const GRACE = 1_000;
/** A run that has taken longer than this is not begun again for a core's sake: the orphan burns until it ends. */
const WORTH_WAITING = 10_000;
/** Others boot after the one that is waited for. */
const LATER = 300;

export class Frames {
  readonly #make: MakeFrame;
  readonly #tenants = new Set<Tenant>();
  /** A frame was removed that did not listen: its thread may still compute. */
  #hasOrphans = false;
  #grace: ReturnType<typeof setTimeout> | undefined;
  #trials: { readonly tenant: Tenant; readonly job: Job }[] = [];
  #trial: Job | null = null;
  /** Nothing but what is on trial has run in the process. */
  #isAlone = false;
  #trialEnds: ReturnType<typeof setTimeout> | undefined;
  #isUnbooted = false;
  /** This browser cannot isolate code. */
  isUnsafe = false;

  constructor(make: MakeFrame = makeIframe) {
    this.#make = make;
  }

  join(tenant: Tenant): void {
    this.#tenants.add(tenant);
  }

  leave(tenant: Tenant): void {
    this.#tenants.delete(tenant);
    tenant.vacate();
    this.settled();
  }

  boot(): Frame {
    return new Frame(this.#make, {
      onSilent: () => this.#crashed(),
      onUnbooted: () => this.#unbooted(),
    });
  }

  hasBooted(): void {
    this.#isUnbooted = false;
  }

  /** A program is begun. */
  begins(job: Job): void {
    if (job !== this.#trial) this.#isAlone = false;
  }

  /** A job has ended, or rests. */
  settled(): void {
    this.#tidy();
    if (this.#trial !== null && !this.#isUnderWay(this.#trial)) this.#acquit();
  }

  /** A frame had to go whose thread did not listen. */
  orphaned(): void {
    this.#hasOrphans = true;
    this.settled();
  }

  /** A process ends with its last frame, and every thread in it. That must not cost anybody a run that is worth more than a core. */
  #tidy(): void {
    if (!this.#hasOrphans) return this.#calmDown();
    if (this.#running().length === 0) return this.#recycle();
    this.#grace ??= setTimeout(() => {
      this.#grace = undefined;
      const isCheap = this.#running().every(({ job }) => performance.now() - job.begunAt < WORTH_WAITING);
      if (this.#hasOrphans && isCheap) this.#recycle();
    }, GRACE);
  }

  #calmDown(): void {
    clearTimeout(this.#grace);
    this.#grace = undefined;
  }

  /** All frames go at once; then what was under way begins again. */
  #recycle(): void {
    this.#hasOrphans = false;
    this.#calmDown();
    const running = this.#running();
    for (const tenant of this.#tenants) tenant.vacate();
    for (const { tenant } of running) tenant.begin();
    this.#bootAhead();
  }

  /** Nobody passes messages on any more: the process has died, and what was under way has gone down with it. */
  #crashed(): void {
    const underWay = this.#underWay();
    const guilty = guiltyOf(
      underWay.map(({ job }) => job),
      this.#isAlone,
    );
    this.#hasOrphans = false;
    this.#calmDown();
    for (const tenant of this.#tenants) tenant.vacate();
    for (const { job } of underWay) {
      job.crashes++;
      job.isOnTrial = false;
    }
    clearTimeout(this.#trialEnds);
    this.#trial = null;
    const innocent = underWay.filter(({ job }) => job !== guilty);
    for (const { tenant, job } of underWay) if (job === guilty) tenant.end("crashed");
    if (guilty === null) {
      for (const { job } of innocent) job.stage = "held";
      // Evaluations are short, and waited for.
      const isRun = ({ job }: { readonly job: Job }): number => Number(job.kind === "run");
      this.#trials = innocent.sort((a, b) => isRun(a) - isRun(b));
      this.#tryNext();
    } else {
      const held = new Set(this.#trials.map(({ job }) => job));
      for (const { tenant, job } of innocent) if (!held.has(job)) tenant.begin();
      this.#tryNext();
    }
    this.#bootAhead();
  }

  #tryNext(): void {
    const next = this.#trials.shift();
    if (next === undefined) return;
    const { tenant, job } = next;
    // It may have been given up meanwhile.
    if (tenant.job !== job || job.stage !== "held") return this.#tryNext();
    this.#isAlone = !this.#hasOrphans && [...this.#tenants].every(({ isLively }) => !isLively);
    this.#trial = job;
    job.isOnTrial = true;
    tenant.begin();
    this.#trialEnds = setTimeout(() => this.#acquit(), trialOf(job));
  }

  #acquit(): void {
    clearTimeout(this.#trialEnds);
    if (this.#trial !== null) this.#trial.isOnTrial = false;
    this.#trial = null;
    this.#tryNext();
  }

  /** A frame that does not boot may be held up by what burns in its process: all frames go once, before anybody is told. */
  #unbooted(): void {
    if (!this.#isUnbooted) {
      this.#isUnbooted = true;
      return this.#recycle();
    }
    for (const { tenant } of this.#underWay()) tenant.end("unresponsive");
  }

  #bootAhead(): void {
    setTimeout(() => {
      for (const tenant of this.#tenants) tenant.bootAhead();
    }, LATER);
  }

  #underWay(): { readonly tenant: Tenant; readonly job: Job }[] {
    return [...this.#tenants].flatMap((tenant) => {
      const { job } = tenant;
      return isUnderWay(job) ? [{ tenant, job }] : [];
    });
  }

  /** Those that do not wait for a trial. */
  #running(): { readonly tenant: Tenant; readonly job: Job }[] {
    return this.#underWay().filter(({ job }) => job.stage !== "held");
  }

  #isUnderWay(job: Job): boolean {
    return this.#underWay().some((other) => other.job === job);
  }
}
