/** @file How this JavaScript says that its stack is used up: Chromium, Firefox and Safari each in other words, so it is asked. */

/** What is thrown where a function never stops calling itself. */
function overflow(): unknown {
  const deeper = (): number => deeper() + 1;
  try {
    return deeper();
  } catch (error) {
    return error;
  }
}

let known: { readonly name: string; readonly message: string } | null = null;

/** False for whatever cannot be asked, proxies whose traps throw included. */
export function isStackOverflow(error: unknown): boolean {
  try {
    if (!(error instanceof Error)) return false;
    if (known === null) {
      const own = overflow();
      known = own instanceof Error ? { name: own.name, message: own.message } : { name: "", message: "" };
    }
    return error.name === known.name && error.message === known.message;
  } catch {
    return false;
  }
}
