/** An error in the form of all of Membrane's own errors. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly key: string | undefined,
    message: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(message);
  }

  answer(): Response {
    const { type, key, message, more } = this;
    // Absent values are left out, never null.
    const body = { type, ...(key === undefined ? {} : { key }), message, ...more };
    return Response.json(body, { status: this.status });
  }
}

export function notFound(what: string): Refusal {
  return new Refusal(404, 'bad_request', 'not_found', `${what} was not found.`);
}

export function invalid(message: string): Refusal {
  return new Refusal(400, 'bad_request', undefined, `Validation error: ${message}`);
}
