interface Flight<T> {
  answer: Promise<T>;
  controller: AbortController;
  waiting: number;
}

/**
 * Runs equal work only once at a time: the function it returns runs `work` unless
 * work of the same key is under way, and settles as that does. The signal given to `work` is aborted
 * only when nobody waits for it any longer; whoever gives no signal waits to the end.
 */
export function singleFlight<Key, T>() {
  const flights = new Map<Key, Flight<T>>();

  function launch(key: Key, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight: Flight<T> = { answer: work(controller.signal), controller, waiting: 0 };
    flights.set(key, flight);
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.answer.then(land, land);
    return flight;
  }

  return async (
    key: Key,
    work: (signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> => {
    signal?.throwIfAborted();
    const known = flights.get(key);
    const isUsable = known !== undefined && !known.controller.signal.aborted;
    return join(isUsable ? known : launch(key, work), signal);
  };
}

function join<T>(flight: Flight<T>, signal: AbortSignal | undefined): Promise<T> {
  flight.waiting += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      signal?.removeEventListener('abort', onAbort);
      flight.waiting -= 1;
    };
    const onAbort = (): void => {
      leave();
      if (flight.waiting === 0) flight.controller.abort(signal?.reason);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    flight.answer.then(
      (answer) => {
        leave();
        resolve(answer);
      },
      (error: unknown) => {
        leave();
        reject(error);
      },
    );
  });
}
