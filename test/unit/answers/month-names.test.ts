import { expect, test } from 'vitest';
import { monthNames } from '../../../lib/answers/month-names';

test('months of many languages, and no short form that is another word', () => {
  const names = monthNames();
  expect(names).toEqual(
    expect.arrayContaining(['march', 'marz', 'mars', 'marzo', 'marca', 'марта', 'dec', 'octubre']),
  );
  for (const word of ['out', 'set', 'ago', 'sub', 'pro']) expect(names).not.toContain(word);
});
