/** @file Reference cases that are not met, each with its reason. `npm run golden` counts them apart; anything else that differs fails. */
const rounding =
  "PyTorch 2.13 adds up in another order than 1.13 did; along this curve the last bits of float32 grow until the loss is 2 % apart (1.13's is met)";

export const excused: Readonly<Record<string, string>> = {
  "g/curves/mlp_tanh/adam_wd/huber/full": rounding,
  "g/curves/mlp_tanh/rmsprop_centered/c/full": rounding,
};
