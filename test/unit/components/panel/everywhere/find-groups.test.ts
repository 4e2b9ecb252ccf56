import { expect, test } from 'vitest';
import { groupFinds } from '../../../../../components/panel/everywhere/find-groups';
import type { Find } from '../../../../../components/panel/everywhere/held-search';
import type { Contact } from '../../../../../lib/model/contact';
import { ref } from '../../../refs';

function find(key: string, contact: Find['contact'], time: number): Find {
  return { key, kind: 'message', contact, time, parts: [] };
}

test('finds of one person come together, the person with the newest first', () => {
  const ana: Contact = {
    ...{ connectionId: 'a', id: '1', platform: 'a', name: 'Ana', fetchedAt: 1 },
    ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] },
  };
  const groups = groupFinds(
    [
      find('x', { connectionId: 'a', id: '1' }, 9),
      find('y', { connectionId: 'c', id: '7' }, 8),
      find('z', { connectionId: 'b', id: '2' }, 7),
      find('r', undefined, 6),
    ],
    new Map([[ref('a/1'), ana]]),
    new Map([[ref('b/2'), ref('a/1')]]),
  );
  expect(groups.map(({ title, finds }) => [title, finds.map(({ key }) => key)])).toEqual([
    ['Ana', ['x', 'z']],
    ['Person whose record is no longer stored', ['y']],
    ['Canned responses', ['r']],
  ]);
});
