// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PersonDetails } from '../../../../../components/panel/people/PersonDetails';
import { database } from '../../../../../lib/storage/database';
import { conversation } from '../../../timeline/samples';
import { forget, inKustomer, onScreen, show, twoRecords } from './person';

afterEach(async () => {
  cleanup();
  await forget();
});

it('shows what the platforms keep, and where they differ', async () => {
  await database.conversations.bulkPut([
    conversation({ id: '1', contactId: '1', status: 'resolved', satisfaction: '4 of 5' }),
    conversation({ id: '2', contactId: '1', status: 'resolved' }),
    conversation({ id: '3', connectionId: 'ku', contactId: '9' }),
  ]);
  const contacts = [
    {
      ...onScreen,
      tags: ['vip'],
      language: 'sv',
      attributes: [{ label: 'Plan', value: 'Team' }],
      lastSeenAt: Date.now(),
    },
    { ...inKustomer, tags: ['VIP', 'late'], attributes: [{ label: 'plan', value: 'Solo' }] },
  ];
  const { container } = show(twoRecords(), <PersonDetails contacts={contacts} />);
  await waitFor(() => expect(container.textContent).toContain('1 open · 2 resolved'));
  const text = container.textContent;
  expect(text).toContain('full name in Chatwoot, initials in Kustomer');
  expect(text).toContain('Team in Chatwoot');
  expect(text).toContain('Solo in Kustomer');
  expect(text).toContain('Swedish');
  expect(text).toContain('4 of 5');
  expect(text).toContain('just now');
  expect(screen.getAllByText(/^vip$|^late$/).map((tag) => tag.textContent)).toEqual([
    'vip',
    'late',
  ]);
});

it('says so when no conversation is held', async () => {
  const { container } = show(twoRecords(), <PersonDetails contacts={[onScreen]} />);
  await waitFor(() => expect(container.textContent).toContain('Conversations heldNone'));
});
