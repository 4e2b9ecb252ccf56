import type { HistoryPart } from '../../../../../lib/platforms/contract/api';
import { Colleagues } from '../../../../../lib/platforms/kustomer/colleagues';
import { loadKustomerHistory } from '../../../../../lib/platforms/kustomer/history/load';
import {
  AGENT,
  by,
  CUSTOMER,
  contact,
  conversation,
  type FakeKustomer,
  list,
  message,
  NOW,
  note,
  signal,
  user,
} from '../fakes';

const base = `/v1/customers/${CUSTOMER}`;
export const conversations = `${base}/conversations`;
export const messages = `${base}/messages`;
export const notes = `${base}/notes`;
export const messagesQuery = 'page=1&pageSize=100&include=attachments';

/** A colleague's answer. */
export const reply = message(
  { direction: 'out', preview: 'On its way', sentAt: '2026-10-21T14:05:40.000Z' },
  'm2',
  by(AGENT),
);

/** A customer with one conversation, a message in and out, and a note. */
export const whole = {
  [conversations]: list([conversation()]),
  [messages]: list([message(), reply]),
  [notes]: list([note()]),
  [`/v1/users/${AGENT}`]: { data: user() },
};

/** The parts of the history that this Kustomer gives: all of it unless told otherwise. */
export async function partsOf(
  kustomer: FakeKustomer,
  colleagues = new Colleagues(kustomer.ports()),
  options: { wanted?: number; cursor?: string | undefined } = {},
) {
  const all = { signal, wanted: Number.POSITIVE_INFINITY, ...options };
  const parts: HistoryPart[] = [];
  for await (const part of loadKustomerHistory(kustomer.ports(), colleagues, contact, all)) {
    parts.push(part);
  }
  return parts;
}

/** What a reader holds after all parts, by id. */
export function merged(parts: readonly HistoryPart[]) {
  return {
    conversations: new Map(parts.flatMap((part) => part.conversations).map((c) => [c.id, c])),
    messages: new Map(parts.flatMap((part) => part.messages).map((m) => [m.id, m])),
    coverage: parts.at(-1)?.coverage,
  };
}

/** A message of so many minutes ago. */
export function minuteAgo(index: number) {
  const at = new Date(NOW - index * 60_000).toISOString();
  return message({ sentAt: at, createdAt: at }, `m-${index}`);
}

/**
 * A list of pages with two messages each, a minute apart: `step` is 1 for oldest first, -1 for
 * newest first. Ends after `pages`, or never.
 */
export function endless(step: 1 | -1, pages = Number.POSITIVE_INFINITY) {
  return (request: { query?: Readonly<Record<string, string | number | undefined>> }) => {
    const page = Number(request.query?.page);
    const items = [0, 1].map((position) => {
      const index = (page - 1) * 2 + position;
      const sentAt = new Date(NOW + step * index * 60_000).toISOString();
      return message({ sentAt }, `m-${index}`);
    });
    return list(items, page < pages ? `${messages}?page=${page + 1}&pageSize=100` : null);
  };
}
