import type { Transport, TransportRequest, TransportResponse } from './transport';

interface Flight {
  answer: Promise<TransportResponse>;
  controller: AbortController;
  waiting: number;
}

/**
 * Makes equal reads that are wanted at the same time one request. It is aborted only when nobody
 * waits for it any longer.
 */
export function withDeduplication(inner: Transport): Transport {
  const flights = new Map<string, Flight>();

  function launch(key: string, request: TransportRequest): Flight {
    const controller = new AbortController();
    const answer = inner.send({ ...request, signal: controller.signal });
    const flight: Flight = { answer, controller, waiting: 0 };
    flights.set(key, flight);
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    answer.then(land, land);
    return flight;
  }

  return {
    async send(request) {
      request.signal.throwIfAborted();
      if (request.method !== 'GET' && request.repeatable !== true) return inner.send(request);
      const key = JSON.stringify([request.method, request.path, request.query, request.body]);
      const known = flights.get(key);
      const flight =
        known === undefined || known.controller.signal.aborted ? launch(key, request) : known;
      return join(flight, request.signal);
    },
  };
}

function join(flight: Flight, signal: AbortSignal): Promise<TransportResponse> {
  flight.waiting += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      signal.removeEventListener('abort', onAbort);
      flight.waiting -= 1;
    };
    const onAbort = (): void => {
      leave();
      if (flight.waiting === 0) flight.controller.abort(signal.reason);
      reject(signal.reason);
    };
    signal.addEventListener('abort', onAbort, { once: true });
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
