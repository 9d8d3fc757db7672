/** @file What stands between the commas of a list or a call. Pure text: no string is known as one. */

/** Between the commas that stand in no parentheses. */
export function partsIn(code: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < code.length; i++) {
    if ("([{".includes(code[i])) depth++;
    else if (")]}".includes(code[i])) depth--;
    else if (code[i] === "," && depth === 0) {
      found.push(code.slice(start, i));
      start = i + 1;
    }
  }
  found.push(code.slice(start));
  return found.map((part) => part.trim()).filter((part) => part !== "");
}

/** Where the parenthesis that was opened before closes. */
export function closing(code: string, from: number): number | null {
  let depth = 1;
  for (let i = from; i < code.length; i++) {
    if (code[i] === "(") depth++;
    else if (code[i] === ")" && --depth === 0) return i;
  }
  return null;
}
