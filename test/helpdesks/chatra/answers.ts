import type { ChatraSwitches } from './switches';

/** An error in the body form that is switched on. */
export function refusal(switches: ChatraSwitches, status: number, message: string): Response {
  switch (switches.errorBody) {
    case 'json':
      return Response.json({ error: { message } }, { status });
    case 'text':
      return new Response(message, { status, headers: { 'content-type': 'text/plain' } });
    case 'empty':
      return new Response(null, { status });
    case 'html':
      return new Response(`<!doctype html><title>${status}</title><h1>${message}</h1>`, {
        status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
  }
}

/** The answer for an id that does not exist. */
export function unknownId(switches: ChatraSwitches): Response {
  if (switches.unknownId === 'null') return Response.json(null);
  return refusal(switches, Number(switches.unknownId), 'Not found');
}

/** The answer to one request too many. */
export function tooMany(switches: ChatraSwitches): Response {
  const answer = switches.rateLimit?.body
    ? refusal(switches, 429, 'Too many requests')
    : new Response(null, { status: 429 });
  const seconds = switches.rateLimit?.retryAfterSeconds ?? null;
  if (seconds !== null) answer.headers.set('retry-after', String(seconds));
  return answer;
}
