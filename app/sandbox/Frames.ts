/**
 * @file The page's frame, and the realms in it: all who run programs take them from here. There is one frame at a time. In Chromium frames share a
 * process anyway, and with it two fates: when it dies, all that ran in it is gone; and a thread that never ends lives as long as its process does,
 * which ends with its last frame.
 */
import type { Setup } from "../../engine/worker/protocol.ts";
import { guiltyOf, trialOf } from "./blame.ts";
import { Frame, type MakeFrame } from "./Frame.ts";
import { makeIframe } from "./iframe.ts";
import { isUnderWay, type Job } from "./job.ts";
import type { Realm } from "./Realm.ts";
import { Spares } from "./Spares.ts";

/** Who runs programs: a lane's evaluations, its runs, whoever asks more of a loss. */
export interface Tenant {
  readonly job: Job | null;
  /** A program has run in its realm, or runs there still: it may do anything at any time. */
  readonly isLively: boolean;
  /** Its realms are gone. */
  vacate(): void;
  /** Begins its job, from the start and in a realm of its own. */
  begin(): void;
  end(reason: "crashed" | "unresponsive"): void;
}

/**
 * A realm that was told to leave and has not after so long may compute for ever. Meanwhile there are others in the same frame: whoever types
 * after a loss that hung is answered before anything has to boot.
 */
const LEAVING = 1_200;
/** A frame whose realms do not begin is given so long to say that it is alive. */
const WORD = 500;
/** A frame that nobody needs stays so long: another document may be about to open. */
const IDLE = 1_000;
/** A run that has taken longer than this is not begun again for a core's sake: the orphan burns until it ends. */
const WORTH_WAITING = 10_000;

export class Frames {
  readonly #make: MakeFrame;
  readonly #tenants = new Set<Tenant>();
  readonly #spares = new Spares(() => this.#frame ?? this.#boot());
  #frame: Frame | null = null;
  /** Realms that were told to leave and have not yet. */
  readonly #leaving = new Map<Realm, ReturnType<typeof setTimeout>>();
  /** Of these, those whose time is up: their threads may compute for ever. */
  readonly #orphans = new Set<Realm>();
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
    setTimeout(() => {
      if (this.#tenants.size === 0) this.#remove();
    }, IDLE);
  }

  /** Has realms ready for the next programs, always; and sets them up as far as that is known. */
  prepare(setup: Setup | null): void {
    if (!this.isUnsafe) this.#spares.prepare(setup);
  }

  /** A realm that no program has seen. */
  take(): Realm {
    return this.#spares.take();
  }

  /** A job needs it no longer. Where nothing has run in it, it serves another. */
  giveBack(realm: Realm): void {
    if (realm.withdraw()) return this.#spares.putBack(realm);
    const isGone = (): void => {
      clearTimeout(this.#leaving.get(realm));
      this.#leaving.delete(realm);
      this.#orphans.delete(realm);
    };
    const orphaned = (): void => {
      this.#orphans.add(realm);
      this.#tidy();
    };
    this.#leaving.set(realm, setTimeout(orphaned, LEAVING));
    this.#frame?.close(realm, isGone);
  }

  hasBooted(): void {
    this.#isUnbooted = false;
  }

  /** Calls back when the frame has said that it is alive. */
  ifAlive(onAlive: () => void): void {
    this.#frame?.ifAlive(onAlive);
  }

  /** A realm does not begin. */
  suspect(): void {
    this.#frame?.expectWord(WORD);
  }

  /** A program is begun. */
  begins(job: Job): void {
    if (job !== this.#trial) this.#isAlone = false;
  }

  /** A job has ended, or rests. */
  settled(): void {
    this.#tidy();
    this.#spares.served();
    if (this.#trial !== null && !this.#isUnderWay(this.#trial)) this.#acquit();
  }

  #boot(): Frame {
    this.#frame = new Frame(this.#make, {
      onReady: () => this.#spares.atRest(),
      onSilent: () => this.#crashed(),
      onUnbooted: () => this.#unbooted(),
    });
    return this.#frame;
  }

  /** The process ends with it, and every thread in it. */
  #remove(): void {
    for (const patience of this.#leaving.values()) clearTimeout(patience);
    this.#leaving.clear();
    this.#orphans.clear();
    this.#spares.clear();
    this.#frame?.remove();
    this.#frame = null;
    for (const tenant of this.#tenants) tenant.vacate();
  }

  /** Nobody waits for a frame on account of an orphan: evaluations end soon, and runs that are worth more than a core go on. */
  #tidy(): void {
    if (this.#orphans.size === 0) return;
    const isInTheWay = ({ job }: { readonly job: Job }): boolean =>
      job.kind === "run" ? performance.now() - job.begunAt >= WORTH_WAITING : job.request.type === "evaluate";
    if (!this.#running().some(isInTheWay)) this.#recycle();
  }

  /** The frame goes; then what was under way begins again in another. */
  #recycle(): void {
    const running = this.#running();
    this.#remove();
    for (const { tenant } of running) tenant.begin();
    this.#spares.refill();
  }

  /** Nobody passes messages on any more: the process has died, and what was under way has gone down with it. */
  #crashed(): void {
    const underWay = this.#underWay();
    const guilty = guiltyOf(
      underWay.map(({ job }) => job),
      this.#isAlone,
    );
    this.#remove();
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
    this.#spares.refill();
  }

  #tryNext(): void {
    const next = this.#trials.shift();
    if (next === undefined) return;
    const { tenant, job } = next;
    // It may have been given up meanwhile.
    if (tenant.job !== job || job.stage !== "held") return this.#tryNext();
    this.#isAlone = this.#leaving.size === 0 && [...this.#tenants].every(({ isLively }) => !isLively);
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

  /** A frame that does not boot may be held up by what burns in its process: it goes once, before anybody is told. */
  #unbooted(): void {
    if (!this.#isUnbooted) {
      this.#isUnbooted = true;
      return this.#recycle();
    }
    for (const { tenant } of this.#underWay()) tenant.end("unresponsive");
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
