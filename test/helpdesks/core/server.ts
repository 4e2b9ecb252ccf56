import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Service } from './emulator';
import type { LoggedRequest } from './log';
import { createIdentity } from './tls';

export interface HelpdeskServer {
  port: number;
  /** Chromium flags that make the real host names lead here, and all other hosts to nowhere. */
  browserFlags: string[];
  /** What else is served here, by path under `https://127.0.0.1:<port>`, such as a team's file. */
  files: Map<string, (request: Request) => Response>;
  stop(): Promise<void>;
}

/** Serves the emulators over TLS on loopback, each under its real host names. */
export async function serveHelpdesks(emulators: readonly Service[]): Promise<HelpdeskServer> {
  const identity = await createIdentity();
  const files: HelpdeskServer['files'] = new Map();
  const answer = (request: Request) =>
    files.get(new URL(request.url).pathname)?.(request) ?? dispatch(emulators, request);
  const listener = getRequestListener(answer, {
    overrideGlobalObjects: false,
  });
  const server = createServer({ key: identity.key, cert: identity.cert }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const rules = emulators
    .flatMap((emulator) => emulator.hosts)
    .map((host) => `MAP ${host} 127.0.0.1:${port}`);
  return {
    port,
    files,
    browserFlags: [
      `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'].join(', ')}`,
      `--ignore-certificate-errors-spki-list=${identity.spki}`,
    ],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Hands a request to the service that has its host, and keeps it in that service's log. */
export async function dispatch(emulators: readonly Service[], request: Request): Promise<Response> {
  const url = new URL(request.url);
  const emulator = emulators.find((candidate) =>
    candidate.hosts.some((host) => hostMatches(host, url.hostname)),
  );
  if (emulator === undefined) return new Response('no such host', { status: 421 });
  const body = request.method === 'GET' ? '' : await request.clone().text();
  const entry: LoggedRequest = {
    at: Date.now(),
    method: request.method,
    host: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(request.headers),
    body,
    api: emulator.isApi(url),
    status: 0,
  };
  emulator.log.entries.push(entry);
  const response = entry.api
    ? await emulator.faults.apply(request, () => emulator.handle(request))
    : await emulator.handle(request);
  entry.status = response.status;
  return response;
}

/** `*.kustomerapp.com` stands for one or more labels before the dot, as in Chromium's rules. */
export function hostMatches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
