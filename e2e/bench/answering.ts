/** @file A worker that is asked one thing at a time: each request brings the port its answer goes to. */
export function answering<Request, Answer>(answer: (request: Request) => Promise<Answer>): void {
  addEventListener("message", ({ data, ports: [port] }: MessageEvent<Request>) => {
    answer(data).then(
      (given) => port?.postMessage(given),
      (error: unknown) => port?.postMessage(error instanceof Error ? error : new Error(String(error))),
    );
  });
}
