import { describe, expect, test } from 'vitest';
import type { NoteScope } from '../../../../lib/model/note';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { readField } from '../../../../lib/notes/field-block';
import { NotesBrowser } from './notes-browser';
import { type Hand, openDesk } from './notes-desk';

const platforms = ['chatwoot', 'kustomer', 'chaport', 'chatra'];
const everywhere: NoteScope = { kind: 'everywhere' };
const browser: NoteScope = { kind: 'browser' };
const only = (name: string): NoteScope => ({ kind: 'connection', connectionId: `${name}-1` });

async function open(names: readonly string[]) {
  const { hands } = openDesk();
  const browsers = names.map((name) => new NotesBrowser({ name, hands }));
  for (const each of browsers) await each.open();
  const settle = async () => {
    for (let round = 0; round < 4; round += 1) {
      for (const each of browsers) await each.refresh();
    }
  };
  return { hands, browsers, settle };
}

async function placesOf(hands: readonly Hand[], id: string): Promise<string[]> {
  const found: string[] = [];
  for (const hand of hands) {
    for (const { text } of await hand.see()) {
      const copy = readCopy(text);
      const copies = copy === undefined ? readField(text).copies : [copy];
      if (copies.some((each) => each.id === id)) found.push(hand.name);
    }
  }
  return found;
}

describe('the scope travels with the copies', () => {
  const moves = platforms.flatMap((from) =>
    platforms.filter((to) => to !== from).map((to) => [from, to] as const),
  );

  test.each(moves)('from only %s to only %s, and every browser agrees', async (from, to) => {
    const { hands, browsers, settle } = await open(['Sam', 'Kim', 'Nia']);
    const [sam] = browsers;
    const id = (await sam?.save('moves', { scope: everywhere })) ?? '';
    await settle();
    await sam?.save('moves', { id, scope: only(from) });
    await settle();
    expect(await placesOf(hands, id)).toEqual([from]);
    await sam?.save('moves', { id, scope: only(to) });
    await settle();
    expect(await placesOf(hands, id)).toEqual([to]);
    for (const each of browsers) {
      expect(await each.database.notes.get(id)).toMatchObject({ scope: only(to) });
      expect((await each.database.notes.get(id))?.deletedAt).toBeUndefined();
    }
  });

  test.each([
    [only('chatwoot'), only('kustomer')],
    [only('kustomer'), only('chatwoot')],
    [everywhere, only('chaport')],
    [only('chatra'), everywhere],
  ])('two changes at once come to one: %j and %j', async (one, other) => {
    const { hands, browsers, settle } = await open(['Sam', 'Kim', 'Nia']);
    const [sam, kim] = browsers;
    const id = (await sam?.save('disputed', { scope: only('chatra') })) ?? '';
    await settle();
    await sam?.save('disputed', { id, scope: everywhere });
    await settle();
    await Promise.all([
      sam?.save('disputed', { id, scope: one, urgency: 'urgent' }),
      kim?.save('disputed', { id, scope: other, urgency: 'urgent' }),
    ]);
    await settle();
    const scopes = await Promise.all(
      browsers.map(async ({ database }) => JSON.stringify((await database.notes.get(id))?.scope)),
    );
    if (new Set(scopes).size > 1)
      for (const b of browsers)
        console.log(
          b.name,
          JSON.stringify(await b.database.notes.get(id)),
          JSON.stringify(await b.states(id)),
        );
    expect(new Set(scopes).size).toBe(1);
    const places = await placesOf(hands, id);
    const isWide = scopes[0] === JSON.stringify(everywhere);
    expect(places).toHaveLength(isWide ? 4 : 1);
  });

  test('what a colleague publishes later is not deleted by who keeps it in this browser', async () => {
    const { hands, browsers, settle } = await open(['Sam', 'Kim']);
    const [sam, kim] = browsers;
    const id = (await sam?.save('one')) ?? '';
    await settle();
    await sam?.save('one', { id, scope: browser });
    await settle();
    expect(await placesOf(hands, id)).toEqual([]);
    for (let count = 0; count < 3; count += 1)
      await sam?.save(`mine ${count}`, { id, scope: browser });
    await kim?.command('notes.restore', id);
    await settle();
    expect(await placesOf(hands, id)).toHaveLength(4);
    // Sam's own words are not published with it: he is asked.
    const mine = await sam?.database.notes.get(id);
    expect([mine?.text, mine?.conflict?.text]).toEqual(['mine 2', 'one']);
  });
});
