import { expect, test } from "vitest";
import { isNameOf, titleOf, uniqueName } from "./lane-name.ts";

test.each([
  ["FocalLoss", "Focal loss"],
  ["dice_loss", "Dice loss"],
  ["GIoULoss", "GIoU loss"],
  ["MSELoss", "MSE loss"],
  ["BCEWithLogitsLoss", "BCE with logits loss"],
  ["SmoothL1Loss", "Smooth L1 loss"],
  ["mse_loss", "MSE loss"],
  ["iou_loss", "IoU loss"],
  ["KLDivLoss", "KL div loss"],
  ["InfoNCE", "InfoNCE"],
  ["info_nce_loss", "Info NCE loss"],
  ["tverskyLoss", "Tversky loss"],
  ["_private_loss", "Private loss"],
  ["CIoU_Loss", "CIoU loss"],
  ["Loss2", "Loss2"],
  ["NTXentLoss", "NT xent loss"],
  ["quantile", "Quantile"],
  ["SSIMLoss", "SSIM loss"],
])("%s is called %s", (identifier, title) => {
  expect(titleOf(identifier)).toBe(title);
});

test("forward is no name", () => {
  expect(titleOf("forward")).toBeNull();
});

test("the second of a name has a number, and so has the third", () => {
  expect(uniqueName("Focal loss", ["Dice loss"])).toBe("Focal loss");
  expect(uniqueName("Focal loss", ["Focal loss"])).toBe("Focal loss 2");
  expect(uniqueName("Focal loss", ["Focal loss", "Focal loss 2"])).toBe("Focal loss 3");
  expect(uniqueName("Focal loss 2", ["Focal loss", "Focal loss 2"])).toBe("Focal loss 3");
  expect(uniqueName("x".repeat(80), ["x".repeat(80)])).toBe(`${"x".repeat(78)} 2`);
});

test("a name with a number is known as the name it was made of", () => {
  expect(isNameOf("Focal loss 2", "Focal loss")).toBe(true);
  expect(isNameOf("Focal loss two", "Focal loss")).toBe(false);
});
