// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WalkToFirst } from '../../../lib/walk/walk-to-first';
import { WalkedRows } from '../../../lib/walk/walked-rows';
import { FakeList, type ListBehaviour } from './fake-list';

const plain = { drawsAll: true, redraws: false, latency: 1, hasMark: false } as const;

const behaviour = (change: Partial<ListBehaviour> & Pick<ListBehaviour, 'messages'>) => ({
  ...({ window: 400, batch: 10, onLoad: 'keeps-place', loads: 'by-scroll', ...plain } as const),
  ...change,
});

const told = (count: number, height = 50) =>
  Array.from({ length: count }, (_, index) => ({ text: `${index}`, height }));

/** Walks through a list with a clock of its own: each look takes a sixtieth of a second. */
async function walk(list: FakeList, change: { isSame?: () => boolean; known?: boolean } = {}) {
  const walked = new WalkedRows();
  const controller = new AbortController();
  let now = 0;
  const walking = new WalkToFirst(walked, {
    list: async () => list.list(),
    isSame: change.isSame ?? (() => true),
    drawn: async () => {
      now += 33;
    },
    now: () => now,
    progress: async () => undefined,
    loadsByItself: change.known ?? false,
    turned: false,
    signal: controller.signal,
  });
  const end = await walking.run();
  return { end, texts: walked.items().map(({ text }) => text), items: walked.items(), now };
}

describe('a walk to the first message', () => {
  test('reads a conversation that comes bit by bit, and says why it is whole', async () => {
    const messages = told(95);
    const { end, texts } = await walk(new FakeList(behaviour({ messages })));
    expect(end).toBe('nothing-older');
    expect(texts).toEqual(messages.map(({ text }) => text));
  });
  test('ends soon at the page’s own mark of the first', async () => {
    const messages = told(95);
    const marked = await walk(new FakeList(behaviour({ messages, hasMark: true })));
    const other = await walk(new FakeList(behaviour({ messages })));
    expect(marked.end).toBe('start-mark');
    expect(marked.now).toBeLessThan(other.now - 3_000);
  });
  test('a list that does not fill its window is whole', async () => {
    const { end } = await walk(new FakeList(behaviour({ messages: told(4) })));
    expect(end).toBe('all-in-sight');
  });
  test('a page that loads only by the wheel proves nothing', async () => {
    const list = new FakeList(behaviour({ messages: told(40), loads: 'by-wheel' }));
    const { end, texts } = await walk(list);
    expect(end).toBe('unproven');
    expect(texts).toHaveLength(10);
  });
  test('a picture that makes the list higher is no older message', async () => {
    const list = new FakeList(behaviour({ messages: told(40), loads: 'by-wheel' }));
    let scrolls = 0;
    list.onScroll = () => {
      scrolls += 1;
      if (scrolls === 1) list.loadPicture(0);
    };
    const { end, texts } = await walk(list);
    expect(end).toBe('unproven');
    expect(texts).toHaveLength(10);
  });
  test('a page that is known to load by itself proves it also of a short conversation', async () => {
    const list = new FakeList(behaviour({ messages: told(10) }));
    expect((await walk(list, { known: true })).end).toBe('nothing-older');
  });
  test('older messages that come late are waited for', async () => {
    const list = new FakeList(behaviour({ messages: told(60), latency: 100 }));
    expect((await walk(list)).texts).toHaveLength(60);
  });
  test('an endless conversation ends somewhere, and says so', async () => {
    const list = new FakeList(behaviour({ messages: told(30_000), batch: 10_000, latency: 0 }));
    expect((await walk(list)).end).toBe('too-long');
  });
  test('another conversation ends it', async () => {
    let looks = 0;
    const isSame = () => {
      looks += 1;
      return looks < 5;
    };
    const list = new FakeList(behaviour({ messages: told(95) }));
    expect((await walk(list, { isSame })).end).toBe('other-conversation');
  });
});

const looks = fc.record({
  messages: fc.array(
    fc.record({
      text: fc.constantFrom('ok', 'ok', 'yes', '👍', 'Thank you!'),
      height: fc.integer({ min: 20, max: 140 }),
    }),
    { minLength: 3, maxLength: 60 },
  ),
  window: fc.integer({ min: 250, max: 500 }),
  batch: fc.integer({ min: 1, max: 25 }),
  drawsAll: fc.boolean(),
  redraws: fc.boolean(),
  latency: fc.integer({ min: 0, max: 30 }),
  onLoad: fc.constantFrom('keeps-place', 'jumps-to-oldest', 'jumps-to-newest'),
  isUpward: fc.boolean(),
});

/** What happens to the list meanwhile, at which scroll. */
const events = fc.array(
  fc.record({
    at: fc.integer({ min: 1, max: 40 }),
    kind: fc.constantFrom('picture', 'message'),
    where: fc.nat(),
  }),
  { maxLength: 3 },
);

test('law: of any list every message is read once and in order, however often the same was said', async () => {
  await fc.assert(
    fc.asyncProperty(looks, async (look) => {
      const { texts, items, end } = await walk(new FakeList(behaviour(look)));
      expect(items.some(({ afterGap }) => afterGap)).toBe(false);
      expect(texts).toEqual(look.messages.map(({ text }) => text));
      expect(['nothing-older', 'all-in-sight', 'unproven']).toContain(end);
    }),
    { numRuns: 100 },
  );
});

test('law: whatever happens to the list meanwhile, nothing is read twice, left out or out of order', async () => {
  await fc.assert(
    fc.asyncProperty(
      looks,
      events,
      fc.integer({ min: 30, max: 90 }),
      async (look, happening, guess) => {
        const messages = look.messages.map((each, index) => ({
          ...each,
          text: `${each.text} ${index}`,
        }));
        const list = new FakeList(behaviour({ ...look, messages, guess }));
        let scrolls = 0;
        list.onScroll = () => {
          scrolls += 1;
          for (const { at, kind, where } of happening) {
            if (at !== scrolls) continue;
            if (kind === 'message') list.receive({ text: `news ${scrolls} ${where}`, height: 40 });
            else list.loadPicture(where);
          }
        };
        const { texts } = await walk(list);
        // What could not be joined was not taken; what was taken is a stretch of the conversation.
        const all = messages.map(({ text }) => text);
        const from = all.indexOf(texts[0] ?? '');
        expect(texts).toEqual(all.slice(from, from + texts.length));
      },
    ),
    { numRuns: 100 },
  );
});
