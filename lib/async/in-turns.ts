/** How long (ms) work may run at a stretch before others that wait for this thread get their turn. */
const LONGEST_MS = 20;

/**
 * Carries out work that comes in steps, and lets others in between as soon as it has taken its turn
 * (`isOver`, by default after 20 ms). Resolves with what the work returns.
 */
export async function inTurns<T>(
  steps: Generator<void, T, void>,
  isOver: () => boolean = turnOf(LONGEST_MS),
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (isOver()) await othersFirst();
  }
}

function turnOf(ms: number): () => boolean {
  let began = performance.now();
  return () => {
    const now = performance.now();
    // After the others' turn a new one begins, however long theirs took.
    if (now - began <= ms) return false;
    began = now;
    return true;
  };
}

/** Resolves when everything that came in before has had its turn: a message to oneself joins the end of the queue. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
