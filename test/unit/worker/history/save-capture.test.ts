import { describe, expect, test } from 'vitest';
import type { CapturedItem } from '../../../../lib/model/page';
import { saveCapturedContact } from '../../../../lib/worker/history/captured-contact';
import { saveCapture } from '../../../../lib/worker/history/save-capture';
import { contact, context, message, TestWorld } from '../world';

const tab = { tabId: 3, windowId: 1, origin: 'https://gamma.example' };

async function setUp() {
  const world = new TestWorld();
  await world.connect(
    'gamma',
    {},
    { find: 'seen', history: 'captured' },
    {
      contactFromPage: (page, { connection, now }) =>
        contact(connection.id, page.conversationId ?? '', {
          name: page.hints.name,
          emails: page.hints.emails,
          emailKeys: page.hints.emails,
          phones: page.hints.phones,
          fetchedAt: now,
        }),
      mergeCapture: (stored, items, at) => [
        ...stored,
        ...items.slice(stored.length).map((item, index) => ({
          ...message(
            contact('gamma', at.contactId),
            `${at.conversationId}-${stored.length + index}`,
            item.text,
          ),
          conversationId: at.conversationId,
          sequence: stored.length + index,
        })),
      ],
    },
  );
  return world;
}

const page = (emails: string[], name?: string) =>
  context('gamma', { conversationId: 'chat', hints: { name, emails, phones: [] } });
const item = (text: string): CapturedItem => ({
  kind: 'message',
  direction: 'in',
  text,
  attachments: [],
});

describe('capture', () => {
  test('keeps the contact a page shows, and forgets nothing when the page shows less', async () => {
    const world = await setUp();
    await saveCapturedContact(world, tab, page(['ana@example.com'], 'Ana'));
    await saveCapturedContact(world, tab, page([]));
    expect(await world.database.contacts.get(['gamma', 'chat'])).toMatchObject({
      name: 'Ana',
      emailKeys: ['ana@example.com'],
    });
  });

  test('an address read at the wrong moment does not stay', async () => {
    const world = await setUp();
    await saveCapturedContact(world, tab, page(['somebody-else@example.com']));
    await saveCapturedContact(world, tab, page(['ana@example.com']));
    expect((await world.database.contacts.get(['gamma', 'chat']))?.emailKeys).toEqual([
      'ana@example.com',
    ]);
  });

  test('one of several addresses that the platform told takes none of the others away', async () => {
    const world = await setUp();
    const emails = ['ana@example.com', 'ana@work.example'];
    await world.database.contacts.put(
      contact('gamma', 'chat', { emails, emailKeys: emails, phones: ['030 1', '030 2'] }),
    );
    const hints = { emails: ['ana@example.com'], phones: ['030 2'] };
    await saveCapturedContact(world, tab, context('gamma', { conversationId: 'chat', hints }));
    expect(await world.database.contacts.get(['gamma', 'chat'])).toMatchObject({
      emails,
      emailKeys: emails,
      phones: ['030 1', '030 2'],
    });
    await saveCapturedContact(world, tab, page(['new@example.com']));
    expect((await world.database.contacts.get(['gamma', 'chat']))?.emails).toEqual([
      'new@example.com',
    ]);
  });

  test('stores a conversation as it grows, once', async () => {
    const world = await setUp();
    const capture = (texts: string[]) =>
      saveCapture(world, tab, {
        platform: 'gamma',
        conversationId: 'chat',
        items: texts.map(item),
      });
    await capture(['hello']);
    await capture(['hello', 'hello']);
    await capture(['hello', 'hello']);
    const stored = await world.database.messages.toArray();
    expect(stored.map((each) => [each.text, each.contactId])).toEqual([
      ['hello', 'chat'],
      ['hello', 'chat'],
    ]);
    expect(await world.database.conversations.count()).toBe(1);
  });

  test('a page of an account that is not connected leaves no trace', async () => {
    const world = await setUp();
    const elsewhere = { ...tab, origin: 'https://elsewhere.example' };
    await saveCapturedContact(world, elsewhere, page(['ana@example.com']));
    await saveCapture(world, elsewhere, {
      platform: 'gamma',
      conversationId: 'chat',
      items: [item('x')],
    });
    expect(await world.database.contacts.count()).toBe(0);
    expect(await world.database.messages.count()).toBe(0);
  });
});
