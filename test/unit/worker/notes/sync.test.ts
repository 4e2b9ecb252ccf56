import { describe, expect, test, vi } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { readField } from '../../../../lib/notes/field-block';
import { definitionOf } from '../../../../lib/platforms/registry';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { ref } from '../../refs';
import { NotesBrowser, refOf } from './notes-browser';
import { type Hand, handOf, openDesk, ownText } from './notes-desk';

const everywhere = {
  chatwoot: 'delivered',
  kustomer: 'delivered',
  chaport: 'delivered',
  chatra: 'delivered',
};

async function open() {
  const { hands } = openDesk();
  const sam = new NotesBrowser({ name: 'Sam', hands });
  const kim = new NotesBrowser({ name: 'Kim', hands });
  await Promise.all([sam.open(), kim.open()]);
  return { hands, sam, kim };
}

/** The note texts that each platform holds, as a browser would read them. */
async function copiesOn(hands: readonly Hand[]): Promise<string[][]> {
  return Promise.all(
    hands.map(async (hand) => {
      const texts = (await hand.see()).map(({ text }) => text);
      return texts.flatMap((text) => {
        const copy = readCopy(text);
        return copy === undefined ? readField(text).copies.map((each) => each.text) : [copy.text];
      });
    }),
  );
}

async function editOn(hand: Hand, from: string, to: string): Promise<void> {
  for (const seen of await hand.see()) {
    if (seen.text.includes(from)) await hand.edit(seen, seen.text.replace(from, to));
  }
}

describe('a note written beside one chat', () => {
  test('is on all platforms, and a colleague sees it once', async () => {
    const { hands, sam, kim } = await open();
    const id = await sam.save('VIP, refund promised');
    await sam.outbox.wake();
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['VIP, refund promised']));
    expect(await sam.states(id)).toEqual(everywhere);
    await kim.refresh();
    expect(await kim.database.notes.toArray()).toMatchObject([
      { id, text: 'VIP, refund promised', author: 'Sam', pinned: true, revision: 1 },
    ]);
    expect(await kim.states(id)).toEqual(everywhere);
    const natives = await kim.database.nativeNotes.toArray();
    expect(natives.map(({ connectionId, kind, text }) => [connectionId, kind, text])).toEqual([
      ['chaport-1', 'free-text', ownText.trim()],
      ['chatra-1', 'free-text', ownText.trim()],
      ['chatwoot-1', 'note', ownText],
    ]);
  });

  test('comes back edited by a colleague, with the text before in its history', async () => {
    const { hands, sam, kim } = await open();
    const id = await sam.save('no discount');
    await sam.outbox.wake();
    await kim.refresh();
    await kim.save('no discount, ever', { id, urgency: 'urgent' });
    await kim.outbox.wake();
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['no discount, ever']));
    await sam.refresh();
    expect(await sam.database.notes.get(id)).toMatchObject({
      text: 'no discount, ever',
      author: 'Kim',
      urgency: 'urgent',
      revision: 2,
      versions: [{ text: 'no discount', author: 'Sam', revision: 1 }],
    });
  });

  test('goes from everywhere when a colleague deletes it, and can be taken back', async () => {
    const { hands, sam, kim } = await open();
    const id = await sam.save('gone soon');
    await sam.outbox.wake();
    await kim.refresh();
    await kim.command('notes.delete', id);
    expect(await copiesOn(hands)).toEqual(hands.map(() => []));
    expect((await handOf(hands, 'chaport').see())[0]?.text).toBe(ownText);
    expect(await kim.states(id)).toEqual({});
    await sam.refresh();
    expect(await sam.database.notes.get(id)).toMatchObject({ deletedThere: true });
    await kim.command('notes.restore', id);
    await sam.refresh();
    expect((await sam.database.notes.get(id))?.deletedAt).toBeUndefined();
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['gone soon']));
  });

  test('reaches no further than it is meant to', async () => {
    const { hands, sam } = await open();
    await sam.save('here', { scope: { kind: 'connection', connectionId: 'kustomer-1' } });
    const hidden = await sam.save('mine alone', { scope: { kind: 'browser' } });
    await sam.outbox.wake();
    expect(await copiesOn(hands)).toEqual([[], ['here'], [], []]);
    const id = await sam.save('mine no longer', { id: hidden });
    await sam.outbox.wake();
    await sam.save('mine again', { id, scope: { kind: 'browser' } });
    await sam.outbox.wake();
    expect(await copiesOn(hands)).toEqual([[], ['here'], [], []]);
  });
});

describe('changes in the pages of a platform', () => {
  test.each(['chatwoot', 'kustomer', 'chaport', 'chatra'])(
    '%s: an edit is followed',
    async (name) => {
      const { hands, sam } = await open();
      const id = await sam.save('call back at five');
      await sam.outbox.wake();
      await editOn(handOf(hands, name), 'at five', 'at six');
      await sam.refresh();
      expect(await copiesOn(hands)).toEqual(hands.map(() => ['call back at six']));
      const note = await sam.database.notes.get(id);
      expect(note).toMatchObject({ revision: 2, versions: [{ text: 'call back at five' }] });
      // Chatwoot tells who wrote a row last.
      const writers: Record<string, string> = { chatwoot: 'Robin Hale' };
      const changedOn = writers[name] === undefined ? definitionOf(name).label : undefined;
      expect([note?.author, note?.changedOn]).toEqual([writers[name], changedOn]);
    },
  );

  test('a deletion is shown, not undone, until somebody wants it there again', async () => {
    const { hands, sam } = await open();
    const id = await sam.save('stays');
    await sam.outbox.wake();
    const chatra = handOf(hands, 'chatra');
    await chatra.edit({ id: 'field', text: '' }, ownText);
    await sam.refresh();
    await sam.refresh();
    expect(await sam.states(id)).toEqual({ ...everywhere, chatra: 'removed-there' });
    expect(sam.stuck).toBe(1);
    expect((await chatra.see())[0]?.text).toBe(ownText);
    await sam.save('stays, edited', { id });
    await sam.outbox.wake();
    expect((await chatra.see())[0]?.text).toBe(ownText);
    await sam.command('notes.retry', id, refOf(chatra));
    expect(await sam.states(id)).toEqual(everywhere);
  });

  test('edits on two platforms while this browser was away keep both texts and ask', async () => {
    const { hands, sam } = await open();
    const id = await sam.save('five');
    await sam.outbox.wake();
    await editOn(handOf(hands, 'chatwoot'), 'five', 'six');
    await editOn(handOf(hands, 'chaport'), 'five', 'seven');
    sam.kill();
    sam.clock += 5 * 24 * 60 * 60_000;
    await sam.refresh();
    const note = await sam.database.notes.get(id);
    expect([note?.text, note?.conflict?.text].sort()).toEqual(['seven', 'six']);
    expect(sam.stuck).toBe(1);
    const chosen = { noteId: id, anchor: sam.anchor, text: 'six or seven' };
    await sam.handlers['notes.resolve'](chosen, { kind: 'panel' });
    await sam.outbox.wake();
    await sam.refresh();
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['six or seven']));
  });

  test('an edit there of a note that was edited here keeps both texts and asks', async () => {
    const { hands, sam } = await open();
    const id = await sam.save('one');
    await sam.outbox.wake();
    await editOn(handOf(hands, 'kustomer'), 'one', 'theirs');
    await sam.save('ours', { id });
    await sam.outbox.wake();
    expect(await sam.database.notes.get(id)).toMatchObject({
      text: 'ours',
      conflict: { text: 'theirs' },
    });
    expect((await sam.states(id)).kustomer).toBe('blocked: conflict');
    expect(sam.stuck).toBe(1);
    await sam.handlers['notes.resolve'](
      { noteId: id, anchor: sam.anchor, text: 'both' },
      { kind: 'panel' },
    );
    await sam.outbox.wake();
    await sam.refresh();
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['both']));
    expect(sam.stuck).toBe(0);
  });
});

describe('two browsers at once', () => {
  test('that edit the same note keep both texts, and agree once somebody chose', async () => {
    const { hands, sam, kim } = await open();
    const id = await sam.save('one');
    await sam.outbox.wake();
    await kim.refresh();
    await sam.save('from Sam', { id });
    await kim.save('from Kim', { id });
    await Promise.all([sam.outbox.wake(), kim.outbox.wake()]);
    await sam.refresh();
    await kim.refresh();
    // Whoever read later asks; on which side that is, the order of their requests decides.
    const isAsking = async ({ database }: NotesBrowser) =>
      (await database.notes.get(id))?.conflict !== undefined;
    const [asking, other] = (await isAsking(sam)) ? [sam, kim] : [kim, sam];
    const note = await asking.database.notes.get(id);
    const texts = [note?.text, note?.conflict?.text];
    expect(texts.sort()).toEqual(['from Kim', 'from Sam']);
    expect(asking.stuck).toBe(1);
    await asking.handlers['notes.resolve'](
      { noteId: id, anchor: asking.anchor, text: 'agreed' },
      { kind: 'panel' },
    );
    await asking.outbox.wake();
    await other.refresh();
    await asking.refresh();
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['agreed']));
    expect([await isAsking(sam), await isAsking(kim)]).toEqual([false, false]);
    expect([sam.stuck, kim.stuck]).toEqual([0, 0]);
  });
});

describe('trouble', () => {
  test('what cannot be delivered waits, says why and goes later; the time to wait is obeyed', async () => {
    const { hands } = openDesk();
    let failing: TransportError | undefined;
    const sam = new NotesBrowser({
      name: 'Sam',
      hands,
      wrap: (inner, { name }) => ({
        send: async (request) => {
          if (name === 'kustomer' && failing !== undefined) throw failing;
          return inner.send(request);
        },
      }),
    });
    await sam.open();
    failing = new TransportError('rate-limited', { status: 429, retryAt: sam.clock + 90_000 });
    const id = await sam.save('patience');
    await sam.outbox.wake();
    expect(await sam.states(id)).toEqual({ ...everywhere, kustomer: 'retrying: rate-limited' });
    expect(sam.alarm).toBe(sam.clock + 90_000);
    failing = new TransportError('forbidden', { status: 403 });
    sam.clock += 90_000;
    sam.kill();
    await sam.outbox.wake();
    expect(await sam.states(id)).toEqual({ ...everywhere, kustomer: 'blocked: missing-right' });
    expect([sam.stuck, sam.alarm]).toEqual([1, undefined]);
    failing = undefined;
    await sam.outbox.connectionsChanged();
    expect(await sam.states(id)).toEqual(everywhere);
    expect(sam.stuck).toBe(0);
  });

  test.each([
    ['permission-missing', 'permission-missing', true],
    ['locked', 'keys-locked', true],
    ['relay-unproven', 'relay-unproven', true],
    ['relay-signed-out', 'relay-signed-out', true],
    ['not-found', 'contact-gone', true],
    ['forbidden', 'missing-right', false],
  ] as const)(
    'what was refused as %s is written once the notes there can be read, unless that says nothing of it',
    async (failure, reason, isRefuted) => {
      const { hands } = openDesk();
      let isFailing = true;
      const wrap = (inner: Transport, { name }: Hand): Transport => ({
        send: async (request) => {
          if (isFailing && name === 'kustomer') throw new TransportError(failure);
          return inner.send(request);
        },
      });
      const sam = new NotesBrowser({ name: 'Sam', hands, wrap });
      await sam.open();
      const id = await sam.save('one');
      const settled = { ...everywhere, kustomer: `blocked: ${reason}` };
      const expected = isRefuted ? everywhere : settled;
      await sam.outbox.wake();
      expect(await sam.states(id)).toEqual(settled);
      isFailing = false;
      await sam.refresh();
      expect(await sam.states(id)).toEqual(expected);
      await sam.command('notes.retry', id, refOf(handOf(hands, 'kustomer')));
      isFailing = true;
      await sam.save('two', { id });
      await sam.outbox.wake();
      expect(await sam.states(id)).toEqual(settled);
      isFailing = false;
      await sam.refresh();
      expect(await sam.states(id)).toEqual(expected);
    },
  );

  test('a person without a contact on a platform: the note waits and goes when one appears', async () => {
    const { hands } = openDesk();
    const sam = new NotesBrowser({ name: 'Sam', hands });
    await sam.open(['chaport']);
    const id = await sam.save('waiting');
    await sam.outbox.wake();
    expect(await sam.states(id)).toEqual({ ...everywhere, chaport: 'waiting: no-contact' });
    await sam.open();
    await sam.refresh(false);
    expect(await sam.states(id)).toEqual(everywhere);
  });

  test('a contact whose secret id is not known is named as the reason until it is known', async () => {
    const { hands } = openDesk();
    const chatra = handOf(hands, 'chatra');
    const { handle } = chatra.contact;
    chatra.contact = { ...chatra.contact, handle: undefined };
    const sam = new NotesBrowser({ name: 'Sam', hands });
    await sam.open();
    const id = await sam.save('where to?');
    await sam.outbox.wake();
    expect((await sam.states(id)).chatra).toBe('blocked: no-handle');
    expect(sam.stuck).toBe(0);
    await sam.database.contacts.update(['chatra-1', chatra.contact.id], { handle });
    await sam.refresh(false);
    expect(await sam.states(id)).toEqual(everywhere);
  });

  test('nothing and too much are refused before anything is kept', async () => {
    const { sam } = await open();
    expect(await sam.save(' \n\t')).toMatch(/empty/);
    expect(await sam.save('x'.repeat(2_001))).toMatch(/at most 2,000 characters/);
    expect(await sam.database.notes.count()).toBe(0);
    const scope = { kind: 'connection', connectionId: 'kustomer-1' } as const;
    const id = await sam.save('x'.repeat(10_000), { scope });
    await sam.outbox.wake();
    expect(await sam.states(id)).toEqual({ kustomer: 'delivered' });
  });

  test.each(['chatwoot', 'kustomer', 'chaport', 'chatra'])(
    '%s: the longest note that it is said to take arrives whole',
    async (name) => {
      const { hands } = openDesk();
      const sam = new NotesBrowser({ name: 'N'.repeat(80), hands });
      await sam.open();
      const { notes } = definitionOf(name).capabilities;
      const text = 'x'.repeat(notes?.maxLength ?? 0);
      const scope = { kind: 'connection', connectionId: `${name}-1` } as const;
      const id = await sam.save(text, { scope, urgency: 'important' });
      await sam.outbox.wake();
      await sam.refresh();
      expect(await copiesOn([handOf(hands, name)])).toEqual([[text]]);
      expect(await sam.states(id)).toEqual({ [name]: 'delivered' });
      expect(await sam.database.notes.get(id)).toMatchObject({ revision: 1, versions: [] });
      expect(await sam.save(`${text}x`, { scope })).toMatch(/takes at most/);
    },
  );

  test('a colleague’s note that is too long for a platform here gets other marks, and goes there no more than before', async () => {
    const { hands } = openDesk();
    const lists = hands.filter(({ name }) => name === 'chatwoot' || name === 'kustomer');
    const kim = new NotesBrowser({ name: 'Kim', hands: lists });
    const sam = new NotesBrowser({ name: 'Sam', hands });
    await Promise.all([kim.open(), sam.open()]);
    const text = 'x'.repeat(2_001);
    const id = await kim.save(text);
    await kim.outbox.wake();
    await sam.refresh();
    expect(await sam.save(text, { id, pinned: false, urgency: 'urgent' })).toBe(id);
    await sam.outbox.wake();
    await sam.refresh();
    expect(await sam.states(id)).toEqual({ chatwoot: 'delivered', kustomer: 'delivered' });
    await kim.refresh();
    const marked = { text, author: 'Kim', pinned: false, urgency: 'urgent' };
    expect(await kim.database.notes.get(id)).toMatchObject(marked);
    expect(await sam.save(`${text}x`, { id })).toMatch(/at most 2,000 characters/);
    const scope = { kind: 'connection', connectionId: 'chatra-1' } as const;
    expect(await sam.save(text, { id, scope })).toMatch(/at most 2,000 characters/);
  });

  test('a text merged from two is not kept when it is too long for some platform', async () => {
    const { sam } = await open();
    const id = await sam.save('short');
    const merged = { noteId: id, anchor: sam.anchor, text: 'x'.repeat(2_001) };
    const answer = await sam.handlers['notes.resolve'](merged, { kind: 'panel' });
    expect(answer).toMatchObject({ message: expect.stringContaining('at most 2,000 characters') });
    expect(await sam.database.notes.get(id)).toMatchObject({ text: 'short', revision: 1 });
  });

  test('a browser without storage left says so, and keeps nothing by halves', async () => {
    const { sam } = await open();
    const full = new DOMException('full', 'QuotaExceededError');
    const put = vi.spyOn(sam.database.replicas, 'put').mockRejectedValue(full);
    expect(await sam.save('no room')).toMatch(/no storage left/);
    expect(await sam.database.notes.count()).toBe(0);
    put.mockRestore();
    expect(await sam.save('room again')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a copy that somebody gave up is not written again', async () => {
    const { hands, sam } = await open();
    const id = await sam.save('not there');
    await sam.outbox.wake();
    const kustomer = handOf(hands, 'kustomer');
    for (const seen of await kustomer.see()) await kustomer.remove(seen);
    await sam.refresh();
    await sam.command('notes.discard', id, refOf(kustomer));
    await sam.save('still not there', { id });
    await sam.outbox.wake();
    expect(await copiesOn([kustomer])).toEqual([[]]);
    expect((await sam.states(id)).kustomer).toBeUndefined();
    await sam.command('notes.retry', id, refOf(kustomer));
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['still not there']));
    expect(await sam.states(id)).toEqual(everywhere);
  });

  test('a copy that may have arrived before it was given up is not made twice', async () => {
    const { hands } = openDesk();
    const kustomer = handOf(hands, 'kustomer');
    let isLost = true;
    const sam = new NotesBrowser({
      name: 'Sam',
      hands,
      wrap: (inner, { name }) => ({
        send: async (request) => {
          const answer = await inner.send(request);
          if (name === 'kustomer' && isLost) throw new TransportError('timeout');
          return answer;
        },
      }),
    });
    await sam.open();
    const id = await sam.save('once');
    await sam.outbox.wake();
    expect((await sam.states(id)).kustomer).toBe('retrying: timeout');
    await sam.command('notes.discard', id, refOf(kustomer));
    isLost = false;
    await sam.command('notes.retry', id, refOf(kustomer));
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['once']));
    expect(await sam.states(id)).toEqual(everywhere);
  });

  test('a deletion taken back goes everywhere, wherever the note was read first', async () => {
    const { hands, sam } = await open();
    const [chatwoot, kustomer, ...rest] = hands;
    if (chatwoot === undefined || kustomer === undefined) throw new Error('nobody');
    const kim = new NotesBrowser({ name: 'Kim', hands: [kustomer, chatwoot, ...rest] });
    await kim.open();
    const id = await sam.save('back again');
    await sam.outbox.wake();
    await kim.refresh();
    await kim.database.notes.update(id, { contacts: [...hands.map(refOf)] });
    await kim.command('notes.delete', id);
    await kim.command('notes.restore', id);
    expect(await kim.states(id)).toEqual(everywhere);
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['back again']));
  });

  test('a removed connection takes what is known of its copies and drafts beside its contacts, never a note', async () => {
    const { sam } = await open();
    const id = await sam.save('kept');
    await sam.outbox.wake();
    await sam.refresh();
    const draft = { anchor: ref('chaport-1/other'), noteId: '', text: 'half a thought' };
    for (const each of [draft, { ...draft, anchor: sam.anchor }]) {
      await sam.handlers['notes.draft'](each, { kind: 'panel' });
    }
    await eraseConnectionData(sam.database, 'chatwoot-1', { withConnection: true });
    expect(await sam.database.notes.get(id)).toMatchObject({ text: 'kept' });
    expect(await sam.database.noteDrafts.toArray()).toMatchObject([draft]);
    expect(Object.keys(await sam.states(id)).sort()).toEqual(['chaport', 'chatra', 'kustomer']);
    const natives = await sam.database.nativeNotes.toArray();
    expect(natives.map(({ connectionId }) => connectionId)).toEqual(['chaport-1', 'chatra-1']);
  });

  test('a draft keeps what the note said when it was begun, and one that is begun anew what it says by then', async () => {
    const { sam } = await open();
    const id = await sam.save('one');
    const type = (text: string) =>
      sam.handlers['notes.draft']({ anchor: sam.anchor, noteId: id, text }, { kind: 'panel' });
    const kept = () => sam.database.noteDrafts.get([sam.anchor, id]);
    await type('one, t');
    await sam.save('two', { id });
    await type('one, too');
    expect(await kept()).toMatchObject({ text: 'one, too', over: 'one' });
    await Promise.all([type('one, too!'), type('')]);
    expect(await kept()).toBeUndefined();
    await type('two!');
    expect(await kept()).toMatchObject({ text: 'two!', over: 'two' });
    const forgetSaved = (ifText: string) =>
      sam.handlers['notes.draft'](
        { anchor: sam.anchor, noteId: id, text: '', ifText },
        { kind: 'panel' },
      );
    await Promise.all([type('two! and three'), forgetSaved('two!')]);
    expect(await kept()).toMatchObject({ text: 'two! and three' });
    await Promise.all([type('three'), forgetSaved('three')]);
    expect(await kept()).toBeUndefined();
  });

  test('a create whose answer was lost is looked for before it is made again', async () => {
    const { hands } = openDesk();
    let lost = 2;
    const sam = new NotesBrowser({
      name: 'Sam',
      hands,
      wrap: (inner) => ({
        send: async (request) => {
          const answer = await inner.send(request);
          if (request.method !== 'POST' || lost === 0) return answer;
          lost -= 1;
          throw new TransportError('timeout');
        },
      }),
    });
    await sam.open();
    const id = await sam.save('only once');
    await sam.outbox.wake();
    expect((await sam.states(id)).chatwoot).toBe('retrying: timeout');
    sam.kill();
    sam.clock += 60_000;
    await sam.outbox.wake();
    expect(await sam.states(id)).toEqual(everywhere);
    expect(await copiesOn(hands)).toEqual(hands.map(() => ['only once']));
  });

  test('more notes than a text field takes: those that fit are written, the others say so', async () => {
    const { hands, sam } = await open();
    const scope = { kind: 'connection', connectionId: 'chaport-1' } as const;
    const ids: string[] = [];
    for (let count = 1; count <= 12; count += 1) {
      ids.push(await sam.save(`${count} ${'x'.repeat(1_000)}`, { scope }));
    }
    await sam.outbox.wake();
    const states = await Promise.all(ids.map((id) => sam.states(id)));
    const words = states.map(({ chaport }) => chaport);
    expect(new Set(words)).toEqual(new Set(['delivered', 'blocked: no-room']));
    const [written = []] = await copiesOn([handOf(hands, 'chaport')]);
    expect(written).toHaveLength(words.filter((word) => word === 'delivered').length);
  });
});
