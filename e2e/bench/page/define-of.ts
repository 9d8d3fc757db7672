/** @file Runs a compiled program's script in a worker of the benchmark, where nothing has to be kept from it. */
import type { Define } from "../../../engine/language/loss.ts";

export function defineOf(js: string): Define {
  const given: Define[] = [];
  new Function("__losslab", js)((define: Define) => given.push(define));
  const [define] = given;
  if (define === undefined) throw new Error("internal: the script defined nothing");
  return define;
}
