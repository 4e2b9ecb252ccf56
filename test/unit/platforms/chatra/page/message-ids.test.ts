// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { CapturedItem } from '../../../../../lib/model/page';
import { readPageId, withUniqueIds } from '../../../../../lib/platforms/chatra/page/message-ids';

const id = 'Wm7HqTz4RkPnB2yXc';

test('an id is read wherever an attribute ends in something of its form', () => {
  const element = document.createElement('div');
  expect(readPageId(element)).toBeUndefined();
  element.id = 'message-1';
  expect(readPageId(element)).toBeUndefined();
  element.id = `message-${id}`;
  expect(readPageId(element)).toBe(id);
  element.dataset.id = id.replace('W', 'Y');
  expect(readPageId(element)).toBe(id.replace('W', 'Y'));
});

test('what stands on two messages is the id of neither', () => {
  const item = (pageId: string): CapturedItem => ({
    ...{ pageId, kind: 'message', direction: 'in', text: '' },
    attachments: [],
  });
  const items = withUniqueIds([item('a'), item('b'), item('a')]);
  expect(items.map(({ pageId }) => pageId)).toEqual([undefined, 'b', undefined]);
});
