/** @file What log risks are worth against times of which some were cut off, and the curves that go with them. */

/** Rows that are compared, each to every other. */
const MOST_ROWS = 1000;

/**
 * Harrell's C: of the pairs of which it is known whose event came first, the share in which that row has the higher risk; equal risks count
 * half. NaN where there is no such pair. Of the first 1,000 rows.
 */
export function concordance(risks: ArrayLike<number>, time: ArrayLike<number>, event: ArrayLike<number>): number {
  const rows = Math.min(MOST_ROWS, time.length);
  let [right, pairs] = [0, 0];
  for (let first = 0; first < rows; first++) {
    if (event[first] !== 1) continue;
    for (let other = 0; other < rows; other++) {
      // Of equal times, one that was cut off lasted longer.
      const isLater = time[other] > time[first] || (time[other] === time[first] && event[other] !== 1);
      if (!isLater) continue;
      pairs++;
      if (risks[first] > risks[other]) right++;
      else if (risks[first] === risks[other]) right += 0.5;
      else if (Number.isNaN(risks[first] - risks[other])) return Number.NaN;
    }
  }
  return right / pairs;
}

const byTime = (time: ArrayLike<number>): number[] =>
  Array.from(time, (_, row) => row).sort((a, b) => time[a] - time[b]);

/** Cox's negative log partial likelihood by Breslow, a mean over events: −(risk − log Σ exp(risk of those still there)). */
export function coxNll(risks: ArrayLike<number>, time: ArrayLike<number>, event: ArrayLike<number>): number {
  const order = byTime(time).reverse();
  let [log, sum, events, at] = [Number.NEGATIVE_INFINITY, 0, 0, 0];
  while (at < order.length) {
    let end = at;
    while (end < order.length && time[order[end]] === time[order[at]]) {
      const risk = risks[order[end++]];
      const most = Math.max(log, risk);
      log = most + Math.log(Math.exp(log - most) + Math.exp(risk - most));
    }
    for (; at < end; at++) {
      if (event[order[at]] !== 1) continue;
      sum -= risks[order[at]] - log;
      events++;
    }
  }
  return sum / events;
}

export interface Steps {
  readonly times: readonly number[];
  /** From each time on. */
  readonly shares: readonly number[];
}

/** Kaplan and Meier: of rows, the share whose event has not come by a time. */
export function kaplanMeier(time: ArrayLike<number>, event: ArrayLike<number>): Steps {
  const order = byTime(time);
  const [times, shares] = [[0], [1]];
  let [share, there, at] = [1, order.length, 0];
  while (at < order.length) {
    const now = time[order[at]];
    let [events, gone] = [0, 0];
    for (; at < order.length && time[order[at]] === now; at++, gone++) if (event[order[at]] === 1) events++;
    if (events > 0) {
      share *= 1 - events / there;
      times.push(now);
      shares.push(share);
    }
    there -= gone;
  }
  return { times, shares };
}

/** Breslow's cumulative hazard of a row of log risk 0: at each time with events, their number over Σ exp(risk of those still there). */
export function breslow(risks: ArrayLike<number>, time: ArrayLike<number>, event: ArrayLike<number>): Steps {
  const order = byTime(time);
  const [times, hazards] = [[0], [0]];
  let there = 0;
  for (const row of order) there += Math.exp(risks[row]);
  let [hazard, at] = [0, 0];
  while (at < order.length) {
    const now = time[order[at]];
    let [events, gone] = [0, 0];
    for (; at < order.length && time[order[at]] === now; at++) {
      gone += Math.exp(risks[order[at]]);
      if (event[order[at]] === 1) events++;
    }
    if (events > 0) {
      hazard += events / there;
      times.push(now);
      hazards.push(hazard);
    }
    there -= gone;
  }
  return { times, shares: hazards };
}

/** Survival as a model of log risk predicts it for some rows, on average, over the times of a baseline. */
export function predictedSurvival(baseline: Steps, risks: readonly number[]): Steps {
  const shares = baseline.shares.map(
    (hazard) => risks.reduce((sum, risk) => sum + Math.exp(-hazard * Math.exp(risk)), 0) / risks.length,
  );
  return { times: baseline.times, shares };
}
