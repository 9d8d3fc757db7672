/** @file Which way metrics are better, by their names. What is not told here is better the lower it is. */

export type Better = "low" | "high" | "neither";

const high = /^(R²|accuracy|macro F1|ROC AUC|IoU|Dice|kNN accuracy|pixel accuracy|concordance)/;
/** It says what happened, and not whether that is good. */
const neither = /^(moved|coverage)/;

export const betterOf = (name: string): Better => (high.test(name) ? "high" : neither.test(name) ? "neither" : "low");
