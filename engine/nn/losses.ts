/** @file The loss modules: thin over torch.nn.functional. */
import { huber_loss, l1_loss, mse_loss, type Reduction, smooth_l1_loss } from "../ops/losses.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { Module } from "./module.ts";

export interface LossOptions {
  readonly reduction?: Reduction;
}

export class MSELoss extends Module {
  readonly reduction: Reduction;
  constructor({ reduction = "mean" }: LossOptions = {}) {
    super();
    this.reduction = reduction;
  }
  override forward(input: Tensor, target: Tensor): Tensor {
    return mse_loss(input, target, this.reduction);
  }
}

export class L1Loss extends Module {
  readonly reduction: Reduction;
  constructor({ reduction = "mean" }: LossOptions = {}) {
    super();
    this.reduction = reduction;
  }
  override forward(input: Tensor, target: Tensor): Tensor {
    return l1_loss(input, target, this.reduction);
  }
}

export class HuberLoss extends Module {
  readonly reduction: Reduction;
  readonly delta: number;
  constructor({ reduction = "mean", delta = 1 }: LossOptions & { readonly delta?: number } = {}) {
    super();
    this.reduction = reduction;
    this.delta = delta;
  }
  override forward(input: Tensor, target: Tensor): Tensor {
    return huber_loss(input, target, this.reduction, this.delta);
  }
}

export class SmoothL1Loss extends Module {
  readonly reduction: Reduction;
  readonly beta: number;
  constructor({ reduction = "mean", beta = 1 }: LossOptions & { readonly beta?: number } = {}) {
    super();
    this.reduction = reduction;
    this.beta = beta;
  }
  override forward(input: Tensor, target: Tensor): Tensor {
    return smooth_l1_loss(input, target, this.reduction, this.beta);
  }
}
