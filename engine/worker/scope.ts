/** @file What is in scope of a loss in the sandbox, besides its console. */

import type { ParametersOf } from "../language/loss.ts";
import { Module } from "../nn/module.ts";
import { F, nn, torch } from "../torch.ts";

export const scope = { torch, nn, F };

export const parametersOf: ParametersOf = (instance) => (instance instanceof Module ? instance.named_parameters() : []);
