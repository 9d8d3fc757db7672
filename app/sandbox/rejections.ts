/**
 * @file How many promises a loss may reject. Firefox tells its console, on the page's own thread, of each that nobody hears: a hundred thousand stall
 * the page for half a minute.
 */
import type { Budget } from "./allocations.ts";

/** A loss has no use for one. */
export const MOST_REJECTIONS = 200;

type Executor = (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => unknown;

// Taken before they are replaced, and before strangers' code could.
const { apply, construct } = Reflect;
const Promises = Promise;

/**
 * Replaces what makes promises by what counts those that are rejected; too many, and making another throws where it is made. What an async function
 * throws does not come by here: the worker hears of it later.
 */
export function limitRejections(): Budget {
  let count = 0;
  const refuse = (): void => {
    if (count >= MOST_REJECTIONS) throw new RangeError(`This loss rejects more than ${MOST_REJECTIONS} promises.`);
  };

  const counted =
    (executor: Executor): Executor =>
    (resolve, reject) => {
      try {
        return executor(resolve, (reason) => {
          count++;
          reject(reason);
        });
      } catch (error) {
        count++;
        throw error;
      }
    };

  const limited: PromiseConstructor = new Proxy(Promises, {
    construct(target, [executor, ...rest]: [unknown, ...unknown[]], newTarget): object {
      refuse();
      const given = typeof executor === "function" ? counted((...told) => apply(executor, undefined, told)) : executor;
      return construct(target, [given, ...rest], newTarget === limited ? target : newTarget);
    },
  });
  Object.defineProperty(globalThis, "Promise", { value: limited, writable: true, configurable: true });
  Object.defineProperty(Promises.prototype, "constructor", { value: limited, writable: false, configurable: false });
  return {
    reset() {
      count = 0;
    },
  };
}
