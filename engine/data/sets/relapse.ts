/** @file Survival: times until an event, some of them cut off before it came. */
import { column, normal, toySet, uniform } from "./toy.ts";

/** Of the Weibull distribution: the hazard grows. */
const FORM = 1.5;

export const relapse = toySet({
  id: "relapse",
  title: "Relapse · age, dose → time, event",
  about:
    "Times until an event (1), or until a row was lost from sight (0): targets time and event, and a model of log risk.",
  kind: "survival",
  // Share of rows whose event was not seen.
  knobs: { imbalance: 0.3, size: 300 },
  make({ imbalance, size }) {
    const [age, dose] = [normal(80, size), uniform(81, size).map((value) => 2 * value - 1)];
    const [life, sight] = [uniform(82, size), uniform(83, size)];
    const risk = age.map((value, row) => Math.exp(0.8 * value - 1.2 * dose[row] + 1.5 * dose[row] ** 2));
    const until = (drawn: number, hazard: number): number => (-Math.log(1 - drawn) / hazard) ** (1 / FORM);
    const event = risk.map((hazard, row) => until(life[row], hazard));
    // Independent of what a row's time would be, given its risk: with this hazard, the share that is cut off is as asked.
    const cut = risk.map((hazard, row) => until(sight[row], (hazard * imbalance) / (1 - imbalance)));
    return {
      inputs: [column("age", age), column("dose", dose)],
      targets: [
        column(
          "time",
          event.map((time, row) => Math.min(time, cut[row])),
        ),
        column(
          "event",
          event.map((time, row) => (time <= cut[row] ? 1 : 0)),
        ),
      ],
    };
  },
});
