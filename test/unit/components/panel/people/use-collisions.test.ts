// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useCollisions } from '../../../../../components/panel/people/use-collisions';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';
import { conversation } from '../../../timeline/samples';
import { contact } from '../snapshots';
import { forget, twoRecords } from './person';

afterEach(async () => {
  cleanup();
  await forget();
});

it('does not tell for a moment of the person before under the name of the next', async () => {
  const now = Date.now();
  await database.conversations.put(
    conversation({ connectionId: 'ku', contactId: '9', lastActivityAt: now }),
  );
  const before = { frame: twoRecords(), anchor: ref('cw/1') };
  const next = { frame: twoRecords({ contacts: [contact({ id: '2' })] }), anchor: ref('cw/2') };
  const told: number[] = [];
  const { result, rerender } = renderHook(
    ({ frame, anchor }) => {
      const collisions = useCollisions(frame, anchor, now);
      if (anchor === 'cw/2') told.push(collisions.length);
      return collisions;
    },
    { initialProps: before },
  );
  await waitFor(() => expect(result.current).toHaveLength(1));
  rerender(next);
  expect(told).not.toHaveLength(0);
  expect(new Set(told)).toEqual(new Set([0]));
});
