import { expect, test, vi } from 'vitest';
import { monthNames } from '../../../lib/answers/month-names';
import { runSteps } from '../../../lib/async/run-steps';

test('months of many languages, and no short form that is another word', () => {
  const names = runSteps(monthNames());
  expect(names).toEqual(
    expect.arrayContaining([
      'march',
      'marz',
      'mars',
      'marzo',
      'marca',
      'марта',
      'dec',
      'dic',
      'abr',
      'octubre',
    ]),
  );
  for (const word of ['out', 'set', 'ago', 'sub', 'pro']) expect(names).not.toContain(word);
});

test('nothing is asked of the browser before it is wanted, and then not all at once', () => {
  const parts = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
  const steps = monthNames();
  expect(parts).not.toHaveBeenCalled();
  steps.next();
  expect(parts.mock.calls.length).toBeLessThanOrEqual(48);
  parts.mockRestore();
});
