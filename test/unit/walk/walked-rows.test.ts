import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CapturedItem } from '../../../lib/model/page';
import { type PlacedRow, WalkedRows } from '../../../lib/walk/walked-rows';

const row = (index: number): PlacedRow => {
  const text = `message ${index}`;
  const item: CapturedItem = { kind: 'message', direction: 'in', text, attachments: [] };
  return { element: {}, item, place: index * 50 };
};
const rows = Array.from({ length: 500 }, (_none, index) => row(index));
const look = (shown: readonly PlacedRow[]) => ({ rows: shown, height: 50_000 });
const texts = (walked: WalkedRows) => walked.items().map(({ text }) => text);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('rows that were seen before', () => {
  test('are not written down again for as long as they say the same', () => {
    const walked = new WalkedRows();
    walked.add(look(rows));
    const written = vi.spyOn(JSON, 'stringify');
    const [older, edited] = [row(-1), { ...row(7), element: rows[7]?.element ?? {} }];
    edited.item.edited = true;
    const shown = [older, ...rows.map((each, index) => (index === 7 ? edited : each))];
    expect(walked.add(look(shown))).toBe(true);
    expect(written).toHaveBeenCalledTimes(2);
    expect(texts(walked)).toEqual(shown.map(({ item }) => item.text));
    expect(walked.items()[8]).toMatchObject({ text: 'message 7', edited: true });
  });

  test('say what they said, also when another element of the page shows something else by now', () => {
    const walked = new WalkedRows();
    walked.add(look(rows));
    const said = (text: string) => {
      const item: CapturedItem = { kind: 'message', direction: 'in', text, attachments: [] };
      return rows.map((each, index) => (index === 3 ? { ...each, item } : each));
    };
    // A row that says something else is another one for as long as it has no id: it is taken as it is.
    walked.add(look(said('other')));
    walked.add(look(rows));
    expect(texts(walked)).toEqual(rows.map(({ item }) => item.text));
  });
});
