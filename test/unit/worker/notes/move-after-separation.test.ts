import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactRef } from '../../../../lib/model/ids';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { readField } from '../../../../lib/notes/field-block';
import { decide } from '../../../../lib/worker/people/decide';
import { importLinks } from '../../../../lib/worker/people/import-links';
import { NotesBrowser, refOf } from './notes-browser';
import { type Hand, openDesk } from './notes-desk';

/** Ana on Chatwoot and Kustomer, and on Chaport and Chatra whom some took for her. */
async function open() {
  const { hands } = openDesk();
  const [chatwoot, , chaport, chatra] = hands;
  if (chatwoot === undefined || chaport === undefined || chatra === undefined) {
    throw new Error('nobody');
  }
  for (const hand of [chaport, chatra]) {
    const keys = { emails: ['eva@example.com'], emailKeys: ['eva@example.com'] };
    hand.contact = { ...hand.contact, ...keys, phones: [], phoneKeys: [] };
  }
  for (const hand of hands.slice(0, 2)) {
    const keys = { emails: ['ana@example.com'], emailKeys: ['ana@example.com'] };
    hand.contact = { ...hand.contact, ...keys };
  }
  const sam = new NotesBrowser({ name: 'Sam', hands });
  const say = (verdict: 'same' | 'different' | 'unlinked' | 'none') =>
    decide(sam.ports, { one: chatwoot.contact, other: chaport.contact, verdict });
  /** Whom the look-up finds: all four, or only those that the address joins. */
  const show = async (all: boolean) => {
    await sam.open(all ? [] : ['chaport', 'chatra']);
    await sam.refresh();
  };
  return { hands, sam, say, show, theirs: [chaport, chatra] };
}

async function textsOn(hands: readonly Hand[]): Promise<string[]> {
  const seen = (await Promise.all(hands.map((hand) => hand.see()))).flat();
  return seen.flatMap(({ text }) => {
    const copy = readCopy(text);
    return copy === undefined ? readField(text).copies.map((each) => each.text) : [copy.text];
  });
}

describe('a note about a person who is parted from another', () => {
  test('two words at once are both followed', async () => {
    const { hands, sam, say, show, theirs } = await open();
    await show(true);
    await say('same');
    for (const text of ['one', 'two', 'three']) await sam.save(text);
    await sam.outbox.wake();
    const [chatwoot] = hands;
    const [chaport, chatra] = theirs;
    if (chatwoot === undefined || chaport === undefined || chatra === undefined) return;
    const part = ({ contact: other }: Hand) =>
      decide(sam.ports, { one: chatwoot.contact, other, verdict: 'different' });
    await Promise.all([part(chaport), part(chatra)]);
    await show(false);
    await sam.outbox.wake();
    expect(await textsOn(theirs)).toEqual([]);
    expect(await sam.database.notes.filter(({ toPart }) => toPart !== undefined).count()).toBe(0);
  });

  test.each(['different', 'unlinked'] as const)('%s: is as if never joined', async (verdict) => {
    const { hands, sam, say, show, theirs } = await open();
    await show(true);
    await say('same');
    const id = await sam.save('about Ana');
    await sam.outbox.wake();
    expect(await textsOn(hands)).toHaveLength(4);
    sam.clock += 100_000;
    await say(verdict);
    await show(false);
    await sam.outbox.wake();
    expect(await textsOn(theirs)).toEqual([]);
    expect((await textsOn(hands)).sort()).toEqual(['about Ana', 'about Ana']);
    const note = await sam.database.notes.get(id);
    expect(theirs.some((hand) => note?.contacts.includes(refOf(hand)))).toBe(false);
    await sam.save('about Ana, later', { id });
    await sam.outbox.wake();
    await sam.refresh();
    expect(await textsOn(theirs)).toEqual([]);
    expect(await sam.states(id)).toEqual({
      chatwoot: 'delivered',
      kustomer: 'delivered',
      chaport: 'waiting: no-contact',
      chatra: 'waiting: no-contact',
    });
  });

  test('follows a word that another browser gave, too', async () => {
    const { hands, sam, say, show, theirs } = await open();
    await show(true);
    await say('same');
    const id = await sam.save('about Ana');
    await sam.outbox.wake();
    expect(await textsOn(hands)).toHaveLength(4);
    sam.clock += 100_000;
    const [link] = await sam.database.links.toArray();
    if (link === undefined) throw new Error('nothing was said');
    await importLinks(sam.ports, [{ ...link, verdict: 'different', at: sam.clock }]);
    await show(false);
    await sam.outbox.wake();
    expect(await textsOn(theirs)).toEqual([]);
    const note = await sam.database.notes.get(id);
    expect(theirs.some((hand) => note?.contacts.includes(refOf(hand)))).toBe(false);
  });

  test('goes there again once they are joined again', async () => {
    const { hands, sam, say, show } = await open();
    await show(true);
    await say('same');
    const id = await sam.save('about Ana');
    await sam.outbox.wake();
    sam.clock += 100_000;
    await say('different');
    await show(false);
    await sam.outbox.wake();
    sam.clock += 100_000;
    await say('same');
    await show(true);
    await sam.outbox.wake();
    expect(await textsOn(hands)).toHaveLength(4);
    expect(Object.values(await sam.states(id))).toEqual(Array(4).fill('delivered'));
  });

  test('goes there again when a colleague wrote it, and stays given up where it was', async () => {
    const { hands, sam, say, show, theirs } = await open();
    const kim = new NotesBrowser({ name: 'Kim', hands });
    await kim.open();
    const id = await kim.save('about Ana');
    await kim.outbox.wake();
    await show(true);
    await say('same');
    await sam.refresh();
    expect(await sam.states(id)).toMatchObject({ chaport: 'delivered', chatra: 'delivered' });
    const undo = async () => {
      sam.clock += 100_000;
      await say('different');
      await show(false);
      await sam.outbox.wake();
      expect(await textsOn(theirs)).toEqual([]);
      sam.clock += 100_000;
      await say('same');
      await show(true);
      await sam.outbox.wake();
    };
    await undo();
    expect(await textsOn(hands)).toEqual(Array(4).fill('about Ana'));
    expect(Object.values(await sam.states(id))).toEqual(Array(4).fill('delivered'));
    const [chaport] = theirs;
    await sam.command('notes.discard', id, refOf(chaport));
    await chaport?.remove({ id: 'field', text: '' });
    await undo();
    expect(await textsOn(hands)).toHaveLength(3);
  });

  test('whatever is written, joined and parted in whatever order, nothing stays beside the other', async () => {
    const act = fc.constantFrom('write', 'edit', 'join', 'part', 'look', 'deliver');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const story = await tell(acts);
        expect(await textsOn(story.theirs)).toEqual([]);
        const refs = story.theirs.map((hand) => contactRef(hand.contact));
        const notes = await story.sam.database.notes.where('contacts').anyOf(refs).count();
        expect(notes).toBe(0);
      }),
      { numRuns: 12 },
    );
  });
});

/** Tells what happens, and parts the two at the end. */
async function tell(acts: readonly string[]) {
  const { sam, say, show, theirs } = await open();
  let isJoined = true;
  let id: string | undefined;
  const turn = async (joined: boolean) => {
    isJoined = joined;
    await say(joined ? 'same' : 'different');
    await show(joined);
  };
  const write = async (before: string | undefined) => {
    const text = `text ${sam.clock}`;
    id = await sam.save(text, before === undefined ? {} : { id: before });
  };
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    write: () => write(undefined),
    edit: () => write(id),
    join: () => turn(true),
    part: () => turn(false),
    look: () => show(isJoined),
    deliver: () => sam.outbox.wake(),
  };
  await turn(true);
  for (const act of [...acts, 'part', 'deliver']) {
    sam.clock += 100_000;
    await ways[act]?.();
  }
  return { sam, theirs };
}
