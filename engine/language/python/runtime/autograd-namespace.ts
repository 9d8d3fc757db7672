/** @file torch.autograd. */
import { setAnomalyDetection } from "../../../autograd/backward.ts";
import { gradcheck } from "../../../autograd/jacobian.ts";
import { tracer } from "../../../ops/trace.ts";
import { aliasOf, Tensor } from "../../../tensor/tensor.ts";
import { warn } from "../../../tensor/warnings.ts";
import { functionClass } from "./autograd-function.ts";
import { autogradBackward, autogradGrad } from "./autograd-grad.ts";
import { call, none } from "./call.ts";
import { Manager } from "./constants.ts";
import { functionalNamespace } from "./functional-namespaces.ts";
import { gradSwitch } from "./grad-modes.ts";
import { namespace, native } from "./native.ts";

const anomaly = (on: boolean) =>
  new Manager(
    () => {
      setAnomalyDetection(on);
      return null;
    },
    () => setAnomalyDetection(false),
  );

export const autograd = namespace("torch.autograd", {
  backward: native("backward", autogradBackward),
  grad: native("grad", autogradGrad),
  detect_anomaly: native("detect_anomaly", () => {
    warn(
      "UserWarning",
      "Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled for debugging.",
    );
    return anomaly(true);
  }),
  set_detect_anomaly: native("set_detect_anomaly", ([on]) => anomaly(on === true)),
  functional: functionalNamespace,
  gradcheck: native(
    "gradcheck",
    ([f, inputs]) =>
      gradcheck((at) => call(f, [at], none) as Tensor, (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor).ok,
  ),
  // A tensor is what it was once wrapped into; told to require a gradient, it is a leaf of its own.
  Variable: native("Variable", ([x, given], keywords) => {
    if (!Tensor.isTensor(x) || (given ?? keywords?.requires_grad ?? false) !== true || x.requires_grad) return x;
    const leaf = aliasOf(x);
    leaf.requires_grad = true;
    tracer()?.made("variable", [x], leaf);
    return leaf;
  }),
  Function: functionClass,
  no_grad: gradSwitch("no_grad", false),
});
