/** @file TensorFlow.js in plain JavaScript. */
import "@tensorflow/tfjs-backend-cpu";
import { serve } from "./serve.ts";
import { tfjs } from "./tfjs.ts";

serve(tfjs("cpu", async () => ""));
