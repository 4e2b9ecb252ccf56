import type { Service } from '../core/emulator';
import { dispatch } from '../core/server';
import { baseOf, helpdeskAccounts } from './apps';
import { invalid, Refusal } from './refusal';
import type { Held, Tenants } from './tenants';

/** Headers that the service says it does not pass on. */
const keptBack = new Set(
  `host x-request-id x-real-ip x-forwarded-for x-forwarded-host x-forwarded-port x-forwarded-proto
  x-forwarded-scheme x-scheme x-original-forwarded-for x-different-name x-request-start
  x-using-nginx-controller x-amzn-trace-id forwarded-for-header proxy-protocol real_ip_header
  real_ip_recursive cdn-loop cf-ipcountry cf-ray cf-visitor cf-connecting-ip connection
  authorization content-length`.split(/\s+/),
);

/** Headers that belong to one hop only, and those that the server computes anew. */
const ofThisHop = new Set(['connection', 'content-length', 'transfer-encoding', 'keep-alive']);

/** A call to a helpdesk through a connection. */
export interface ProxiedCall {
  method: string;
  /** With its query, exactly as it came; a whole address replaces the connector's base. */
  path: string;
  headers: Headers;
  body: ArrayBuffer | null;
  signal: AbortSignal;
}

/** Passes a call on with the connection's credentials, and passes the answer back as it came. */
export async function callHelpdesk(
  tenants: Tenants,
  helpdesks: readonly Service[],
  held: Held,
  call: ProxiedCall,
): Promise<Response> {
  assertReady(tenants, held);
  const address = addressOf(tenants, helpdesks, held, call.path);
  const first = await send(helpdesks, address, held, call, held.account);
  if (first.status !== 401) return first;
  if (held.secondAccount !== undefined) {
    return send(helpdesks, address, held, call, held.secondAccount);
  }
  if (tenants.switches.afterRefusedKey === 'disconnects') held.state = 'CLIENT_ACTION_REQUIRED';
  return first;
}

/** Status and key are this emulator's invention: which the service answers is not known. */
function assertReady({ switches }: Tenants, held: Held): void {
  if (held.state === 'READY' && held.isDefunct !== true && held.account !== undefined) return;
  throw new Refusal(
    switches.connectionErrorStatus,
    'connection',
    'connection_is_defunct',
    `Connection "${held.id}" does not work: ${held.state}.`,
  );
}

function addressOf(
  { switches }: Tenants,
  helpdesks: readonly Service[],
  held: Held,
  path: string,
): string {
  const account = held.account && helpdeskAccounts[held.account];
  if (account === undefined) throw invalid('the connection has no account');
  const asked = switches.pathEscapes === 'decoded' ? withSlashes(path) : path;
  const isWhole = /^\/?https?:\/\//.test(asked);
  if (isWhole && switches.absoluteAddresses === 'refused') {
    throw invalid('only paths can be asked for');
  }
  if (isWhole && switches.absoluteAddresses === 'sent') {
    const whole = asked.replace(/^\//, '');
    const { hostname } = new URL(whole);
    const isKnown = helpdesks.some(({ hosts }) => hosts.includes(hostname));
    if (!isKnown) throw invalid(`${hostname} cannot be reached`);
    return whole;
  }
  const base = `${account.origin}${baseOf(held.app, switches)}`;
  return `${base}${isWhole ? asked.replace('://', ':/') : asked}`;
}

function withSlashes(path: string): string {
  const [way = '', ...query] = path.split('?');
  return [way.replace(/%2F/gi, '/'), ...query].join('?');
}

async function send(
  helpdesks: readonly Service[],
  address: string,
  held: Held,
  call: ProxiedCall,
  account: Held['account'],
): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of call.headers) if (!keptBack.has(name)) headers.set(name, value);
  const credential = account === undefined ? {} : helpdeskAccounts[account].credential;
  for (const [name, value] of Object.entries(credential)) {
    headers.set(name, held.isKeyDead ? value.replace(/[a-z]/g, 'x') : value);
  }
  const answer = await dispatch(
    helpdesks,
    new Request(address, {
      method: call.method,
      headers,
      body: call.body,
      signal: call.signal,
    }),
  );
  const back = new Headers([...answer.headers].filter(([name]) => !ofThisHop.has(name)));
  const bytes = answer.status === 204 ? null : await answer.arrayBuffer();
  return new Response(bytes, { status: answer.status, headers: back });
}
