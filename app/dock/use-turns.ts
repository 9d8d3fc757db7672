/** @file Drawing in turns: what is dear is drawn part by part, and the page answers between two of them. */
import { useEffect, useState } from "react";
import { isOnPaper } from "../ui/paper.ts";

/** Counts from 0 to `last`, a task of the browser's for each. On paper there is no time for that, and for what is cheap no need. */
export function useTurns(last: number, isCheap: boolean): number {
  const [turn, setTurn] = useState(isCheap || isOnPaper() ? last : 0);
  useEffect(() => {
    if (turn === last) return;
    const timer = setTimeout(() => setTurn(turn + 1));
    return () => clearTimeout(timer);
  }, [turn, last]);
  return turn;
}
