import { expect, it } from 'vitest';
import type { BulkItemRow } from '../../../lib/model/bulk-run';
import { bulkItemDetail } from '../../../lib/replies/bulk-words';
import { contentOf } from '../../../lib/replies/same-reply';
import { reply } from './samples';

const item: BulkItemRow = {
  ...{ run: 'r', position: 0, source: 'desk-1', name: 'Refunds' },
  ...{ act: 'add', state: 'open', lost: [], content: contentOf(reply({ body: 'The text' })) },
};

it('says of a response what becomes of it, before its text', () => {
  expect(bulkItemDetail(item)).toBe('The text');
  expect(bulkItemDetail({ ...item, lost: ['title'], code: 'refund-policy' })).toBe(
    'Its shortcut becomes “refund-policy”. Not kept: title. The text',
  );
  expect(bulkItemDetail({ ...item, code: 'x', why: 'Taken.' })).toBe('Taken.');
});
