/** @file The one name that compiled losses call when they are loaded. */
import type { Define } from "../../engine/language/loss.ts";

/**
 * Puts `__losslab` into the realm for good: nobody can redefine it, and it takes what it is given while a script is awaited, once. Answers with what runs
 * a script and returns what it gave; throws what the script throws.
 */
export function makeGate(realm: object, run: (js: string) => void): (js: string) => Define {
  let awaited: ((given: Define) => void) | null = null;
  Object.defineProperty(realm, "__losslab", {
    writable: false,
    configurable: false,
    value: Object.freeze((given: Define) => {
      const take = awaited;
      awaited = null;
      take?.(given);
    }),
  });
  return (js) => {
    const given: Define[] = [];
    awaited = (define) => {
      given.push(define);
    };
    try {
      run(js);
    } finally {
      awaited = null;
    }
    const [define] = given;
    if (typeof define !== "function") throw new Error("The compiled loss did not arrive.");
    return define;
  };
}
