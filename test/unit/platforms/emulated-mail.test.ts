import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../../lib/model/history';
import { customer, told } from '../../helpdesks/world/telling';
import type { StoryMessage } from '../../helpdesks/world/types';
import { createWorld } from '../../helpdesks/world/world';
import { type EmulatedRecord, onChatwoot, onKustomer } from './emulated';
import { knowNamedCharacters } from './shared/mail/know-characters';

beforeAll(knowNamedCharacters);

const hidden = '<div style="display:none">In your mailbox&zwnj;&nbsp;&zwnj;&nbsp;</div>';
const link = '<a href="https://track.example/AB12">Track it here</a>';
const html = `<html><body>${hidden}<p>Hall&oacute;&hellip; ${link}</p></body></html>`;
const forwarded =
  '---------- Forwarded message ---------\nFrom: Shop <a@shop.example>\nSubject: Invoice\n\nTotal 12.00';

const markup = customer('Halló… Track it here', { html, htmlOnly: true });
const fyi = customer('FYI', { quoted: forwarded });
const long = customer('word '.repeat(4_000));

function worldWith(messages: StoryMessage[]) {
  const record = {
    name: 'Mail Er',
    email: 'mailer@example.com',
    conversations: [{ channel: 'email', subject: 'Mails', status: 'open', messages } as const],
  };
  const person = { key: 'mailer', about: 'writes mails', chatwoot: [record], kustomer: [record] };
  return { ...createWorld(Date.UTC(2026, 10, 20, 12)), people: [person] };
}

async function read(records: EmulatedRecord[]): Promise<Message[]> {
  const [record] = records;
  const messages = new Map<string, Message>();
  const options = { signal: new AbortController().signal, wanted: 60 };
  if (record?.api.history === undefined) throw new TypeError('nobody');
  for await (const part of record.api.history(record.contact, options)) {
    for (const message of part.messages) messages.set(message.id, message);
  }
  return [...messages.values()].sort((a, b) => a.sentAt - b.sentAt);
}

const world = worldWith(told(60, [markup, fyi, long]));

test('Chatwoot: a mail in HTML keeps the address of its link, and shows nothing hidden', async () => {
  const [first] = await read(onChatwoot(world).records);
  expect(first?.text).toBe('Halló… Track it here (https://track.example/AB12)');
});

test('Kustomer: so it does where the preview is the markup; else the preview is all there is', async () => {
  const [first] = await read(onKustomer(world, { mailPreview: 'markup' }).records);
  expect(first?.text).toBe('Halló… Track it here (https://track.example/AB12)');
  const [plain] = await read(onKustomer(world).records);
  expect(plain?.text).toBe('Halló… Track it here');
});

test.each([
  ['Chatwoot', () => onChatwoot(world)],
  ['Kustomer', () => onKustomer(world)],
])('%s: what a mail forwards is offered', async (_name, desk) => {
  const [, second] = await read(desk().records);
  expect(second).toMatchObject({ text: 'FYI', quoted: { kind: 'forwarded', text: forwarded } });
});

test('Kustomer gives only the beginning of a long mail, and that is said', async () => {
  const [, , kustomer] = await read(onKustomer(world).records);
  const [, , chatwoot] = await read(onChatwoot(world).records);
  expect([kustomer?.cut, kustomer?.text.length]).toEqual([true, 10_239]);
  expect([chatwoot?.cut, chatwoot?.text.length]).toEqual([undefined, 19_999]);
});
