// @vitest-environment happy-dom
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { KeptPlace } from '../../../lib/walk/kept-place';
import { lookAt } from '../../../lib/walk/list-geometry';
import { WalkedRows } from '../../../lib/walk/walked-rows';
import { FakeList, type ListBehaviour } from './fake-list';

function listOf(more: Partial<ListBehaviour> = {}): FakeList {
  const messages = Array.from({ length: 60 }, (_, index) => ({ text: `${index}`, height: 50 }));
  return new FakeList({
    ...{ messages, window: 400, batch: 20, drawsAll: true, redraws: false, latency: 0 },
    ...({ onLoad: 'keeps-place', loads: 'by-wheel', hasMark: false } as const),
    ...more,
  });
}

function keep(list: FakeList) {
  const walked = new WalkedRows();
  const shown = list.list();
  walked.add(lookAt(shown, false));
  return { walked, place: new KeptPlace(shown, walked, false) };
}

const fromEnd = ({ area, behaviour: { isUpward } }: FakeList) =>
  isUpward === true ? -area.scrollTop : area.scrollHeight - area.clientHeight - area.scrollTop;
const scroll = (list: FakeList, top: number) => list.area.scrollTo({ top });

afterEach(() => document.body.replaceChildren());

describe('the place where the person was', () => {
  test('is found again to the pixel, however much came in above', () => {
    const list = listOf();
    scroll(list, 313);
    const before = fromEnd(list);
    const { place } = keep(list);
    scroll(list, 0);
    list.load();
    list.load();
    place.approach(list.area);
    place.settle(list.area);
    expect(fromEnd(list)).toBe(before);
    expect(place.settle(list.area)).toBe(false);
  });

  test('at the newest end stays there when more was said', () => {
    const list = listOf();
    const { place } = keep(list);
    scroll(list, 0);
    list.receive({ text: 'news', height: 70 });
    place.approach(list.area);
    expect(fromEnd(list)).toBe(0);
  });

  test('elsewhere stays at what was in sight when more was said', () => {
    const list = listOf();
    scroll(list, 313);
    const { place } = keep(list);
    scroll(list, 0);
    list.receive({ text: 'news', height: 70 });
    place.approach(list.area);
    expect(place.settle(list.area)).toBe(true);
    expect(list.area.scrollTop).toBe(313);
  });

  test('is left alone where what was in sight is no longer there', () => {
    const list = listOf({ redraws: true });
    scroll(list, 313);
    const { place } = keep(list);
    scroll(list, 100);
    list.list();
    expect(place.settle(list.area)).toBe(false);
    expect(list.area.scrollTop).toBe(100);
  });

  test('of a list without a message is how far it is from its end', () => {
    const list = listOf({ messages: [] });
    const { place } = keep(list);
    expect(place.settle(list.area)).toBe(false);
  });
});

test('law: whatever comes in above, the place is the same to the pixel', () => {
  const heights = fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 12, maxLength: 60 });
  fc.assert(
    fc.property(heights, fc.nat(), fc.boolean(), (tall, where, isUpward) => {
      const messages = tall.map((height, index) => ({ text: `${index}`, height }));
      const list = listOf({ messages, batch: 8, isUpward });
      const room = list.area.scrollHeight - list.area.clientHeight;
      const down = where % (room + 1);
      scroll(list, isUpward ? down - room : down);
      const before = fromEnd(list);
      const { place } = keep(list);
      for (let loads = 0; loads < 8; loads += 1) list.load();
      scroll(list, isUpward ? -list.area.scrollHeight : 0);
      place.approach(list.area);
      place.settle(list.area);
      expect(fromEnd(list)).toBe(before);
    }),
  );
});
