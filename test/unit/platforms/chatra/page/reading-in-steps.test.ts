// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { captureSteps, longestCapture } from '../../../../../lib/platforms/chatra/page/capture';
import { OnceRead } from '../../../../../lib/platforms/chatra/page/once-read';
import { ReadingInSteps } from '../../../../../lib/platforms/chatra/page/reading-in-steps';
import { capturePage, message, meta, said } from './chatra-messages';

const row = (text: string) => message('', meta('Nora', '14:00') + said(text));
const rows = (count: number) => Array.from({ length: count }, (_none, index) => row(`${index}`));

/** Each call reads a single step: none has any time left. */
const noTime = -1;

function open(html: readonly string[]) {
  document.body.innerHTML = html.join('');
  return new ReadingInSteps((page) => captureSteps(page, longestCapture));
}

/** Reads on, calling `between` after each part, until all is read; how many parts that took. */
function readOn(reading: ReturnType<typeof open>, between?: (part: number) => void) {
  for (let part = 1; ; part += 1) {
    const page = reading.within(document, noTime);
    if (page !== undefined) return { texts: page.items.map(({ text }) => text), parts: part };
    between?.(part);
  }
}

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

describe('a page that is read in steps', () => {
  test('says the same as one that is read at once', () => {
    const { texts } = readOn(open(rows(30)));
    expect(texts).toEqual(capturePage().items.map(({ text }) => text));
    expect(texts).toHaveLength(30);
  });

  test('has no more than one message read in each, and none that is known', () => {
    let parsed = 0;
    const { of } = OnceRead.prototype;
    vi.spyOn(OnceRead.prototype, 'of').mockImplementation(function (
      this: OnceRead<unknown>,
      element,
      context,
      read,
    ) {
      return of.call(this, element, context, () => {
        parsed += 1;
        return read();
      });
    });
    const perStep: number[] = [];
    const count = () => perStep.push(parsed);
    const reading = open(rows(30));
    readOn(reading, count);
    expect(Math.max(...perStep.map((now, index) => now - (perStep[index - 1] ?? 0)))).toBe(1);
    const before = parsed;
    document.body.insertAdjacentHTML('beforeend', row('new'));
    expect(readOn(reading).texts.at(-1)).toBe('new');
    // What is told beside its words, and its words.
    expect(parsed - before).toBe(2);
  });

  test('that changes meanwhile is read anew, as it is then', () => {
    const { texts } = readOn(open(rows(10)), (part) => {
      if (part !== 5) return;
      const words = document.querySelector('.parsed-text');
      if (words !== null) words.textContent = 'edited';
    });
    expect(texts[0]).toBe('edited');
  });

  test('that never stands still is read all the same', () => {
    const { texts, parts } = readOn(open(rows(10)), (part) => {
      document.body.dataset.tick = `${part}`;
    });
    expect(texts).toHaveLength(10);
    expect(parts).toBeLessThan(20);
  });

  test('and was left for a while is read anew', () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    const begin = vi.fn(() => captureSteps(document, longestCapture));
    document.body.innerHTML = rows(3).join('');
    const reading = new ReadingInSteps(begin);
    reading.within(document, noTime);
    now.mockReturnValue(100);
    reading.within(document, noTime);
    expect(begin).toHaveBeenCalledTimes(1);
    now.mockReturnValue(1_000);
    reading.within(document, noTime);
    expect(begin).toHaveBeenCalledTimes(2);
  });

  test('and fails in the middle is read anew by the next call', () => {
    let isWhole = false;
    const reading = new ReadingInSteps(function* () {
      yield;
      if (!isWhole) throw new Error('not yet');
      return 'read';
    });
    expect(() => reading.within(document, Number.POSITIVE_INFINITY)).toThrow('not yet');
    isWhole = true;
    expect(reading.within(document, Number.POSITIVE_INFINITY)).toBe('read');
  });

  describe('and took', () => {
    /** A page whose reading takes so long (ms), and the readings of it that were begun. */
    function taking(ms: number) {
      let clock = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => clock);
      const begin = vi.fn(function* () {
        clock += ms;
        yield;
        return 'read';
      });
      const reading = new ReadingInSteps(begin);
      return { begin, next: () => reading.within(document, 10) };
    }

    test('a moment is there at once', () => {
      expect(taking(4).next()).toBe('read');
    });
    test('most of its time is handed over at the next call, which has all of its own', () => {
      const { next, begin } = taking(8);
      expect([next(), next()]).toEqual([undefined, 'read']);
      expect(begin).toHaveBeenCalledTimes(1);
    });
    test('most of its time is read anew where the page changed since', () => {
      const { next, begin } = taking(8);
      expect(next()).toBeUndefined();
      document.body.dataset.tick = 'on';
      expect([next(), next()]).toEqual([undefined, 'read']);
      expect(begin).toHaveBeenCalledTimes(2);
    });
  });
});
