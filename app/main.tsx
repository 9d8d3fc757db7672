import { Sandbox } from "./sandbox/Sandbox.ts";
import { toyDataset } from "../engine/data/catalogue.ts";
const s = new Sandbox();
const dataset = toyDataset("sine");
if (dataset) s.setup({ experiment: { dataset: "sine", model: { kind: "mlp", widths: [32, 32], activation: "tanh" }, optimizer: { name: "Adam" }, lr: 0.01, batchSize: 64, seed: 0, steps: 2000 }, dataset });
Object.assign(window, { s });
