import { expect, test } from "vitest";
import { translated } from "./translated.ts";

test.each([
  ["tf.reduce_mean(x, axis=-1, keepdims=True)", "torch.mean(x, dim=-1, keepdim=True)"],
  ["tf.minimum(error, 1.0)", "torch.clamp(error, max=1.0)"],
  ["tf.maximum(a, b)", "torch.maximum(a, b)"],
  ["tf.math.log(tf.nn.sigmoid(x))", "torch.log(torch.sigmoid(x))"],
  ["tf.cast(y > 0, tf.float32)", "(y > 0).to(torch.float32)"],
  ["tf.nn.softmax(x)", "torch.softmax(x, dim=-1)"],
  [
    "tf.nn.sigmoid_cross_entropy_with_logits(labels=t, logits=x)",
    'F.binary_cross_entropy_with_logits(x, t, reduction="none")',
  ],
  ["tf.math.reduce_std(x, axis=0)", "torch.std(x, dim=0, correction=0)"],
  ["tf.stop_gradient(x * w)", "(x * w).detach()"],
  ["tf.expand_dims(x, axis=1)", "torch.unsqueeze(x, 1)"],
  ["K.clip(p, K.epsilon(), 1 - K.epsilon())", "torch.clamp(p, 1e-7, 1 - 1e-7)"],
  ['K.cast(m, "float32")', "m.to(torch.float32)"],
  ["jnp.where(d < 1, jnp.square(d), jnp.abs(d))", "torch.where(d < 1, torch.square(d), torch.abs(d))"],
  ["jax.nn.relu(x) + jnp.std(x)", "torch.relu(x) + torch.std(x, correction=0)"],
  ["jnp.linalg.norm(x) * jnp.pi", "torch.linalg.norm(x) * torch.pi"],
])("%s is %s", (from, to) => {
  expect(translated(from)?.source).toBe(to);
});

test("imports and what compiles go, and the names that they gave are known", () => {
  const source =
    "import tensorflow as t\nfrom keras import ops as o\n\n@tf.function\ndef loss(a, b):\n    return t.reduce_sum(o.abs(a - b))\n";
  expect(translated(source)?.source).toBe("import torch\n\ndef loss(a, b):\n    return torch.sum(torch.abs(a - b))\n");
});

test("what has no name here stays as it is", () => {
  expect(translated("tf.image.ssim(a, b) + tf.abs(a)")?.source).toBe("tf.image.ssim(a, b) + torch.abs(a)");
});

test("a loss of PyTorch's is left alone", () => {
  expect(translated("import torch\n\ndef forward(p, t):\n    return (p - t).abs().mean()\n")).toBeNull();
});
