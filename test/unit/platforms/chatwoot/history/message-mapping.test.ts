import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Conversation, messageSchema } from '../../../../../lib/model/history';
import { mapMessage } from '../../../../../lib/platforms/chatwoot/history/message-mapping';
import { chatwootMessageSchema } from '../../../../../lib/platforms/chatwoot/schemas';
import { plainWords } from '../../../../../lib/replies/markdown-words';
import { ago, connection, rawMessage } from '../fake-chatwoot';

const conversation: Conversation = {
  connectionId: 'c-1',
  id: '12',
  contactId: '41',
  status: 'open',
  lastActivityAt: 5_000,
};

function map(change: Record<string, unknown>) {
  const { message } = mapMessage(
    connection,
    conversation,
    v.parse(chatwootMessageSchema, rawMessage(7, change)),
  );
  expect(v.is(messageSchema, message)).toBe(true);
  return message;
}

const user = { id: 7, name: 'Tom Okafor', available_name: 'Tom', type: 'user' };
const bot = { id: 2, name: 'Helper', type: 'agent_bot' };

describe('what a message carries beside its text', () => {
  const outgoing = { message_type: 1, sender: undefined };

  it.each([
    ['an automation', { ...outgoing, content_attributes: { automation_rule_id: 3 } }],
    ['its note', { ...outgoing, private: true, content_attributes: { automation_rule_id: 3 } }],
  ])('tells %s from a colleague', (_, change) => {
    expect(map(change).author).toEqual({ name: 'Automation', role: 'bot' });
  });

  it('does not take a message without a sender for an automation', () => {
    expect(map(outgoing).author).toEqual({ name: undefined, role: 'agent' });
    const none = { ...outgoing, content_attributes: { automation_rule_id: null } };
    expect(map(none).author.role).toBe('agent');
  });

  it.each([
    ['epoch seconds', 1_761_307_200],
    ['epoch milliseconds', 1_761_307_200_000],
    ['seconds as text', '1761307200'],
    ['milliseconds as text', '1761307200000'],
    ['ISO 8601', '2025-10-24T12:00:00Z'],
    ['ISO 8601 with an offset', '2025-10-24T14:00:00.000+02:00'],
  ])('places an imported message at the time it was written: %s', (_, time) => {
    expect(
      map({ created_at: ago(3), content_attributes: { external_created_at: time } }),
    ).toMatchObject({
      sentAt: 1_761_307_200_000,
      timeQuality: 'exact',
      recordedAt: ago(3) * 1_000,
    });
  });

  it.each([[null], [0], [''], ['yesterday'], [{}]])('leaves the time alone for %j', (time) => {
    const { sentAt, recordedAt } = map({
      created_at: ago(3),
      content_attributes: { external_created_at: time },
    });
    expect([sentAt, recordedAt]).toEqual([ago(3) * 1_000, undefined]);
  });

  it.each([
    [{ is_edited: true }, { edited: true }],
    [{ is_edited: true, previous_content: 'before' }, { edited: true }],
    [{ edited_at: 1_761_307_200 }, { edited: true }],
    [{ is_edited: false, edited_at: null }, { edited: undefined }],
    [{ deleted_by_contact: true }, { withdrawn: true, deleted: undefined, text: 'message 7' }],
    [{ deleted_by_contact: 'false' }, { withdrawn: undefined }],
    [{ is_reaction: true, in_reply_to: 6 }, { isReaction: true }],
    [{ reactions: ['👍', '👍', '❤️'] }, { reactions: ['👍 2', '❤️'] }],
    [{}, { edited: undefined, withdrawn: undefined, isReaction: undefined, reactions: undefined }],
  ])('marks %j', (content_attributes, expected) => {
    expect(map({ content_attributes })).toMatchObject(expected);
  });

  it('reads reactions beside the message, but not those that were taken back', () => {
    const reactions = [
      { id: 1, emoji: '👍', direction: 'incoming', status: 'active' },
      { id: 2, emoji: '😀', status: 'removed' },
      { id: 3, emoji: null },
      7,
    ];
    expect(map({ reactions }).reactions).toEqual(['👍']);
    expect(map({ reactions: { '🎉': 3, '👍': 0 } }).reactions).toEqual(['🎉 3']);
    expect(map({ reactions: 'yes' }).reactions).toBeUndefined();
  });

  it.each([
    [
      { status: 'completed', duration_seconds: 200, accepted_by_agent_name: 'Nia' },
      'Answered by Nia · 3 min 20 s',
    ],
    [{ status: 'completed', duration_seconds: 9 }, 'Answered · 9 s'],
    [{ status: 'no-answer' }, 'Not answered'],
    [{ status: 'no_answer', duration_seconds: 0 }, 'Not answered'],
    [{ status: 'in-progress' }, 'In progress'],
    [{ status: 'rejected', accepted_by_agent_name: null }, 'Rejected'],
    [{ status: 'busy' }, 'Busy'],
    [{}, undefined],
  ])('tells how a call went: %j', (call, outcome) => {
    const said = outcome === undefined ? 'Voice Call' : `Voice Call\n${outcome}`;
    const type = { content_type: 'voice_call', content: 'Voice Call' };
    expect(map({ ...type, call }).text).toBe(said);
    expect(map({ ...type, content_attributes: { data: call } }).text).toBe(said);
  });

  it('tells a call that has no words of its own, and what was said in it', () => {
    const call = {
      status: 'completed',
      duration_seconds: 61,
      recording_url: '/rails/call.mp3',
      transcript: 'Hello, I moved house.',
    };
    const message = map({ content_type: 'voice_call', content: null, call });
    expect(message.text).toBe('Call · Answered · 1 min 1 s');
    expect(message.attachments).toEqual([
      {
        name: 'Recording',
        kind: 'audio',
        url: 'https://desk.example.com/rails/call.mp3',
        transcript: 'Hello, I moved house.',
      },
    ]);
  });

  it('keeps nothing of a deleted message but that it was there', () => {
    const message = map({
      content_attributes: { deleted: true },
      call: { status: 'completed', transcript: 'secret' },
      reactions: ['👍'],
      attachments: [{ file_type: 'audio', transcribed_text: 'secret' }],
    });
    expect(JSON.stringify(message)).not.toContain('secret');
    expect(message).toMatchObject({ deleted: true, text: '', attachments: [] });
    expect(message.reactions).toBeUndefined();
  });
});

describe('mapMessage', () => {
  it('maps a message of the customer', () => {
    expect(map({})).toEqual({
      connectionId: 'c-1',
      id: '7',
      contactId: '41',
      conversationId: '12',
      kind: 'message',
      direction: 'in',
      author: { name: 'Ana Lindqvist', role: 'contact' },
      text: 'message 7',
      format: 'markdown',
      subject: undefined,
      sentAt: ago(993) * 1000,
      timeQuality: 'exact',
      sequence: 7,
      attachments: [],
      deleted: undefined,
      deliveryError: undefined,
    });
  });

  it.each([
    ['a reply', { message_type: 1, sender: user }, 'message', 'out', 'agent', 'Tom'],
    ['a bot', { message_type: 1, sender: bot }, 'message', 'out', 'bot', 'Helper'],
    [
      'Captain',
      { message_type: 1, sender: { name: 'Captain', type: 'captain_assistant' } },
      'message',
      'out',
      'bot',
      'Captain',
    ],
    [
      'a bot told by class name',
      { message_type: 1, sender: null, sender_type: 'Captain::Assistant' },
      'message',
      'out',
      'bot',
      undefined,
    ],
    ['a note', { message_type: 1, private: true, sender: user }, 'note', 'none', 'agent', 'Tom'],
    [
      'a system line',
      { message_type: 2, sender: undefined },
      'activity',
      'none',
      'system',
      undefined,
    ],
    ['a greeting', { message_type: 3, sender: undefined }, 'message', 'out', 'bot', undefined],
    [
      'a deleted sender',
      { message_type: 1, sender: undefined },
      'message',
      'out',
      'agent',
      undefined,
    ],
    [
      'a type by name',
      { message_type: 'outgoing', sender: user },
      'message',
      'out',
      'agent',
      'Tom',
    ],
    [
      'an unknown type of the customer',
      { message_type: 9 },
      'message',
      'in',
      'contact',
      'Ana Lindqvist',
    ],
    [
      'an unknown type of a user',
      { message_type: 9, sender: user },
      'message',
      'out',
      'agent',
      'Tom',
    ],
    [
      'an unknown type of nobody',
      { message_type: -1, sender: null },
      'activity',
      'none',
      'system',
      undefined,
    ],
  ])('tells who speaks: %s', (_, change, kind, direction, role, name) => {
    expect(map(change)).toMatchObject({ kind, direction, author: { role, name } });
  });

  it('knows a deleted message by its flag and keeps nothing of it', () => {
    const message = map({
      content: 'Este mensaje fue eliminado',
      content_attributes: { deleted: true },
      attachments: [{ file_type: 'file', data_url: 'https://a.example/x.pdf' }],
    });
    expect(message).toMatchObject({ deleted: true, text: '', attachments: [] });
  });

  it.each([
    [
      { status: 'failed', content_attributes: { external_error: '131026: undeliverable' } },
      '131026: undeliverable',
    ],
    [{ status: 'failed', content_attributes: null }, 'Chatwoot could not deliver this message.'],
    [{ status: 'teleported' }, undefined],
  ])('tells why it was not delivered: %j', (change, error) => {
    expect(map({ message_type: 1, sender: user, ...change }).deliveryError).toBe(error);
  });

  it.each([
    ['2026-06-20T12:00:00Z', Date.UTC(2026, 5, 20, 12), 'exact'],
    [4_102_444_800, 4_102_444_800_000, 'exact'],
    [null, 5_000, 'unknown'],
    ['soon', 5_000, 'unknown'],
  ])('reads the time %j', (created_at, sentAt, timeQuality) => {
    expect(map({ created_at })).toMatchObject({ sentAt, timeQuality });
  });

  it('keeps 200,000 characters', () => {
    expect(map({ content: 'ä'.repeat(200_000) }).text).toHaveLength(200_000);
  });

  it.each([[null], [undefined], [7], [{}]])('has no text for the content %j', (content) => {
    expect(map({ content }).text).toBe('');
  });

  it('keeps markup as text', () => {
    const content = '<img src=x onerror=alert(1)> **bold**';
    expect(map({ content }).text).toBe(content);
  });

  it('reduces mentions to the name', () => {
    const content =
      '[@Ana (Sales)](mention://user/7/Ana%20(Sales)) and [@ops](mention://team/2/ops): see [this](https://a.example)';
    expect(map({ content, private: true, sender: user }).text).toBe(
      '@Ana (Sales) and @ops: see [this](https://a.example)',
    );
  });

  it("removes the editor's line-break backslashes, but none of the customer's", () => {
    const content = 'one\\\ntwo\n\\\nthree\\';
    expect(map({ content, message_type: 1, sender: user }).text).toBe('one\ntwo\n\nthree\\');
    expect(map({ content }).text).toBe(content);
  });

  it('says so when Chatwoot cannot show it', () => {
    expect(map({ content: null, content_attributes: { is_unsupported: true } }).text).toMatch(
      /cannot/,
    );
  });
});

describe('interactive messages', () => {
  it.each([
    [
      'a satisfaction survey',
      { submitted_values: { csat_survey_response: { rating: 4, feedback_message: 'quick!' } } },
      ['Answer: rating: 4', 'Answer: feedback message: quick!'],
    ],
    [
      'a choice',
      {
        items: [
          { title: 'Yes', value: 'y' },
          { title: 'No', value: 'n' },
        ],
        submitted_values: [{ title: 'Yes', value: 'y' }],
      },
      ['• Yes', '• No', 'Answer: Yes'],
    ],
    ['a form', { submitted_values: [{ name: 'size', value: 'XL' }] }, ['Answer: size: XL']],
    ['an e-mail', { submitted_email: 'ana@example.com' }, ['Answer: ana@example.com']],
    [
      'articles',
      { items: [{ title: 'Returns', description: 'within 30 days' }] },
      ['• Returns: within 30 days'],
    ],
    ['odd values', { items: [null, 'x', {}], submitted_values: 7 }, ['Answer: 7']],
    ['a deep nest', { submitted_values: { a: { b: { c: { d: { e: 1 } } } } } }, []],
    ['nulls', { items: null, submitted_values: null, submitted_email: null }, []],
  ])('writes out %s', (_, content_attributes, lines) => {
    const text = map({ content: 'Please:', message_type: 3, content_attributes }).text;
    expect(text.split('\n')).toEqual(['Please:', ...lines]);
  });

  it('bounds an endless list', () => {
    const items = Array.from({ length: 5_000 }, (_, index) => ({ title: `option ${index}` }));
    expect(map({ content_attributes: { items } }).text.split('\n')).toHaveLength(51);
  });

  const mail = (email: object) => ({
    content_type: 'incoming_email',
    content_attributes: { email },
  });
  const sent = { text_content: { full: '**now**' }, html_content: { full: '<p><b>now</b></p>' } };

  it.each([
    ['an agent', { message_type: 1, sender: user }],
    ['a note', { message_type: 1, private: true, sender: user }],
    ['an automatic answer', { message_type: 3 }],
    ['a bot', { message_type: 1, sender: bot }],
    ['a customer in a chat', {}],
    ['an agent in a mail', { message_type: 1, sender: user, content_attributes: { email: sent } }],
  ])('reads what %s wrote as the Markdown that the dashboard shows', (_, change) => {
    const message = map({ content: 'do it **now**', ...change });
    expect(message).toMatchObject({ text: 'do it **now**', format: 'markdown' });
  });

  it.each([
    ['a mail', mail({ text_content: { full: 'do it **now**' } })],
    ['a mail without a body', mail({})],
    [
      'a mail that came in otherwise',
      { content_attributes: { email: { text_content: { full: 'do it **now**' } } } },
    ],
    ['a system line', { message_type: 2 }],
  ])('leaves %s as it was typed', (_, change) => {
    const message = map({ content: 'do it **now**', ...change });
    expect(message.text).toBe('do it **now**');
    expect(message).not.toHaveProperty('format');
  });

  it('keeps apart what a mail forwards', () => {
    const full =
      'FYI\n\n---------- Forwarded message ---------\nFrom: a@shop.example\n\nTotal 12.00';
    expect(map(mail({ text_content: { quoted: 'FYI', full } }))).toMatchObject({
      text: 'FYI',
      quoted: { kind: 'forwarded', text: full.slice(5) },
    });
  });

  it('takes the marks of the editor away, and leaves a customer’s backslash', () => {
    const content = 'one\\\ntwo\n\\\n[@Ana](mention://user/7/Ana)';
    expect(map({ content, message_type: 1 }).text).toBe('one\ntwo\n\n@Ana');
    expect(map({ content }).text).toBe('one\\\ntwo\n\\\n@Ana');
  });

  it('takes no answer to a form for Markdown', () => {
    const values = [{ name: 'size', value: '2*3*4_x\n# [5](http://x)' }];
    const { text, format } = map({
      content: '**Which?**',
      message_type: 3,
      content_attributes: { submitted_values: values },
    });
    expect(format).toBe('markdown');
    expect(plainWords(text)).toBe('Which?\nAnswer: size: 2*3*4_x\n# [5](http://x)');
  });
});
