import { describe, expect, test } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import { readField } from '../../../../lib/notes/field-block';
import { type KeptText, keptTextValues } from '../../../helpdesks/core/kept-text';
import { NotesBrowser, refOf } from './notes-browser';
import { type Hand, handOf, openDesk } from './notes-desk';

const fields = ['chaport', 'chatra'];
const own = 'R&D asked: "when?"\n\n--- not ours ---  \nprice < 100';

/**
 * Sam's browser beside Ana, what her fields get written, what is done right before a write, and how calls
 * to the fields fail, by their method.
 */
async function open(form: KeptText, beforeWrite?: (hand: Hand) => Promise<void>) {
  const { hands } = openDesk(form);
  const writes: Record<string, number> = {};
  const failing = new Map<string, TransportError>();
  const wrap = (inner: Transport, hand: Hand): Transport => ({
    send: async (request) => {
      const failure = fields.includes(hand.name) ? failing.get(request.method) : undefined;
      if (failure !== undefined) throw failure;
      if (request.method === 'PUT') {
        writes[hand.name] = (writes[hand.name] ?? 0) + 1;
        await beforeWrite?.(hand);
      }
      return inner.send(request);
    },
  });
  for (const hand of hands.filter(({ name }) => fields.includes(name))) {
    await hand.edit({ id: 'field', text: '' }, own);
  }
  const sam = new NotesBrowser({ name: 'Sam', hands, wrap });
  await sam.open();
  return { hands, sam, writes, failing, field: (name: string) => fieldOf(hands, name) };
}

/** A note of this browser is on all platforms; with what puts back the text that stood in this field before. */
async function withNote(sam: NotesBrowser, hand: Hand) {
  const id = await sam.save('VIP');
  await sam.outbox.wake();
  const about = { noteId: id, contact: refOf(hand) };
  return { id, putBack: () => sam.handlers['notes.putBack'](about, { kind: 'panel' }) };
}

async function fieldOf(hands: readonly Hand[], name: string): Promise<string> {
  const seen = await hands.find((hand) => hand.name === name)?.see();
  return seen?.[0]?.text ?? '';
}

describe.each(fields)('%s: a field that changes what is written', (name) => {
  async function openWithNote(form: KeptText = 'as-is') {
    const opened = await open(form);
    const hand = handOf(opened.hands, name);
    return { ...opened, hand, ...(await withNote(opened.sam, hand)) };
  }

  /** A browser, and what is done whenever it has been answered about the field. */
  async function openBrowser(
    who: string,
    hands: readonly Hand[],
    afterAnswer: (method: string) => Promise<void>,
  ) {
    const wrap = (inner: Transport, hand: Hand): Transport => ({
      send: async (request) => {
        const answer = await inner.send(request);
        if (hand.name === name) await afterAnswer(request.method);
        return answer;
      },
    });
    const browser = new NotesBrowser({ name: who, hands, wrap });
    await browser.open();
    return browser;
  }

  test.each(keptTextValues)('%s: is put back once, told and left alone', async (form) => {
    const { hands, sam, writes, field } = await open(form);
    const id = await sam.save('VIP & "friend"\n\n- one\n- two -- three');
    for (let round = 0; round < 8; round += 1) {
      await sam.outbox.wake();
      await sam.refresh();
      sam.clock += 2 * 60 * 60_000;
    }
    const state = (await sam.states(id))[name];
    expect(writes[name]).toBeLessThanOrEqual(2);
    if (['as-is', 'crlf', 'trimmed'].includes(form)) {
      expect(state).toBe('delivered');
      expect(readField(await field(name)).outside.replaceAll('\r', '')).toBe(own);
      return;
    }
    expect(state).toBe('blocked: changes-text');
    expect(sam.stuck).toBe(1);
    const [hand] = hands.filter((each) => each.name === name);
    expect(hand?.connection.facts.notesChangeText).toBe('yes');
    const left = await field(name);
    expect(left).not.toContain('VIP');
    expect(left).not.toContain('&amp;amp;');
    expect(left.length).toBeLessThanOrEqual(own.length + 40);
    // Another note is not even tried.
    await sam.save('another');
    await sam.outbox.wake();
    expect(writes[name]).toBeLessThanOrEqual(2);
  });

  test('what agents write between our reading and our writing is kept', async () => {
    let isTyped = false;
    const { hands, sam, field } = await open('as-is');
    const hand = handOf(hands, name);
    const slow = await openBrowser('Kim', hands, async () => {
      // Right after the first reading, long before the write.
      if (isTyped) return;
      isTyped = true;
      await hand.edit({ id: 'field', text: '' }, `${own}\nand paid today`);
    });
    const id = await slow.save('VIP');
    await slow.outbox.wake();
    expect(readField(await field(name)).outside).toBe(`${own}\nand paid today`);
    expect((await slow.states(id))[name]).toBe('delivered');
    await sam.refresh();
    expect((await sam.states(id))[name]).toBe('delivered');
  });

  test('what stood there before is in the note’s history, and can be put back', async () => {
    const { sam, field, hand, id, putBack } = await openWithNote();
    const kept = (await sam.database.notes.get(id))?.fieldTexts ?? [];
    expect(kept.filter(({ contact }) => contact === refOf(hand))).toMatchObject([{ text: own }]);
    await hand.edit({ id: 'field', text: '' }, (await field(name)).replace(own, 'gone'));
    await putBack();
    expect(readField(await field(name)).outside).toBe(`${own}\n\ngone`);
    expect(readField(await field(name)).copies).toMatchObject([{ id, edited: false }]);
  });

  test('what stood there stays in the history however often another field gets other texts', async () => {
    const { hands, sam, field, hand, id } = await openWithNote();
    const other = handOf(hands, fields.find((each) => each !== name) ?? '');
    await hand.edit({ id: 'field', text: '' }, (await field(name)).replace(own, ''));
    for (let time = 1; time <= 6; time += 1) {
      await other.edit({ id: 'field', text: '' }, `${time}\n${await field(other.name)}`);
      await sam.save(`VIP ${time}`, { id });
      await sam.outbox.wake();
    }
    const kept = (await sam.database.notes.get(id))?.fieldTexts ?? [];
    const textsOf = (each: Hand) =>
      kept.filter(({ contact }) => contact === refOf(each)).map(({ text }) => text);
    expect(textsOf(hand)).toEqual([own]);
    expect(textsOf(other)).toHaveLength(5);
    expect(textsOf(other)[0]).toMatch(/^6\n5\n/);
  });

  test('what stood there is put back once only, and only where it has room', async () => {
    const { writes, field, hand, putBack } = await openWithNote('crlf');
    const [before, written] = [await field(name), writes[name]];
    expect(await putBack()).toMatchObject({ kind: 'ok' });
    await hand.edit({ id: 'field', text: '' }, before.replace(/when/, 'How much, and when'));
    await putBack();
    expect(await putBack()).toMatchObject({ kind: 'ok' });
    expect(writes[name]).toBe((written ?? 0) + 1);
    const full = 'x'.repeat(10_000 - 40);
    await hand.edit({ id: 'field', text: '' }, full);
    expect(await putBack()).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('no room left'),
    });
    expect(writes[name]).toBe((written ?? 0) + 1);
    expect(await field(name)).toBe(full);
  });

  test('what stood there could not be put back: it says what stopped it', async () => {
    const { failing, hand, putBack } = await openWithNote();
    await hand.edit({ id: 'field', text: '' }, 'gone');
    failing.set('GET', new TransportError('offline'));
    expect(await putBack()).toMatchObject({ message: expect.stringContaining('no connection to') });
    failing.clear();
    failing.set('PUT', new TransportError('forbidden'));
    expect(await putBack()).toMatchObject({
      message: expect.stringContaining('is not allowed to'),
    });
    failing.clear();
    expect(await putBack()).toMatchObject({ kind: 'ok' });
  });

  test('what stood there was not kept when it was put back: it says so', async () => {
    let isDropped = false;
    const { hands } = openDesk();
    const hand = handOf(hands, name);
    await hand.edit({ id: 'field', text: '' }, own);
    const sam = await openBrowser('Sam', hands, async (method) => {
      if (method === 'PUT' && isDropped) await hand.edit({ id: 'field', text: '' }, 'gone');
    });
    const { putBack } = await withNote(sam, hand);
    await hand.edit({ id: 'field', text: '' }, 'gone');
    isDropped = true;
    expect(await putBack()).toMatchObject({ message: expect.stringContaining('did not keep') });
    isDropped = false;
    expect(await putBack()).toMatchObject({ kind: 'ok' });
  });

  test('what stood there is not put back where the contact is somebody else by now', async () => {
    const { sam, field, hand, id, putBack } = await openWithNote();
    await sam.database.notes.update(id, { parted: [refOf(hand)] });
    await hand.edit({ id: 'field', text: '' }, 'theirs');
    await putBack();
    expect(await field(name)).toBe('theirs');
  });

  test('that somebody else writes again and again is given up after so many tries', async () => {
    let writes = 0;
    const { hands } = openDesk();
    const hand = handOf(hands, name);
    const sam = await openBrowser('Sam', hands, async (method) => {
      if (method !== 'PUT') return;
      writes += 1;
      await hand.edit({ id: 'field', text: '' }, `${own} ${writes}`);
    });
    const id = await sam.save('never there');
    for (let round = 0; round < 20; round += 1) {
      await sam.outbox.wake();
      sam.clock += 2 * 60 * 60_000;
    }
    expect((await sam.states(id))[name]).toBe('failed: moved');
    expect(sam.stuck).toBe(1);
    expect(writes).toBeLessThanOrEqual(18);
    expect(await fieldOf(hands, name)).toBe(`${own} ${writes}`);
  });

  test('a line that was removed leaves its text to the agents, and the notes beside it alone', async () => {
    const { hands, sam, field } = await open('as-is');
    const hand = handOf(hands, name);
    const ids = [await sam.save('first'), await sam.save('second'), await sam.save('third')];
    await sam.outbox.wake();
    const [, gone = ''] = ids;
    const line = new RegExp(`\\n— [^\\n]*note ${gone}\\.[^\\n]*`);
    await hand.edit({ id: 'field', text: '' }, (await field(name)).replace(line, ''));
    await sam.refresh();
    const states = await Promise.all(ids.map(async (id) => (await sam.states(id))[name]));
    expect(states).toEqual(['delivered', 'removed-there', 'delivered']);
    const notes = await sam.database.notes.toArray();
    expect(notes.map(({ text }) => text).sort()).toEqual(['first', 'second', 'third']);
    await sam.save('fourth');
    await sam.outbox.wake();
    expect(readField(await field(name)).outside).toBe(`${own}\n\nsecond`);
    for (const { id } of await sam.database.notes.toArray()) await sam.command('notes.delete', id);
    expect(await field(name)).toBe(`${own}\n\nsecond`);
  });
});
