/** What can go wrong between the product and a platform, switched on by a test. */
export type FaultKind =
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
  | { kind: 'delay'; ms: number }
  /** Answers as usual, but not before `clear`. */
  | { kind: 'held' }
  /** No answer until the client gives up; `after: 'work'`: the platform has done what was asked. */
  | { kind: 'hang'; after?: 'work' }
  /** The answer is cut off; `after: 'work'`: the platform has done what was asked. */
  | { kind: 'lost'; after?: 'work' }
  | { kind: 'redirect'; to: string; status?: 301 | 302 | 307 }
  | { kind: 'login-page' }
  | { kind: 'empty' }
  | { kind: 'truncated' }
  | { kind: 'huge'; bytes: number };

export interface Fault {
  fault: FaultKind;
  /** Only requests whose path matches; all API requests when absent. */
  path?: RegExp;
  /** Only requests with these methods; all when absent. */
  methods?: readonly string[];
  /** How many requests it hits before it is over; for ever when absent. */
  times?: number;
}

const loginPage = '<!doctype html><title>Sign in</title><form><input name="email"></form>';

/** The faults active for one emulator's API. */
export class Faults {
  #active: Fault[] = [];
  #held: (() => void)[] = [];

  add(fault: Fault): void {
    this.#active.push({ ...fault });
  }

  /** Ends all of them; requests that were held back continue. */
  clear(): void {
    this.#active = [];
    for (const goOn of this.#held.splice(0)) goOn();
  }

  /**
   * In place of what is active: what is held continues, so many more requests with such a path are answered, and
   * those after them are held. So a job is still under way, however slow or quick the machine is.
   */
  letThrough(path: RegExp, requests: number): void {
    this.clear();
    this.add({ fault: { kind: 'delay', ms: 0 }, path, times: requests });
    this.add({ fault: { kind: 'held' }, path });
  }

  /** Answers in place of `answer`, or around it, as the first matching fault says. */
  async apply(request: Request, answer: () => Promise<Response>): Promise<Response> {
    const path = new URL(request.url).pathname;
    const active = this.#active.find(
      (entry) =>
        (entry.path?.test(path) ?? true) && (entry.methods?.includes(request.method) ?? true),
    );
    if (active === undefined) return answer();
    if (active.times !== undefined) {
      active.times -= 1;
      if (active.times === 0) this.#active = this.#active.filter((entry) => entry !== active);
    }
    if (active.fault.kind === 'held') await new Promise<void>((goOn) => this.#held.push(goOn));
    return perform(active.fault, request, answer);
  }
}

async function perform(
  fault: FaultKind,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  switch (fault.kind) {
    case 'status':
      return new Response(fault.body ?? null, {
        status: fault.status,
        headers: fault.headers ?? { 'content-type': 'text/plain' },
      });
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return answer();
    case 'held':
      return answer();
    case 'hang':
      if (fault.after === 'work') await answer();
      return new Promise<Response>((resolve) => {
        request.signal.addEventListener('abort', () =>
          resolve(new Response(null, { status: 499 })),
        );
      });
    case 'lost':
      if (fault.after === 'work') await answer();
      // Announces more than it sends, and hangs up. If nothing were sent, a browser would ask again.
      return new Response('{', { headers: { 'content-length': '1000', connection: 'close' } });
    case 'redirect':
      return new Response(null, { status: fault.status ?? 302, headers: { location: fault.to } });
    case 'login-page':
      return new Response(loginPage, { headers: { 'content-type': 'text/html' } });
    case 'empty':
      return new Response('', { headers: { 'content-type': 'application/json' } });
    case 'truncated': {
      const whole = await (await answer()).text();
      return new Response(whole.slice(0, Math.floor(whole.length / 2)), {
        headers: { 'content-type': 'application/json' },
      });
    }
    case 'huge':
      return new Response(`["${'x'.repeat(fault.bytes)}"]`, {
        headers: { 'content-type': 'application/json' },
      });
  }
}
