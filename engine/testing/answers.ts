/** @file What a worker's entry answers to one request, in this very process: for terminals, tests, and what is computed when the page is built. */
import type { Host } from "../worker/host.ts";
import type { Reply, Request, Setup } from "../worker/protocol.ts";
import { serve } from "../worker/serve.ts";
import { parseReply } from "../worker/validate.ts";
import { definedBy } from "./defined.ts";

/** The entry is one of its own, as each program on the page has one. `surroundings`: what is the caller's to say. */
export function answersTo(setup: Setup, request: Request, surroundings: Pick<Host, "now" | "consoleFor">): Reply[] {
  const replies: Reply[] = [];
  const waiting: (() => void)[] = [];
  const handle = serve({
    ...surroundings,
    post(message) {
      const reply = parseReply(structuredClone(message));
      if (reply.type === "misfit") throw new Error(`internal: ${reply.path}: ${reply.why}`);
      replies.push(reply);
    },
    distrust: () => {
      throw new Error("The loss has changed what the engine computes with: its own numbers cannot be trusted.");
    },
    load: (js) => definedBy({ js }),
    yield: (callback) => waiting.push(callback),
  });
  handle({ type: "setup", setup });
  handle(request);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next();
  return replies;
}
