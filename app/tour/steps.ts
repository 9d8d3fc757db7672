/** @file The five steps of the tour: what they are about, where that stands on the page, and what is said of it. */

export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** The first that is in sight is shown. */
  readonly places: readonly string[];
}

export const steps: readonly TourStep[] = [
  {
    title: "Write a loss, or paste one",
    text: "TypeScript or PyTorch, as it is: a function forward(predictions, targets), or a class with its whole script round it. Behind each expression stands the shape that flows through it.",
    places: [".lane.is-active .editor-slot", ".lane .editor-slot"],
  },
  {
    title: "The verdict, while you type",
    text: "Whether a gradient can start here and reaches the predictions, in one line. Where PyTorch would refuse, its own words stand here, with a fix to press.",
    places: [".lane.is-active .verdict", ".lane .verdict"],
  },
  {
    title: "What is known of this loss",
    text: "Checks says what went well and what did not, each with its line. Gradients shows which samples pull against each other, Frameworks what JAX and Keras would make of it.",
    places: [".lane.is-active .tabbed", ".lane .tabbed"],
  },
  {
    title: "Side by side, on the same terms",
    text: "Train gives every lane the same data, parameters and batches. Two losses can't be compared by their own values, so the same metrics stand beside them: a loss that falls while they rise is the discovery to make.",
    places: [".dock"],
  },
  {
    title: "Take it with you",
    text: "A link holds everything you see, and nothing is sent anywhere to make it. Export gives the same run as train.py, and the loss for PyTorch, JAX or Keras.",
    places: ["[data-tour='share']", ".header"],
  },
];
