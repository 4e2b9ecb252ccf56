import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHANGE_HELD_MS,
  LEFTOVER_HELD_MS,
  type PaneAddress,
  PaneBinding,
  type PaneSigns,
} from '../../../lib/page/pane-binding';

const at = (conversationId: string): PaneAddress => ({ conversationId });
const pane = (person: string, ...content: string[]): PaneSigns => ({
  person: person === '' ? [] : [person],
  content,
  isExact: true,
});
const nora = pane('Nora', 'Hi, it is Nora', 'Where is it?');
const omar = pane('Omar', 'Omar here', 'I have a question');

/** A clock and what the binding says at each look. */
function binding() {
  const panes = new PaneBinding();
  const clock = { now: 0 };
  return {
    clock,
    see: (address: PaneAddress, signs: PaneSigns, after = 10) => {
      clock.now += after;
      return panes.see(address, signs, clock.now).kind;
    },
    again: (address: PaneAddress, signs: PaneSigns) => panes.see(address, signs, clock.now).again,
  };
}

describe('address and pane', () => {
  test('a page that was loaded is taken at its word, also while it fills', () => {
    const { see } = binding();
    expect(see(at('nora'), pane(''))).toBe('settled');
    expect(see(at('nora'), pane('Nora'))).toBe('settled');
    expect(see(at('nora'), nora)).toBe('settled');
  });

  test('both at once agree at once', () => {
    const { see } = binding();
    see(at('nora'), nora);
    expect(see(at('omar'), omar)).toBe('settled');
    expect(see(at('nora'), nora)).toBe('settled');
  });

  test('the address first: what stood there is nobody’s until it is gone', () => {
    const { see } = binding();
    see(at('nora'), nora);
    expect(see(at('omar'), nora)).toBe('unsettled');
    expect(see(at('omar'), pane('Omar', ...nora.content), 500)).toBe('unsettled');
    expect(see(at('omar'), pane('Nora', ...omar.content), 500)).toBe('unsettled');
    expect(see(at('omar'), omar, 500)).toBe('settled');
  });

  test('the content first: it is not the address’s, however long that takes', () => {
    const { see } = binding();
    see(at('nora'), nora);
    expect(see(at('nora'), omar)).toBe('conflict');
    expect(see(at('nora'), omar, 60_000)).toBe('conflict');
    expect(see(at('omar'), omar)).toBe('settled');
  });

  test('older messages above those that are looked at are no other conversation', () => {
    const { see } = binding();
    const texts = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `message ${from + index}`);
    const ends = (all: string[]) => [...all.slice(0, 30), ...all.slice(-30)];
    for (const name of ['Nora', '']) {
      see(at('nora'), pane(name, ...ends(texts(30, 90))));
      expect(see(at('nora'), pane(name, ...ends(texts(0, 90))))).toBe('settled');
    }
  });

  test('ids of messages say nothing about the lines that stood for them before', () => {
    const { see } = binding();
    see(at('nora'), { person: [], content: ['NS', 'All', 'Resolve'], isExact: false });
    expect(see(at('nora'), pane('', 'message-1', 'message-2', 'message-3'))).toBe('settled');
  });

  test('content that went away again was nothing', () => {
    const { see } = binding();
    see(at('nora'), nora);
    expect(see(at('nora'), omar)).toBe('conflict');
    expect(see(at('nora'), nora)).toBe('settled');
  });

  test('one after the other: whose is whose, only time tells', () => {
    const { see } = binding();
    const pia = pane('Pia', 'Pia writing');
    see(at('nora'), nora);
    expect(see(at('nora'), omar)).toBe('conflict');
    expect(see(at('nora'), pia)).toBe('conflict');
    expect(see(at('omar'), pia)).toBe('unsettled');
    expect(see(at('pia'), pia, 300)).toBe('unsettled');
    expect(see(at('pia'), pia, CHANGE_HELD_MS)).toBe('settled');
  });

  test('an address that was left before its pane came does not vouch for what comes later', () => {
    const { see } = binding();
    see(at('nora'), nora);
    see(at('omar'), nora);
    see(at('pia'), nora);
    expect(see(at('pia'), omar)).toBe('unsettled');
    expect(see(at('pia'), pane('Pia', 'Pia writing'), 300)).toBe('unsettled');
  });

  test('two of the same name are told apart by what was said, a moment later', () => {
    const { see } = binding();
    see(at('nora'), nora);
    expect(see(at('other'), pane('Nora', 'somebody else'))).toBe('unsettled');
    expect(see(at('other'), pane('Nora', 'somebody else'), CHANGE_HELD_MS)).toBe('settled');
  });

  test('a visitor who gives a name, older messages and new ones change nothing', () => {
    const { see } = binding();
    see(at('nora'), pane('Visitor #12', 'Hi', 'there'));
    expect(see(at('nora'), pane('Nora', 'Hi', 'there'))).toBe('unsettled');
    expect(see(at('nora'), pane('Nora', 'Hi', 'there'), CHANGE_HELD_MS)).toBe('settled');
    expect(see(at('nora'), pane('Nora', 'older', 'Hi', 'there', 'newer'))).toBe('settled');
  });

  test('an app that shows the same at two addresses is believed in the end', () => {
    const { see } = binding();
    see(at('nora'), nora);
    expect(see(at('again'), nora)).toBe('unsettled');
    expect(see(at('again'), nora, LEFTOVER_HELD_MS)).toBe('settled');
  });

  test('the same person at another address of the same platform is the same place', () => {
    const { see } = binding();
    see({ conversationId: 'c1' }, nora);
    expect(see({ contactId: 'n', conversationId: 'c1' }, nora)).toBe('settled');
    expect(see({ contactId: 'n', conversationId: 'c2' }, nora)).toBe('settled');
    expect(see({ contactId: 'o', conversationId: 'c3' }, nora)).toBe('unsettled');
  });

  test('another conversation of the same nameless visitor is theirs, a moment later', () => {
    const { see } = binding();
    const chat = (conversationId: string) => ({ contactId: 'visitor', conversationId });
    const [first, second] = [pane('', 'Hello', 'Is it open?'), pane('', 'Hi again', 'My parcel')];
    expect(see(chat('1'), first)).toBe('settled');
    expect(see(chat('2'), first)).toBe('settled');
    expect(see(chat('2'), second, 500)).toBe('unsettled');
    expect(see(chat('2'), second, CHANGE_HELD_MS)).toBe('settled');
    // Without another address it may be anybody's.
    expect(see(chat('2'), first, LEFTOVER_HELD_MS)).toBe('conflict');
    expect(see(chat('2'), first, CHANGE_HELD_MS)).toBe('conflict');
  });

  test('tells when it is worth looking again', () => {
    const { see, again } = binding();
    see(at('nora'), nora);
    see(at('omar'), nora);
    expect(again(at('omar'), nora)).toBe(LEFTOVER_HELD_MS);
    see(at('omar'), pane('Omar', ...nora.content));
    see(at('omar'), omar);
    expect(again(at('omar'), omar)).toBeUndefined();
  });
});

describe('pages of unknown markup, where labels stand in every pane', () => {
  const labels = ['Timeline', 'Open', 'Assigned to', 'Priya', 'Today'];
  const lines = (person: string, ...said: string[]): PaneSigns => ({
    person: person === '' ? [] : [person],
    content: [...labels, ...said],
    isExact: false,
  });
  const one = lines('ana@x.test', 'Ana', 'first of Ana', 'second of Ana');
  const two = lines('omar@x.test', 'Omar', 'first of Omar', 'second of Omar');

  test('hold a change for a moment, either way', () => {
    const { see } = binding();
    see(at('ana'), one);
    expect(see(at('ana'), two)).toBe('unsettled');
    expect(see(at('omar'), two, 700)).toBe('unsettled');
    expect(see(at('omar'), two, CHANGE_HELD_MS)).toBe('settled');
  });

  test('do not hold a message that came, or a button that changed its word', () => {
    const { see } = binding();
    see(at('ana'), one);
    expect(see(at('ana'), { ...one, content: [...one.content, 'third'] })).toBe('settled');
    expect(see(at('ana'), { ...one, content: [...one.content.slice(1), 'Closed'] })).toBe(
      'settled',
    );
  });
});

test('law: no pane is ever settled at the address of another, while one follows the other', () => {
  const known = ['a', 'b', 'c', 'd'];
  const paneOf = (id: string) => pane(`person ${id}`, `${id} one`, `${id} two`, `${id} three`);
  const step = fc.record({
    id: fc.constantFrom(...known),
    isContentFirst: fc.boolean(),
    lag: fc.integer({ min: 0, max: 1_500 }),
    rest: fc.integer({ min: 2_500, max: 9_000 }),
    looks: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const { see } = binding();
      let [address, content] = ['a', 'a'];
      const look = (after: number) => {
        const kind = see(at(address), paneOf(content), after);
        if (address === content) return;
        expect(kind).not.toBe('settled');
      };
      look(0);
      for (const { id, isContentFirst, lag, rest, looks } of steps) {
        if (isContentFirst) content = id;
        else address = id;
        for (let index = 0; index < looks; index += 1) look(lag / looks);
        [address, content] = [id, id];
        look(1);
        expect(see(at(address), paneOf(content), rest)).toBe('settled');
      }
    }),
  );
});
