import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Sentences, sentence } from './sentences';

/** The body of a refusal in the server's language. */
type Body = (sentences: Sentences) => Record<string, unknown>;

/** An answer that is not a success; thrown anywhere below a route. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  readonly bodyIn: Body;

  constructor(status: ContentfulStatusCode, body: Record<string, unknown> | Body) {
    super(`${status}`);
    this.status = status;
    this.bodyIn = typeof body === 'function' ? body : () => body;
  }
}

/** "Not allowed" is 401 in Chatwoot, never 403. */
export function unauthorized(error: string): Refusal {
  return new Refusal(401, { error });
}

export function notFound(): Refusal {
  return new Refusal(404, { error: 'Resource could not be found' });
}

/** A model's validation: a full message in the account's language, and the field it is about. */
export function invalid(
  field: string,
  problem: 'taken' | 'blank' | 'tooLong' | 'noPhone',
  values: Readonly<Record<string, number>> = {},
): Refusal {
  const name = field.charAt(0).toUpperCase() + field.slice(1).replaceAll('_', ' ');
  return new Refusal(422, (sentences) => ({
    message: name + sentence(sentences[problem], values),
    attributes: [field],
  }));
}

/** Refusals of filters and of message creation. */
export function unprocessable(error: string | ((sentences: Sentences) => string)): Refusal {
  return new Refusal(422, (sentences) => ({
    error: typeof error === 'string' ? error : error(sentences),
  }));
}
