/**
 * Calls through at once, then no more often than every `pause` (ms): further calls meanwhile become
 * one at its end. No timer runs while nothing is called.
 */
export function atMostEvery(pause: number, call: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    timer = undefined;
    last = performance.now();
    call();
  };
  return () => {
    if (timer !== undefined) return;
    const rest = last + pause - performance.now();
    if (rest <= 0) run();
    else timer = setTimeout(run, rest);
  };
}
