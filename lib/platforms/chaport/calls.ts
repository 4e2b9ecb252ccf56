import { TransportError } from '../../http/errors';
import { pathFromLink } from '../../http/path';
import type { EncodedPath, TransportResponse } from '../../http/transport';
import { isJsonObject } from '../../model/json-object';

/** Every path of Chaport's API lies below this, links in its answers included. */
const apiPrefix = '/api/v1/';

interface ChaportAnswer {
  /** The payload: a list, one object, or null. */
  result: unknown;
  /** Links of that name as the answer writes them. */
  links(name: string): string[];
}

export interface AcceptedLink {
  path: EncodedPath;
  query: Record<string, string>;
  /** Path and query in one string: the same link always gives the same key. */
  key: string;
}

/**
 * Opens the envelope: payload under `result`, links under `links`, which may stand beside the
 * payload or inside it. Throws `TransportError('not-json')` when there is no envelope.
 */
export function readAnswer(response: TransportResponse): ChaportAnswer {
  const body = response.body;
  if (!isJsonObject(body)) throw new TransportError('not-json', { status: response.status });
  const inner = isJsonObject(body.result) ? body.result.links : undefined;
  const sources = [body.links, inner].filter(isJsonObject);
  return {
    result: body.result,
    links: (name) => sources.flatMap((source) => readLinks(source[name])),
  };
}

/**
 * Accepts a link that stays on the connection's origin and below `/api/v1/`. The account's key
 * goes wherever a link leads, so anything else gives `undefined`.
 */
export function acceptLink(link: string, origin: string): AcceptedLink | undefined {
  const target = pathFromLink(link, origin, apiPrefix);
  if (target === undefined) return undefined;
  const query = new URLSearchParams(target.query).toString();
  return { ...target, key: query === '' ? target.path : `${target.path}?${query}` };
}

function readLinks(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(readLinks);
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (!isJsonObject(value)) return [];
  const address = value.url ?? value.link ?? value.href;
  return typeof address === 'string' ? readLinks(address) : [];
}
