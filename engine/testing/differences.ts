/** @file Programs of engine/testdata/forum that do not go as in PyTorch here, each with its reason. The tests hold this list to what happens. */

const absent = "not available here, and refused by name before anything runs";

export const differences: Readonly<Record<string, string>> = {
  sharpness_of_sigma: absent,
  kaiming_init_mlp: absent,
  gumbel_softmax_vq: absent,
  torch_utils_data: absent,
  embedding_float: absent,
  embedding_range: absent,
  batchnorm_one: absent,
  inverse_singular: absent,
  cholesky_bad: absent,
  det_not_square: absent,
  unbind_inplace: "the parts that unbind gives are tensors of their own here, not views that share one maker",
  sum_kw_axis_bad: "dims have no names here",
  movedim_dup: "one dim is moved at a time here",
  addcdiv_int: "integers are divided as floats, as PyTorch announces it will do",
};
