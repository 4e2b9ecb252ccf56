import type { AttachmentRow, CustomerRow, MessageRow } from '../data/rows';
import type { Desk } from '../desk';
import {
  byUser,
  iso,
  orgReference,
  type Reference,
  type Resource,
  reference,
  settle,
} from './resource';

/** A message's text is cut here; the rest of a long e-mail is kept only by the app that delivered it. */
const previewLimit = 10_240;
const mailbox = 'support@acme.mail.kustomerapp.com';
const apps: Record<string, string> = {
  email: 'postmark',
  chat: 'chat',
  sms: 'twilio',
  whatsapp: 'whatsapp',
  voice: 'twilio',
};

/** A message; with `attachments`, as a list asked with `include=attachments` delivers it. */
export function messageResource(
  desk: Desk,
  row: MessageRow,
  include: { attachments: boolean },
): Resource {
  const self = `/v1/messages/${row.id}`;
  const at = iso(row.at);
  return {
    type: 'message',
    id: row.id,
    attributes: settle(desk, row.id, {
      channel: row.channel,
      app: apps[row.channel] ?? row.channel,
      direction: row.direction,
      directionType: row.direction === 'in' ? 'followup-in' : 'response-out',
      preview: row.redacted ? undefined : textOf(desk, row).slice(0, previewLimit),
      subject: row.subject,
      meta: metaOf(desk, row),
      size: row.text.length > previewLimit ? 1 : 0,
      ...delivery(row),
      auto: row.auto,
      redacted: row.redacted,
      reactions: row.reactions.map((name) => ({
        name,
        subjectId: row.customerId,
        subjectType: 'customer',
        createdAt: at,
      })),
      sentAt: at,
      createdAt: at,
      updatedAt: row.edited ? iso(row.at + 60_000) : at,
      modifiedAt: row.edited ? iso(row.at + 60_000) : undefined,
      lang: undefined,
      rev: row.edited ? 2 : 1,
    }),
    relationships: {
      org: orgReference,
      // The plural is Kustomer's own slip, seen in its documents and in real events.
      customer: reference('customers', 'customers', row.customerId),
      conversation: reference('conversation', 'conversations', row.conversationId),
      ...byUser('createdBy', row.authorId),
      ...(include.attachments ? { attachments: attachmentsOf(row) } : {}),
    },
    links:
      row.channel === 'email' ? { self, related: `/v1/postmark/messages/${row.id}` } : { self },
  };
}

function textOf({ switches }: Desk, { html, text }: MessageRow): string {
  return switches.mailPreview === 'markup' && html !== undefined ? html : text;
}

function delivery(row: MessageRow): Record<string, unknown> {
  if (row.failed === undefined) return { status: row.direction === 'in' ? 'received' : 'sent' };
  return {
    status: 'error',
    error: { status: 400, code: 'delivery', title: 'Delivery failed', detail: row.failed },
    errorAt: iso(row.at + 1_000),
  };
}

function attachmentsOf(row: MessageRow): Reference {
  return {
    links: { self: `/v1/messages/${row.id}/attachments` },
    data: row.attachments.map(({ id }) => ({ type: 'attachment', id })),
  };
}

export function metaOf(desk: Desk, row: MessageRow): Record<string, unknown> | undefined {
  if (row.channel === 'voice') {
    return {
      placedAt: iso(row.at),
      answeredAt: iso(row.at + 9_000),
      endedAt: iso(row.at + 95_000),
    };
  }
  if (row.channel !== 'email') return undefined;
  const customer = desk.tables.customers.get(row.customerId);
  const theirs = customer === undefined ? 'unknown@example.com' : addressOf(customer);
  const [from, to] = row.direction === 'in' ? [theirs, mailbox] : [mailbox, theirs];
  return { from, to: recipients(row.id, to), cc: [], subject: row.subject };
}

function addressOf(customer: CustomerRow): string {
  return customer.emails[0] ?? customer.sharedEmails[0] ?? 'unknown@example.com';
}

/** Recipients arrive as a list, as one object, or as a bare string; connectors have met all three. */
function recipients(id: string, email: string): unknown {
  const forms = [[{ email }], { email }, email];
  return forms[Number.parseInt(id.slice(0, 6), 16) % forms.length];
}

/** A file as `included` lists it. */
export function attachmentResource(message: MessageRow, row: AttachmentRow): Resource {
  return {
    type: 'attachment',
    id: row.id,
    attributes: {
      name: row.name,
      contentType: row.mime,
      contentLength: row.size,
      redacted: false,
      createdAt: iso(message.at),
    },
    relationships: { message: reference('message', 'messages', message.id) },
    links: { self: `/v1/messages/${message.id}/attachments/${row.id}` },
  };
}
