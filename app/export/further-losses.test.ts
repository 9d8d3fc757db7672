/** @file The other half of losses.test.ts, so that both run at once. */
import { halves, holdLosses } from "./hold-losses.ts";

holdLosses(halves.second);
