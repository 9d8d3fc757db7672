/** @file torch.autograd. */
import { setAnomalyDetection } from "../../../autograd/backward.ts";
import { gradcheck } from "../../../autograd/jacobian.ts";
import type { Tensor } from "../../../tensor/tensor.ts";
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
  Variable: native("Variable", ([x]) => x),
  Function: functionClass,
  no_grad: gradSwitch("no_grad", false),
});
