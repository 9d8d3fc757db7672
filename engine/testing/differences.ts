/** @file Reference cases that the ops here do not meet yet, each with its reason. The tests read this list; anything else that differs fails. */
export const differences: Readonly<Record<string, string>> = {
  "g/functional/gaussian_nll_loss/var_below_eps/none": "PyTorch sends the gradient of a clamped variance through",
  "g/functional/gaussian_nll_loss/var_below_eps/mean": "PyTorch sends the gradient of a clamped variance through",
  "g/functional/gaussian_nll_loss/var_below_eps/sum": "PyTorch sends the gradient of a clamped variance through",
  "g/api_forms/binary/torch.nn.MSELoss(reduction='none')(x, y)": "modules are called with .forward in TypeScript",
  "g/api_forms/unary/torch.nn.Sigmoid()(x)": "modules are called with .forward in TypeScript",
  "g/binary/maximum/special_grid": "which side gets the gradient beside NaN",
  "g/binary/minimum/special_grid": "which side gets the gradient beside NaN",
  "g/convert/bool#6": "adding two bools is a logical or in PyTorch",
  "g/convert/create#10": "JavaScript has no way to write 1.0 as opposed to 1",
  "g/convert/create#23": "JavaScript has no way to write 1.0 as opposed to 1",
  "g/kinks/norm#5": "the norm over several dims where all elements of a row are 0 for p below 2",
  "g/reduce/max/nan": "how NaNs share the gradient of a full maximum",
  "g/reduce/min/nan": "how NaNs share the gradient of a full minimum",
  "g/reduce/var/inf": "the gradient of a variance with an infinite element",
  "g/unary/pow/scalar_base#3": "the gradient of 0 to a tensor's powers",
};
