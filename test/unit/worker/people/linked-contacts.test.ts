import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../../lib/model/contact';
import { parseContactRef } from '../../../../lib/model/ids';
import { decide } from '../../../../lib/worker/people/decide';
import { linkedContacts } from '../../../../lib/worker/people/linked-contacts';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { ref } from '../../refs';
import { contact, historyOf, searchable, TestWorld } from '../world';

const relaxed = { signal: new AbortController().signal, force: false };
const seen = { find: 'seen', history: 'api' } as const;

const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
const alsoAna = contact('beta', '9', { emailKeys: ['ana@example.com'] });
const nameless = contact('gamma', 'chat');

/** Ana on two platforms that can be searched; on the third somebody nameless. */
async function setUp() {
  const world = new TestWorld();
  await world.connect('alpha', { ...searchable([ana]), ...historyOf({ 1: ['a'] }, world.now) });
  await world.connect('beta', { ...searchable([alsoAna]), ...historyOf({ 9: ['b'] }, world.now) });
  await world.connect('gamma', historyOf({ chat: ['c'] }, world.now), seen);
  await world.database.contacts.bulkPut([ana, alsoAna, nameless]);
  return world;
}

async function personOf(world: TestWorld, anchor: Contact): Promise<Record<string, string[]>> {
  await lookUpPerson(world, anchor, relaxed);
  const rows = await world.database.sources
    .where('anchor')
    .equals(`${anchor.connectionId}/${anchor.id}`)
    .toArray();
  return Object.fromEntries(rows.map((row) => [row.connectionId, row.contactIds]));
}

async function linkContacts(world: TestWorld, one: string, other: string): Promise<void> {
  await decide(world, {
    one: parseContactRef(ref(one)),
    other: parseContactRef(ref(other)),
    verdict: 'same',
  });
}

const everybody = { alpha: ['1'], beta: ['9'], gamma: ['chat'] };

describe('a link made by hand', () => {
  test('without it the contact without identifiers is somebody else', async () => {
    expect(await personOf(await setUp(), ana)).toEqual({ ...everybody, gamma: [] });
  });

  test.each([
    ['seen from the one', ana],
    ['seen from the other', nameless],
    ['seen from a third that shares an address with the one', alsoAna],
  ])('joins the two, %s, and their histories are loaded', async (_name, anchor) => {
    const world = await setUp();
    await linkContacts(world, 'gamma/chat', 'alpha/1');
    expect(await personOf(world, anchor)).toEqual(everybody);
    const texts = (await world.database.messages.toArray()).map((each) => each.text).sort();
    expect(texts).toEqual(['a', 'b', 'c']);
    expect(await personOf(world, anchor)).toEqual(everybody);
  });

  test('is one link, whoever says it first and however often', async () => {
    const world = await setUp();
    await linkContacts(world, 'gamma/chat', 'alpha/1');
    world.clock += 1_000;
    await linkContacts(world, 'alpha/1', 'gamma/chat');
    const rows = await world.database.links.toArray();
    expect(rows).toEqual([
      { a: 'alpha/1', b: 'gamma/chat', verdict: 'same', by: undefined, at: world.clock - 1_000 },
    ]);
    await expect(linkContacts(world, 'alpha/1', 'alpha/1')).rejects.toThrow(TypeError);
  });

  test('leads on through others, in a ring too, and not to contacts that are gone', async () => {
    const world = await setUp();
    await linkContacts(world, 'alpha/1', 'beta/9');
    await linkContacts(world, 'beta/9', 'gamma/chat');
    await linkContacts(world, 'gamma/chat', 'alpha/1');
    await linkContacts(world, 'gamma/chat', 'gamma/gone');
    const linked = await linkedContacts(world.database, [ref('alpha/1')]);
    expect(linked.map((each) => each.id).sort()).toEqual(['9', 'chat']);
  });

  test('an id with a slash in it stays whole', async () => {
    const world = await setUp();
    await world.database.contacts.put(contact('gamma', 'a/b/c'));
    await linkContacts(world, 'alpha/1', 'gamma/a/b/c');
    const linked = await linkedContacts(world.database, [ref('alpha/1')]);
    expect(linked.map((each) => each.id)).toEqual(['a/b/c']);
  });
});
