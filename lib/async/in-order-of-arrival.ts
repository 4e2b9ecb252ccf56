/**
 * Runs several generators at once and yields what they yield, in order of arrival. Rejects with the
 * first error that one of them throws; leaving early leaves no unheard rejection behind.
 */
export async function* inOrderOfArrival<T>(
  sources: readonly AsyncGenerator<T, void, void>[],
): AsyncGenerator<T, void, void> {
  const pending = new Map(sources.map((source) => [source, advance(source)]));
  while (pending.size > 0) {
    const { source, result } = await Promise.race(pending.values());
    if (result.done === true) {
      pending.delete(source);
    } else {
      pending.set(source, advance(source));
      yield result.value;
    }
  }
}

interface Step<T> {
  source: AsyncGenerator<T, void, void>;
  result: IteratorResult<T, void>;
}

function advance<T>(source: AsyncGenerator<T, void, void>): Promise<Step<T>> {
  const step = source.next().then((result) => ({ source, result }));
  step.catch(() => undefined);
  return step;
}
