/** @file A source of random numbers as the arguments of ops know it: by its class alone. What it does is `random/`'s business. */
export abstract class AnyGenerator {}
