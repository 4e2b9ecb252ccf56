import type { ChaportSwitches } from './switches';

type Switches = Readonly<ChaportSwitches>;
/** The links beside a payload; a key is left out when there is nothing to link to. */
export type Links = Record<string, unknown> | unknown[];

/** Chaport's envelope: the payload under `result`, the links beside or inside it. */
export function success(switches: Switches, result: unknown, links?: Links): Response {
  if (links === undefined) return Response.json({ result });
  const canCarry = typeof result === 'object' && result !== null && !Array.isArray(result);
  if (switches.linksPosition === 'inside' && canCarry) {
    return Response.json({ result: { ...result, links } });
  }
  return Response.json({ result, links });
}

/** An error in the body form that is switched on. */
export function refusal(
  switches: Switches,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  if (switches.errorBody === 'empty') return new Response(null, { status, headers });
  if (switches.errorBody === 'html') {
    return new Response(`<!doctype html><title>${status}</title><h1>${message}</h1>`, {
      status,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    });
  }
  return Response.json({ error: { message } }, { status, headers });
}

/** The answer to an id of a visitor that the API does not know, whatever was to be done with it. */
export function unknownVisitor(switches: Switches): Response {
  return refusal(switches, Number(switches.unknownVisitor), 'Visitor not found');
}

/** A link to a path of the API, in the form that is switched on. `path` starts with `/api/v1/`. */
export function apiLink(switches: Switches, origin: string, path: string): string {
  return switches.linkForm === 'absolute' ? `${origin}${path}` : path;
}

/** A link that would send the token to another server, or outside the API, if a client followed it. */
export function hostileLink(switches: Switches, origin: string, path: string): string {
  switch (switches.hostileLinkForm) {
    case 'foreign-host':
      return `https://app.chaport.com.evil.example${path}`;
    case 'protocol-relative':
      return `//evil.example${path}`;
    case 'outside-api':
      return `${origin}/emulator/outside${path}`;
  }
}
