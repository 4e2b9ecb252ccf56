// @vitest-environment happy-dom
import { peopleCommands } from '../../../../../lib/messaging/people-commands';
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PersonDetails } from '../../../../../components/panel/people/PersonDetails';
import { send } from '../../../../../lib/messaging/send';
import { database } from '../../../../../lib/storage/database';
import { conversation } from '../../../timeline/samples';
import { forget, inKustomer, onScreen, show, twoRecords } from './person';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(),
}));

/** Nothing is to be completed. */
const answerTags = (tags: unknown) =>
  vi.mocked(send).mockImplementation(async (_table, type) => (type === 'people.tags' ? tags : []));

beforeEach(() => {
  vi.mocked(send).mockReset();
  answerTags([]);
});

afterEach(async () => {
  cleanup();
  await forget();
});

it('shows what the platforms keep, and where they differ', async () => {
  await database.conversations.bulkPut([
    conversation({
      id: '1',
      contactId: '1',
      status: 'resolved',
      satisfaction: '4/5',
      labels: ['billing'],
    }),
    conversation({ id: '2', contactId: '1', status: 'resolved' }),
    conversation({ id: '3', connectionId: 'ku', contactId: '9' }),
  ]);
  const contacts = [
    {
      ...onScreen,
      language: 'sv',
      attributes: [
        { label: 'Plan', value: 'Team' },
        { label: 'Vip', value: 'no', truth: false },
      ],
      lastSeenAt: Date.now(),
    },
    { ...inKustomer, attributes: [{ label: 'plan', value: 'Solo' }] },
  ];
  answerTags([
    { platform: 'chatwoot', tags: ['vip'] },
    { platform: 'kustomer', tags: ['VIP', 'late'] },
  ]);
  const { container } = show(twoRecords(), <PersonDetails contacts={contacts} />);
  await waitFor(() => expect(container.textContent).toContain('1 open · 2 resolved'));
  const text = container.textContent;
  expect(text).toContain('full name in Chatwoot · initials in Kustomer');
  expect(text).toContain('Team in Chatwoot');
  expect(text).toContain('Solo in Kustomer');
  expect(text).toContain('VipNo');
  expect(text).toContain('Swedish');
  expect(text).toContain('4/5');
  expect(text).toContain('just now');
  expect(text).toContain('billing');
  await screen.findByText('late');
  // Each may be too long for the card, and is told whole on hover.
  expect(screen.getByText('late').closest('li')?.title).toBe('late: Kustomer');
  expect(screen.getByText('billing').closest('li')?.title).toBe('billing');
  expect(screen.getAllByText(/^vip$|^late$/).map((tag) => tag.textContent)).toEqual([
    'vip',
    'late',
  ]);
});

it('says so when no conversation is held', async () => {
  const { container } = show(twoRecords(), <PersonDetails contacts={[onScreen]} />);
  await waitFor(() => expect(container.textContent).toContain('Conversations storedNone'));
});

it('asks for the tags of exactly these records, and says which cannot be read and why', async () => {
  const base = { dropped: 0, checkedAt: 0, state: 'unauthorised', reason: 'missing-right' };
  answerTags([{ platform: 'kustomer', tags: [], problem: { ...base, right: 'tag.read' } }]);
  show(twoRecords(), <PersonDetails contacts={[onScreen, inKustomer]} />);
  await screen.findByText(
    'Tags in Kustomer could not be read. The account connected to Kustomer lacks the permission “tag.read”.',
  );
  const contacts = [
    { connectionId: 'cw', id: '1' },
    { connectionId: 'ku', id: '9' },
  ];
  expect(send).toHaveBeenCalledWith(peopleCommands, 'people.tags', { contacts });
});

it('says once what two records of one helpdesk lack', async () => {
  const base = { dropped: 0, checkedAt: 0, state: 'unauthorised', reason: 'missing-right' };
  const entry = { platform: 'kustomer', tags: [], problem: { ...base, right: 'tag.read' } };
  answerTags([entry, { ...entry }]);
  const second = { ...inKustomer, id: '10' };
  show(twoRecords(), <PersonDetails contacts={[onScreen, inKustomer, second]} />);
  expect(await screen.findAllByText(/^Tags in Kustomer could not be read/)).toHaveLength(1);
});

it('shows everything else when nobody answers about the tags', async () => {
  vi.mocked(send).mockRejectedValue(new Error('stopped'));
  const { container } = show(twoRecords(), <PersonDetails contacts={[onScreen]} />);
  await waitFor(() => expect(container.textContent).toContain('Conversations stored'));
  expect(container.textContent).not.toContain('Tags');
});
