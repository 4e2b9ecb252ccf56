import { t } from '@lingui/core/macro';
import { isJsonObject } from '../../model/json-object';

/** What a token says about itself; nothing of it is proven until Membrane answers. */
export interface ReadToken {
  kind: 'token';
  token: string;
  /** True for a person's own token (`pat-…`), which gives access to that person's whole account. */
  isPersonal: boolean;
  /** Epoch ms; absent where it does not expire, or does not say. */
  expiresAt?: number | undefined;
  /** Who a long-lived token belongs to. */
  subject?: string | undefined;
}

export type TokenProblem =
  | 'empty'
  | 'workspace-secret'
  | 'whole-workspace'
  | 'no-tenant'
  | 'helpdesk-key'
  | 'expired'
  | 'cut-off'
  | 'no-token';

export type TokenReading = ReadToken | { kind: 'refused'; problem: TokenProblem; message: string };

/** The command that prints a token. */
const command = 'membrane token --expiresIn 720h';
const signIn = 'membrane login --tenant';

const sentences: Record<TokenProblem, () => string> = {
  empty: () => t`Paste a Membrane token first.`,
  'workspace-secret': () =>
    t`This contains the secret of your Membrane workspace, which gives access to everything in it. Deskside did not keep it or send it anywhere. If you shared it with anyone, replace it in Membrane’s console. Paste a tenant’s token instead: the one that “${command}” prints.`,
  'whole-workspace': () =>
    t`This token gives access to the whole Membrane workspace, including everyone’s connections. Deskside only accepts the token of one tenant: sign in with “${signIn}”, then paste what “${command}” prints.`,
  'no-tenant': () =>
    t`This token does not name a tenant, so it has no connections. Sign in with “${signIn}”, then paste what “${command}” prints.`,
  'helpdesk-key': () =>
    t`This is a helpdesk’s API key, not a Membrane token. Deskside did not send it anywhere. Connect that helpdesk with its own key instead, or paste what “${command}” prints.`,
  expired: () => t`This token has expired. Create a new one with “${command}” and paste that.`,
  'cut-off': () =>
    t`This token is incomplete. Copy all of it again, from the first to the last character.`,
  'no-token': () =>
    t`This is not a Membrane token. It looks like a workspace secret or a helpdesk’s key; Deskside did not send it anywhere. Paste what “${command}” prints, or a long-lived token from Membrane’s console.`,
};

/** Longer than any token, including what may have been copied around it. */
const longestPaste = 60_000;

/**
 * Reads what a person pasted as Membrane's token, with whatever was copied along with it, and
 * recognises what must not be used. Pure: nothing is sent. `now`: epoch ms.
 */
export function readMembraneToken(pasted: string, now: number): TokenReading {
  const text = withoutInvisible(pasted).trim();
  if (text === '') return refused('empty');
  if (text.length > longestPaste) return refused('no-token');
  if (/workspace[-_ ]?secret/i.test(text)) return refused('workspace-secret');
  const tokens = webTokensIn(text);
  const [first] = tokens.map((token) => readWebToken(token, now)).toSorted(usableFirst);
  if (first !== undefined) return first;
  const personal = /(?:^|[\s"'`=:])(pat-[\w-]{4,})/.exec(text)?.[1];
  if (personal !== undefined) return { kind: 'token', token: personal, isPersonal: true };
  return refused(
    text.split('\n').some((line) => /^(?:bearer\s+)?ey[\w-]{8,}/i.test(line.trim()))
      ? 'cut-off'
      : 'no-token',
  );
}

function usableFirst(a: TokenReading, b: TokenReading): number {
  return Number(a.kind === 'refused') - Number(b.kind === 'refused');
}

function refused(problem: TokenProblem): TokenReading {
  return { kind: 'refused', problem, message: sentences[problem]() };
}

/** Characters that may come along when a token is copied from a page. */
function withoutInvisible(text: string): string {
  return text.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
}

/** The lengths that signatures can have; with any other length one is incomplete. */
const signatureLengths: ReadonlySet<number> = new Set([43, 64, 86, 342, 512, 683]);

/** The most pieces of one token, and the most words that may begin one: each is tried with all that follow. */
const [mostPieces, mostBegun] = [400, 50];

/** Everything that has the form of a JSON Web Token, joined again where blanks or line breaks got into it. */
function webTokensIn(text: string): string[] {
  const pieces = text
    .split(/\s+/)
    .map((piece) => piece.replace(/^["'`]+|(?<!["'`,;\\])["'`,;\\]+$/g, ''))
    .filter((piece) => /\w/.test(piece));
  const tokens: string[] = [];
  let begun = 0;
  for (const [at, piece] of pieces.entries()) {
    const start = /(?:^|["'`=:])(ey[\w-]+(?:\.[\w-]*){0,2})$/.exec(piece)?.[1];
    if (start !== undefined) begun += 1;
    const next = pieces.slice(at + 1, at + 1 + mostPieces);
    const whole = start === undefined || begun > mostBegun ? undefined : continued(start, next);
    const within = [...piece.matchAll(/ey[\w-]+\.[\w-]+\.[\w-]+/g)].map(([token]) => token);
    tokens.push(...(whole === undefined ? within : [whole]));
  }
  return [...new Set(tokens)];
}

/** The token that begins with `start`, as far as the next pieces continue it. */
function continued(start: string, next: readonly string[]): string | undefined {
  let token = start;
  for (const piece of ['', ...next]) {
    if (!/^[\w.-]*$/.test(piece)) break;
    token += piece;
    const signature = /^[\w-]+\.[\w-]+\.([\w-]+)$/.exec(token)?.[1] ?? '';
    // A word before it may begin in the same way.
    if (signatureLengths.has(signature.length)) return partOf(token, 0) && token;
  }
  return undefined;
}

function readWebToken(token: string, now: number): TokenReading {
  const claims = partOf(token, 1);
  if (claims === undefined) return refused('cut-off');
  const audiences = [claims.aud].flat();
  if (audiences.includes('urn:consumer') || claims.iss === 'urn:api')
    return refused('helpdesk-key');
  if ((claims.isAdmin ?? false) !== false) return refused('whole-workspace');
  const isText = (id: unknown) => typeof id === 'string' && id.trim() !== '';
  if (![claims.tenantKey, claims.tenantId, claims.id].some(isText)) return refused('no-tenant');
  const expiresAt = typeof claims.exp === 'number' ? claims.exp * 1_000 : undefined;
  if (expiresAt !== undefined && expiresAt <= now) return refused('expired');
  const subject = isJsonObject(claims.subject) ? claims.subject.name : claims.name;
  return {
    kind: 'token',
    token,
    isPersonal: false,
    expiresAt,
    subject: typeof subject === 'string' ? subject.trim().slice(0, 120) || undefined : undefined,
  };
}

function partOf(token: string, at: 0 | 1): Record<string, unknown> | undefined {
  try {
    const text = (token.split('.')[at] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(text), (sign) => sign.codePointAt(0) ?? 0);
    const part: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isJsonObject(part) ? part : undefined;
  } catch {
    return undefined;
  }
}
