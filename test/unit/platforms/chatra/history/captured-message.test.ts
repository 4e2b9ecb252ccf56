import { expect, test } from 'vitest';
import type { CapturedItem } from '../../../../../lib/model/page';
import { updated } from '../../../../../lib/platforms/chatra/history/captured-message';
import { message } from '../../../timeline/samples';

const item: Omit<CapturedItem, 'text'> = { kind: 'message', direction: 'in', attachments: [] };

test('an address that is now taken down behind a link makes no edited message', () => {
  const known = message({ text: 'see this.' });
  const text = 'see this (https://x.test/AB).';
  expect(updated(known, { ...item, text }, 0)).toEqual({ ...known, text });
  expect(updated(known, { ...item, text: 'see that.' }, 0).edited).toBe(true);
});
