import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer that is not a success; thrown anywhere below a route. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly body: Record<string, unknown>;

  constructor(status: ContentfulStatusCode, body: Record<string, unknown>) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}

/** "Not allowed" is 401 in Chatwoot, never 403. */
export function unauthorized(error: string): Refusal {
  return new Refusal(401, { error });
}

export function notFound(): Refusal {
  return new Refusal(404, { error: 'Resource could not be found' });
}

/** A model's validation: full messages joined by comma, and the fields they are about. */
export function invalid(message: string, attributes: string[]): Refusal {
  return new Refusal(422, { message, attributes });
}

/** Refusals of filters and of message creation. */
export function unprocessable(error: string): Refusal {
  return new Refusal(422, { error });
}
