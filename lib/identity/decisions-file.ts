import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { Connection } from '../model/connection';
import { type ContactRef, contactRef, contactRefSchema, parseContactRef } from '../model/ids';
import { type LinkRow, linkSchema } from '../model/link-decision';
import { decisionsByPair } from './decisions';
import type { LeftOutDecisions } from './left-out-decisions';

const format = 'deskside-decisions';

/** What identifies an account in every browser; a connection's id does so only in its own. */
const accountSchema = v.object({
  id: v.string(),
  platform: v.string(),
  apiOrigin: v.string(),
  account: v.optional(v.string()),
});
type Account = v.InferOutput<typeof accountSchema>;

/** A decision as it may appear in a file that somebody wrote by hand. */
const writtenSchema = v.object({
  ...linkSchema.entries,
  a: v.string(),
  b: v.string(),
  person: v.optional(v.array(v.string())),
  at: v.pipe(v.number(), v.minValue(0)),
});
type WrittenDecision = v.InferOutput<typeof writtenSchema>;

const fileSchema = v.object({
  format: v.literal(format),
  version: v.literal(1),
  accounts: v.array(v.unknown()),
  decisions: v.array(v.unknown()),
});

/** What a file of decisions contains for this browser. */
export interface ReadDecisions {
  /** One for each pair: where the file has two about a pair, the later one. */
  links: LinkRow[];
  /** Why entries were left out, and how many for each reason. */
  left: LeftOutDecisions[];
}

/** The decisions as the text of a file, with what identifies their accounts elsewhere. Contains no secret. */
export function writeDecisionsFile(
  links: readonly LinkRow[],
  connections: readonly Connection[],
): string {
  const accounts = connections.map(({ id, platform, apiOrigin, account }) => ({
    id,
    platform,
    apiOrigin,
    ...(account === undefined ? {} : { account }),
  }));
  return `${JSON.stringify({ format, version: 1, accounts, decisions: links.map(written) }, null, 2)}\n`;
}

/** What can still be undone here means nothing in another browser. */
function written({ replaced: _replaced, ...link }: LinkRow): LinkRow {
  return link;
}

/**
 * Reads a file of decisions, made here or in another browser: accounts that are connected here under
 * another id are found by their address. `now` in epoch ms. Throws `TypeError` with a message for a
 * person when the text is no such file.
 */
export function readDecisionsFile(
  text: string,
  connections: readonly Connection[],
  now: number,
): ReadDecisions {
  const file = parseFile(text);
  const idHere = idsHere(file.accounts, connections);
  const left = new Map<LeftOutDecisions['reason'], number>();
  const leave = (reason: LeftOutDecisions['reason']) =>
    void left.set(reason, (left.get(reason) ?? 0) + 1);
  const links: LinkRow[] = [];
  for (const raw of file.decisions) {
    const parsed = v.safeParse(writtenSchema, raw);
    const link = parsed.success ? moved(parsed.output, idHere) : undefined;
    if (!parsed.success) leave('unreadable');
    else if (link === undefined) leave('other-account');
    else if (link.a === link.b) leave('about-itself');
    else if (link.at > now) leave('future');
    else links.push(link);
  }
  const kept = [...decisionsByPair(links).values()];
  if (kept.length < links.length) left.set('replaced', links.length - kept.length);
  return { links: kept, left: [...left].map(([reason, count]) => ({ reason, count })) };
}

function parseFile(text: string): v.InferOutput<typeof fileSchema> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new TypeError(t`This file is not JSON. Choose a file that Deskside exported.`);
  }
  const parsed = v.safeParse(fileSchema, raw);
  if (!parsed.success) {
    throw new TypeError(t`This file has no decisions in it. Choose a file that Deskside exported.`);
  }
  return parsed.output;
}

/** The id here of each account of the file that is connected here, by its id there. */
function idsHere(
  accounts: readonly unknown[],
  connections: readonly Connection[],
): Map<string, string> {
  const ids = new Map(connections.map(({ id }) => [id, id]));
  for (const raw of accounts) {
    const parsed = v.safeParse(accountSchema, raw);
    if (!parsed.success || ids.has(parsed.output.id)) continue;
    const alike = connections.filter((connection) => isSameAccount(connection, parsed.output));
    const [only] = alike;
    if (only !== undefined && alike.length === 1) ids.set(parsed.output.id, only.id);
  }
  return ids;
}

function isSameAccount(connection: Connection, account: Account): boolean {
  return (
    connection.platform === account.platform &&
    connection.apiOrigin === account.apiOrigin &&
    connection.account === account.account
  );
}

/** The decision with the ids of this browser, its pair in order; `undefined` for an unknown account. */
function moved(link: WrittenDecision, idHere: ReadonlyMap<string, string>): LinkRow | undefined {
  const { person, ...word } = link;
  const [one, other] = [link.a, link.b].map((ref) => movedRef(ref, idHere));
  if (one === undefined || other === undefined) return undefined;
  const pair = one < other ? { a: one, b: other } : { a: other, b: one };
  // An account that is not connected here cannot be separated from anybody here.
  const known = person?.flatMap((ref) => movedRef(ref, idHere) ?? []);
  return { ...word, ...pair, ...(known !== undefined && { person: known }) };
}

function movedRef(ref: string, idHere: ReadonlyMap<string, string>): ContactRef | undefined {
  const parsed = v.safeParse(contactRefSchema, ref);
  if (!parsed.success) return undefined;
  const { connectionId, id } = parseContactRef(parsed.output);
  const here = idHere.get(connectionId);
  return here === undefined ? undefined : contactRef({ connectionId: here, id });
}
