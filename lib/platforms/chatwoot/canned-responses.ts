import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { Reply, ReplyContent } from '../../model/reply';
import { ConnectionProblem } from '../contract/api';
import { type FetchedReplies, type ReplyDraft, ReplyRefused } from '../contract/replies';
import { errorBody } from '../shared/error-body';
import { readEach } from '../shared/read-each';
import { removeIfThere } from '../shared/remove-if-there';
import { accountOf, type ChatwootClient } from './calls';
import { cannedResponseSchema } from './schemas';

/** The most that the server accepts, in characters (README.md#canned-responses). */
const LONGEST_CODE = 255;
const LONGEST_TEXT = 20_000;

type CannedResponse = v.InferOutput<typeof cannedResponseSchema>;

/**
 * All canned responses of the account: a bare list in no order, not paged
 * (README.md#canned-responses). Its variables are the standard ones.
 */
export async function readCannedResponses(
  client: ChatwootClient,
  signal: AbortSignal,
): Promise<FetchedReplies> {
  const rows = await client.calls.get(listPath(client), signal);
  if (!Array.isArray(rows)) {
    throw new ConnectionProblem(
      'bad-answer',
      t`Deskside cannot read Chatwoot’s list of canned responses.`,
    );
  }
  const { items, dropped } = readEach(cannedResponseSchema, rows);
  const replies = items.map((item) => replyOf(client, item));
  replies.sort((a, b) => (a.shortcut < b.shortcut ? -1 : 1));
  return {
    replies,
    dropped: Array.from(
      { length: dropped },
      () => t`One entry has no short code, no text or no number.`,
    ),
  };
}

/** What Chatwoot stores of a draft. Throws `ReplyRefused` for what it does not accept. */
export function keptOfCannedResponse(draft: ReplyDraft): ReplyContent {
  const code = shortCodeOf(draft);
  if (code === '') throw new ReplyRefused(t`In Chatwoot, a canned response needs a short code.`);
  if ([...code].length > LONGEST_CODE) {
    throw new ReplyRefused(
      t`Short codes in Chatwoot can have at most ${LONGEST_CODE} characters. Choose a shorter one.`,
    );
  }
  if (draft.body.trim() === '') throw new ReplyRefused(t`A canned response needs a text.`);
  if ([...draft.body].length > LONGEST_TEXT) {
    throw new ReplyRefused(
      t`Texts in Chatwoot can have at most 20,000 characters. Shorten this one.`,
    );
  }
  return contentOf(code, draft.body);
}

/**
 * Creates or changes one. Chatwoot stores a short code and a text, no title, tags or languages. The code
 * is unique in the account; every member may write (README.md#canned-responses).
 */
export async function saveCannedResponse(
  client: ChatwootClient,
  draft: ReplyDraft,
  signal: AbortSignal,
): Promise<Reply> {
  const kept = keptOfCannedResponse(draft);
  const body = { short_code: kept.shortcut, content: kept.body };
  try {
    const answer =
      draft.id === undefined
        ? await client.calls.write('POST', listPath(client), signal, body)
        : await client.calls.write('PATCH', rowPath(client, draft.id), signal, body);
    return replyOf(client, v.parse(cannedResponseSchema, answer));
  } catch (error) {
    throw refusalOf(error, body.short_code) ?? error;
  }
}

/** Deletes one; one that is not there any longer counts as deleted. */
export async function removeCannedResponse(
  client: ChatwootClient,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  await removeIfThere(() => client.calls.write('DELETE', rowPath(client, id), signal));
}

function listPath({ ports }: ChatwootClient) {
  return path`/api/v1/accounts/${accountOf(ports)}/canned_responses`;
}

function rowPath({ ports }: ChatwootClient, id: string) {
  return path`/api/v1/accounts/${accountOf(ports)}/canned_responses/${id}`;
}

function replyOf({ ports }: ChatwootClient, raw: CannedResponse): Reply {
  return {
    source: ports.connection.id,
    id: raw.id,
    ...contentOf(raw.short_code, raw.content),
    ...(raw.updated_at === undefined ? {} : { updatedAt: raw.updated_at }),
  };
}

function contentOf(code: string, body: string): ReplyContent {
  return { title: code, shortcut: code, body, tags: [], variants: [], platforms: [] };
}

/** Typed after a slash in Chatwoot, so a new one is one word; an existing one stays as it is. */
function shortCodeOf({ id, shortcut, title }: ReplyDraft): string {
  const isThere = id !== undefined && shortcut.trim() !== '';
  if (isThere) return shortcut;
  const words = shortcut.trim() === '' ? title.trim().toLowerCase() : shortcut.trim();
  return words.replace(/^\/+/, '').replace(/\s+/g, '-');
}

function refusalOf(error: unknown, shortCode: string): ReplyRefused | undefined {
  if (!(error instanceof TransportError)) return undefined;
  if (error.failure === 'not-found') {
    const words = t`This canned response was deleted in Chatwoot in the meantime. Save it as a new one to keep it.`;
    return new ReplyRefused(words, { isGone: true });
  }
  if (error.failure !== 'refused') return undefined;
  if (isAboutCode(error)) {
    const words = t`Chatwoot already has another canned response with the short code “${shortCode}”. Choose another shortcut, or change that one.`;
    return new ReplyRefused(words, { conflict: true });
  }
  return new ReplyRefused(
    t`Chatwoot does not accept this canned response. It needs a short code and a text of at most 20,000 characters.`,
  );
}

/**
 * Whether the refusal names the short code among the fields it is about. Ours is never blank or too
 * long, so another canned response has it; the sentence beside it is in the account's language.
 */
function isAboutCode(error: TransportError): boolean {
  const fields = errorBody(error)?.attributes;
  return Array.isArray(fields) && fields.includes('short_code');
}
