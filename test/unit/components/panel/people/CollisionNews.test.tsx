// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { CollisionNews } from '../../../../../components/panel/people/CollisionNews';
import { conversation } from '../../../timeline/samples';
import { show, twoRecords } from './person';

afterEach(cleanup);

const open = { activeAt: 5, waitingSince: undefined, isOwn: false };

test.each([
  ['nothing', undefined, undefined, ''],
  [
    'a waiting customer',
    { ...open, waitingSince: 5 },
    undefined,
    'Also open in Kustomer. Waiting for a reply.',
  ],
  [
    'one’s own, and others',
    { ...open, isOwn: true },
    '2 more',
    'Also open in Kustomer. Assigned to you. 2 more',
  ],
])(
  '%s is told without a time, which would have it told again each minute',
  (_, given, more, words) => {
    const first = given && { ...given, conversation: conversation({ connectionId: 'ku' }) };
    show(twoRecords(), <CollisionNews first={first} more={more} />);
    expect(screen.getByRole('status').textContent).toBe(words);
  },
);
