/** @file What Python completes besides ops and modules of functions: names that stand in no op's record. */

export interface PythonSymbol {
  readonly name: string;
  /** torch.sum(input, dim=None, keepdim=False) */
  readonly signature: string;
  /** Markdown. */
  readonly documentation: string;
}

/** What can follow `torch.`, `F.`, `nn.`, and a dot after anything else. */
export type SymbolOwner = "torch" | "F" | "nn" | "method";

const plain = (name: string, signature: string, documentation: string): PythonSymbol => ({
  name,
  signature,
  documentation,
});

export const plainSymbols: Readonly<Record<SymbolOwner, readonly PythonSymbol[]>> = {
  torch: [
    plain("no_grad", "torch.no_grad()", "Computes without leaving a graph: `with torch.no_grad():`"),
    plain("manual_seed", "torch.manual_seed(seed)", "Seeds the generator; the numbers after it are PyTorch's."),
    plain("tensor", "torch.tensor(data, dtype=None, requires_grad=False)", "A tensor of the numbers given."),
  ],
  F: [],
  nn: [
    plain("Module", "nn.Module", "What a loss with a constructor extends: `class MyLoss(nn.Module):`"),
    plain("Parameter", "nn.Parameter(data, requires_grad=True)", "A tensor that is trained along with the model."),
    plain("Linear", "nn.Linear(in_features, out_features, bias=True)", "x Wᵀ + b with PyTorch's initial parameters."),
    plain("Sequential", "nn.Sequential(*layers)", "Modules one after the other."),
  ],
  method: [
    plain(
      "backward",
      "x.backward(gradient=None, retain_graph=None, create_graph=False)",
      "Adds the gradient of this scalar to `grad` of every leaf that requires one.",
    ),
    plain("size", "x.size(dim=None)", "The shape, or the size of one dim."),
    plain("numel", "x.numel()", "How many elements."),
    plain("dim", "x.dim()", "Number of dims."),
    plain("shape", "x.shape", "Sizes, the last dim last."),
    plain("dtype", "x.dtype", "The type of the elements."),
    plain("grad", "x.grad", "The gradient that backward left here."),
    plain("requires_grad", "x.requires_grad", "Whether gradients are wanted here."),
    plain("T", "x.T", "The transposed matrix."),
  ],
};
