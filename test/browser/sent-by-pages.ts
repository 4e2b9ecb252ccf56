import type { Helpdesks } from '../helpdesks/start';

/** The messages that the helpdesks' own pages delivered: each went to a customer. */
export function sentByPages({ all }: Helpdesks): string[] {
  return all
    .flatMap(({ log }) => log.entries)
    .filter(({ method, headers }) => method === 'POST' && headers.origin?.startsWith('https:'))
    .filter(({ path }) => /send|messages/.test(path))
    .map(({ host, path, body }) => `${host}${path} ${body}`);
}
