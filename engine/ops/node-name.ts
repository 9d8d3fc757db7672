/** @file The name PyTorch gives to what an op leaves on the tape: `mul` is MulBackward0. */
const special: Readonly<Record<string, string>> = {
  matmul: "Mm",
  where: "Where",
  amax: "Amax",
  log_softmax: "LogSoftmax",
  mse_loss: "MseLoss",
  index: "Index",
  getitem: "Select",
};

export function nodeName(op: string): string {
  const camel = special[op] ?? op.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${camel}Backward0`;
}
