/** @file Names by which a loss, and what it compares, are told in either language. */

/** Of what is compared to something. */
export const predicted = /pred|out|logit|input|hat|prob|score|^(p|yp)$/i;
/** Of what that is compared to. */
export const wanting = /targ|label|true|truth|^(t|y|gt|yt)$/i;

export const soundsLikeLoss = (name: string): boolean => /loss|criterion|objective|error/i.test(name);

export const comparesWell = ([first, second]: readonly string[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  ((predicted.test(first) && wanting.test(second)) || (wanting.test(first) && predicted.test(second)));
