import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  conversationSchema as conversationModel,
  messageSchema as messageModel,
} from '../../../../../lib/model/history';
import type { ColleagueOf } from '../../../../../lib/platforms/kustomer/colleagues';
import { conversationOf } from '../../../../../lib/platforms/kustomer/history/conversations';
import { messageOf, noteOf } from '../../../../../lib/platforms/kustomer/history/messages';
import {
  kustomerAttachmentSchema,
  kustomerConversationSchema,
  kustomerMessageSchema,
  kustomerNoteSchema,
} from '../../../../../lib/platforms/kustomer/schemas';
import {
  AGENT,
  by,
  CONVERSATION,
  CUSTOMER,
  connection,
  contact,
  conversation,
  MACHINE,
  message,
  note,
} from '../fakes';

const owner = { connection, contact };
const colleagueOf: ColleagueOf = (id) =>
  ({ [AGENT]: { name: 'Sam', machine: false }, [MACHINE]: { name: 'Robot', machine: true } })[id];

function mappedMessage(raw: unknown, included: unknown[] = []) {
  const attachments = included.map((item) => v.parse(kustomerAttachmentSchema, item));
  const result = messageOf(v.parse(kustomerMessageSchema, raw), attachments, owner, colleagueOf);
  expect(v.is(messageModel, result)).toBe(true);
  return result;
}

function mappedConversation(raw: unknown) {
  const result = conversationOf(v.parse(kustomerConversationSchema, raw), owner, colleagueOf);
  expect(v.is(conversationModel, result)).toBe(true);
  return result;
}

describe('conversationOf', () => {
  it('reads a whole conversation', () => {
    expect(mappedConversation(conversation({ channels: ['email', 'chat', 'email'] }))).toEqual({
      connectionId: 'kustomer-1',
      id: CONVERSATION,
      contactId: CUSTOMER,
      subject: 'Parcel',
      channel: 'E-mail, Chat',
      status: 'open',
      assignee: 'Sam',
      createdAt: Date.parse('2026-10-21T14:02:11.925Z'),
      lastActivityAt: Date.parse('2026-10-21T14:05:40.118Z'),
      url: `https://acme.kustomerapp.com/app/customers/${CUSTOMER}/event/${CONVERSATION}`,
    });
  });

  it.each([
    ['open', 'open'],
    ['snoozed', 'snoozed'],
    ['done', 'resolved'],
    ['reborn', 'unknown'],
    [null, 'unknown'],
    ['constructor', 'unknown'],
  ])('reads the status %j as %j', (status, expected) => {
    expect(mappedConversation(conversation({ status })).status).toBe(expected);
  });

  it.each([
    ['open', Date.parse('2026-10-21T14:00:00.000Z')],
    ['done', undefined],
  ])('tells since when the customer of one that is %s waits', (status, expected) => {
    const lastMessageUnrespondedTo = { sentAt: '2026-10-21T14:00:00.000Z' };
    const mapped = mappedConversation(conversation({ status, lastMessageUnrespondedTo }));
    expect(mapped.waitingSince).toBe(expected);
  });

  it.each([
    [{ recipient: { email: 'care@acme.example', mailboxHash: 'x' }, to: [] }, 'care@acme.example'],
    [{ to: [{ email: 'support@acme.example' }] }, 'support@acme.example'],
    [{ to: { email: 'support@acme.example' } }, 'support@acme.example'],
    [{ to: '+15005550006' }, '+15005550006'],
    [{ to: [] }, undefined],
    [{ to: 7 }, undefined],
    [null, undefined],
  ])('tells the address that the customer wrote to: %j', (meta, address) => {
    const { inboxAddress } = mappedConversation(conversation({ lastMessageIn: { id: 'm', meta } }));
    expect(inboxAddress).toBe(address);
  });

  it('tells how content the customer was', () => {
    const mapped = mappedConversation(conversation({ satisfactionLevel: { rating: 9 } }));
    expect(mapped.satisfaction).toBe('9');
    const average = mappedConversation(conversation({ satisfactionLevel: { rating: 4.333333 } }));
    expect(average.satisfaction).toBe('4.333');
  });

  it('tells what the organisation keeps about it', () => {
    const custom = { orderNumberStr: '4711', empty: null };
    expect(mappedConversation(conversation({ custom })).attributes).toEqual([
      { label: 'Order number', value: '4711', key: 'orderNumberStr' },
    ]);
  });

  it('reads one without attributes', () => {
    const bare = mappedConversation({ id: CONVERSATION, attributes: {} });
    expect(bare).toMatchObject({ id: CONVERSATION, status: 'unknown' });
    expect(bare.channel).toBeUndefined();
  });

  it('keeps the name of a channel of the organisation’s own', () => {
    expect(mappedConversation(conversation({ channels: ['pigeon'] })).channel).toBe('pigeon');
    expect(mappedConversation(conversation({ channels: ['toString'] })).channel).toBe('toString');
  });
});

describe('messageOf', () => {
  it('reads an incoming mail', () => {
    expect(mappedMessage(message())).toEqual({
      connectionId: 'kustomer-1',
      id: '66a0000000000000000000e1',
      contactId: CUSTOMER,
      conversationId: CONVERSATION,
      kind: 'message',
      direction: 'in',
      author: { name: 'Dana Reyes', role: 'contact' },
      text: 'My parcel has not arrived',
      subject: 'Parcel',
      sentAt: Date.parse('2026-10-21T14:02:11.000Z'),
      timeQuality: 'exact',
      sequence: Date.parse('2026-10-21T14:02:11.925Z'),
      attachments: [],
    });
  });

  it.each([
    [[{ email: 'support@acme.example', name: 'Support' }]],
    [{ email: 'support@acme.example' }],
    ['support@acme.example'],
    [null],
  ])('reads a mail whose recipients are %j', (to) => {
    const meta = { to, cc: to, bcc: to, subject: 'From the mail' };
    expect(mappedMessage(message({ subject: null, meta })).subject).toBe('From the mail');
  });

  it.each([
    ['a colleague', { direction: 'out' }, AGENT, 'out', { name: 'Sam', role: 'agent' }],
    ['a colleague not known yet', { direction: 'out' }, 'u9', 'out', { role: 'agent' }],
    ['an integration', { direction: 'out' }, MACHINE, 'out', { name: 'Robot', role: 'bot' }],
    ['an automation', { direction: 'out', auto: true }, AGENT, 'out', { name: 'Sam', role: 'bot' }],
    ['Kustomer itself', { direction: 'out' }, undefined, 'out', { role: 'system' }],
    ['an import', { direction: 'in' }, MACHINE, 'in', { name: 'Dana Reyes', role: 'contact' }],
    [
      'nobody said',
      { direction: null, directionType: 'followup-out' },
      AGENT,
      'out',
      { role: 'agent' },
    ],
    [
      'nobody said',
      { direction: null, directionType: 'response-in' },
      undefined,
      'in',
      { role: 'contact' },
    ],
    ['nobody said', { direction: null, directionType: null }, AGENT, 'out', { role: 'agent' }],
    ['nobody said', { direction: 'up', directionType: null }, undefined, 'in', { role: 'contact' }],
  ])('reads a message by %s: %j', (_case, attributes, userId, direction, author) => {
    const extra = userId === undefined ? {} : by(userId);
    const result = mappedMessage(message(attributes, 'm1', extra));
    expect(result.direction).toBe(direction);
    expect(result.author).toMatchObject(author);
  });

  it.each([
    [
      { createdAt: '2026-10-21T14:00:00.000Z', sentAt: null },
      'approximate',
      '2026-10-21T14:00:00.000Z',
    ],
    [{ createdAt: null, sentAt: '2036-01-01T00:00:00.000Z' }, 'exact', '2036-01-01T00:00:00.000Z'],
    [{ createdAt: 'soon', sentAt: 5 }, 'unknown', '1970-01-01T00:00:00.000Z'],
  ])('dates %j', (attributes, timeQuality, sentAt) => {
    const result = mappedMessage(message(attributes));
    expect(result.timeQuality).toBe(timeQuality);
    expect(new Date(result.sentAt).toISOString()).toBe(sentAt);
  });

  it.each([
    [{ title: 'Bounced', detail: 'Mailbox full' }, 'Bounced: Mailbox full'],
    [{ status: 550, title: null, detail: 'Mailbox full' }, 'Mailbox full'],
    [{ code: 'bounce' }, 'bounce'],
    [null, 'Not delivered'],
  ])('tells why it was not delivered: %j', (error, words) => {
    expect(mappedMessage(message({ status: 'error', error })).deliveryError).toBe(words);
  });

  it('tells no delivery error of one that arrived', () => {
    expect(mappedMessage(message({ error: { title: 'x' } })).deliveryError).toBeUndefined();
  });

  it('marks a redacted message as deleted', () => {
    expect(mappedMessage(message({ redacted: true, preview: null }))).toMatchObject({
      deleted: true,
      text: '',
    });
  });

  it('keeps a very long text whole and a very long subject readable', () => {
    const result = mappedMessage(
      message({ preview: 'y'.repeat(200_000), subject: 'z'.repeat(9_000) }),
    );
    expect(result.text).toHaveLength(200_000);
    expect(result.subject).toHaveLength(2_000);
  });

  it.each([
    [
      { answeredAt: '2026-10-21T14:00:00.000Z', endedAt: '2026-10-21T14:03:20.000Z' },
      'Call · 3 min 20 s',
    ],
    [{ answeredAt: '2026-10-21T14:00:00.000Z', endedAt: '2026-10-21T14:00:09.000Z' }, 'Call · 9 s'],
    [
      { placedAt: '2026-10-21T14:00:00.000Z', endedAt: '2026-10-21T14:00:30.000Z' },
      'Call · Not answered',
    ],
    [{}, 'Call'],
    [null, 'Call'],
  ])('puts a call without a text into words: %j', (meta, words) => {
    expect(mappedMessage(message({ channel: 'voice', preview: '', meta })).text).toBe(words);
  });

  it('tells how a call went beside what Kustomer says of it', () => {
    const meta = { endedAt: '2026-10-21T14:00:30.000Z' };
    const preview = 'Missed call from +15555550123';
    expect(mappedMessage(message({ channel: 'voice', preview, meta })).text).toBe(
      `${preview}\nNot answered`,
    );
  });

  it.each([
    [
      [{ name: '👍', subjectType: 'customer' }, { name: '👍' }, { name: 'heart' }],
      ['👍 2', 'heart'],
    ],
    [[], undefined],
    [null, undefined],
    [[{ createdAt: 'x' }, 7, ''], undefined],
  ])('names the signs it was answered with: %j', (reactions, expected) => {
    expect(mappedMessage(message({ reactions })).reactions).toEqual(expected);
  });

  it('keeps when an imported message was written down', () => {
    const times = { sentAt: '2020-01-02T10:00:00.000Z', importedAt: '2026-10-21T14:00:00.000Z' };
    expect(mappedMessage(message(times))).toMatchObject({
      sentAt: Date.UTC(2020, 0, 2, 10),
      recordedAt: Date.UTC(2026, 9, 21, 14),
    });
    expect(mappedMessage(message()).recordedAt).toBeUndefined();
  });

  it('links the recording of a call, but nothing that is not a web address', () => {
    const recorded = (externalRecordingUrl: string) =>
      mappedMessage(message({ channel: 'voice', meta: { externalRecordingUrl } })).attachments;
    expect(recorded('https://calls.example.com/1.mp3')).toEqual([
      { name: 'Recording', url: 'https://calls.example.com/1.mp3', kind: 'audio' },
    ]);
    expect(recorded('javascript:alert(1)')).toEqual([]);
  });

  it('names attachments from what came along, whichever side refers to the other', () => {
    const refers = {
      attachments: { data: [{ type: 'attachment', id: 'f1' }, { id: 'f9' }, null] },
    };
    const included = [
      attachment('f1', { name: 'photo.JPG', contentType: 'image/jpeg', contentLength: 98_153 }),
      attachment('f2', { name: null, contentType: null }, 'm1'),
      attachment('f3', { name: 'other.pdf' }, 'm2'),
    ];
    const raw = message({ preview: null }, 'm1', refers);
    expect(mappedMessage(raw, included).attachments).toEqual([
      { name: 'photo.JPG', kind: 'image', size: 98_153 },
      { name: 'Attachment', kind: 'file' },
      { name: 'Attachment', kind: 'file' },
    ]);
  });
});

describe('the words of a message', () => {
  it('keeps apart what a mail quotes or forwards, and reads markup', () => {
    const forwarded = '---------- Forwarded message ---------\nFrom: a@shop.example\n\nTotal';
    const mail = { channel: 'email', preview: `FYI\n\n${forwarded}` };
    const quoted = { kind: 'forwarded', text: forwarded };
    expect(mappedMessage(message(mail))).toMatchObject({ text: 'FYI', quoted });
    const preview = '<div>Hi <a href="https://x.example/1">there</a></div>';
    const text = 'Hi there (https://x.example/1)';
    expect(mappedMessage(message({ channel: 'email', preview }))).toMatchObject({ text });
    expect(mappedMessage(message({ channel: 'chat', preview }))).toMatchObject({ text: preview });
  });

  it('shows no markup of a mail without words', () => {
    const mail = { channel: 'email', preview: '<p><img src="cid:1"></p>' };
    expect(mappedMessage(message(mail)).text).toBe('');
  });

  it('says that a text is cut where Kustomer cuts it', () => {
    expect(mappedMessage(message({ preview: 'x'.repeat(10_240) })).cut).toBe(true);
    expect(mappedMessage(message({ preview: 'x'.repeat(10_239) })).cut).toBeUndefined();
  });
});

describe('noteOf', () => {
  it('reads a note', () => {
    const result = noteOf(v.parse(kustomerNoteSchema, note()), owner, colleagueOf);
    expect(v.is(messageModel, result)).toBe(true);
    expect(result).toMatchObject({
      kind: 'note',
      direction: 'none',
      author: { name: 'Sam', role: 'agent' },
      text: 'Asked the courier, waiting for an answer',
      timeQuality: 'exact',
    });
  });

  it('knows the note of an integration', () => {
    const result = noteOf(v.parse(kustomerNoteSchema, note({}, 'n1', MACHINE)), owner, colleagueOf);
    expect(result.author).toEqual({ name: 'Robot', role: 'bot' });
  });
});

function attachment(id: string, attributes: object, messageId?: string) {
  const relationships = messageId && { message: { data: { type: 'message', id: messageId } } };
  return { type: 'attachment', id, attributes, relationships };
}
