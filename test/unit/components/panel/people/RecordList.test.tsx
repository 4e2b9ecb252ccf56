// @vitest-environment happy-dom

import { peopleCommands } from '../../../../../lib/messaging/people-commands';
import { ref } from '../../../refs';
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PersonActions } from '../../../../../components/panel/people/PersonActions';
import { UndoLine } from '../../../../../components/panel/people/UndoLine';
import { send } from '../../../../../lib/messaging/send';
import { database } from '../../../../../lib/storage/database';
import { chosenFor, forget, inKustomer, onScreen, show, store, twoRecords } from './person';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const pair = {
  windowId: 1,
  one: { connectionId: 'cw', id: '1' },
  other: { connectionId: 'ku', id: '9' },
};

async function open(given = twoRecords()) {
  show(
    given,
    <>
      <PersonActions />
      <UndoLine />
    </>,
  );
  const count = given.contacts.length;
  fireEvent.click(
    screen.getByRole('button', {
      name: `Who is this: ${count} ${count === 1 ? 'record' : 'records'}`,
    }),
  );
  return within(await screen.findByRole('dialog', { name: 'Who is this' }));
}

beforeEach(async () => {
  vi.mocked(send).mockClear();
  await store();
});

afterEach(async () => {
  cleanup();
  await forget();
});

describe('who is this', () => {
  it('shows each record with its name, identifiers, evidence and the way there', async () => {
    const card = await open();
    await card.findByText('2 records combined as one person');
    expect(card.getByText('on screen')).toBeTruthy();
    expect(card.getByText('A. Souza')).toBeTruthy();
    expect(card.getByText('same e-mail address as in Chatwoot')).toBeTruthy();
    const link = card.getByRole('link', { name: 'Open A. Souza in Kustomer' });
    expect(link.getAttribute('href')).toBe('https://desk.example/9');
  });

  it('says that somebody chose the person of a conversation, whichever account they are from', async () => {
    const shown = await chosenFor('c9');
    const card = await open(twoRecords({ screen: shown }));
    expect(await card.findByText('chosen manually')).toBeTruthy();
    expect(card.queryByText('on screen')).toBeNull();
  });

  it('tells who linked a record by hand, and when', async () => {
    await database.links.put({
      a: ref('cw/1'),
      b: ref('ku/9'),
      verdict: 'same',
      by: 'Lena',
      at: Date.now(),
    });
    const card = await open();
    expect(await card.findByText(/^linked by Lena, \d+ \w+$/)).toBeTruthy();
  });

  it.each([
    ['Unlink A. Souza', 'unlinked'],
    ['A. Souza is not the same person', 'different'],
  ] as const)('%s: takes one click, and one more to undo', async (button, verdict) => {
    const card = await open();
    fireEvent.click(await card.findByRole('button', { name: button }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(peopleCommands, 'people.decide', { ...pair, verdict }),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(send).toHaveBeenLastCalledWith(peopleCommands, 'people.decide', {
      ...pair,
      verdict: 'none',
    });
  });

  it('undoes to what was decided before', async () => {
    await database.links.put({ a: ref('cw/1'), b: ref('ku/9'), verdict: 'same', at: 5 });
    const card = await open();
    fireEvent.click(await card.findByRole('button', { name: 'Unlink A. Souza' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(send).toHaveBeenLastCalledWith(peopleCommands, 'people.decide', {
      ...pair,
      verdict: 'same',
    });
  });

  it('undoes a word that was said once more by taking it back', async () => {
    await database.links.put({ a: ref('cw/1'), b: ref('ku/9'), verdict: 'unlinked', at: 5 });
    const card = await open();
    fireEvent.click(await card.findByRole('button', { name: 'Unlink A. Souza' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(send).toHaveBeenLastCalledWith(peopleCommands, 'people.decide', {
      ...pair,
      verdict: 'none',
    });
  });

  it('never offers to part the record on screen from itself', async () => {
    const card = await open(twoRecords({ contacts: [onScreen] }));
    await card.findByText('Known from 1 record');
    expect(card.queryByRole('button', { name: /Unlink|not the same/ })).toBeNull();
  });

  it('keeps decisions at hand long after, and takes them back', async () => {
    await database.links.put({
      a: ref('cw/1'),
      b: ref('ku/9'),
      verdict: 'different',
      by: 'Lena',
      at: 5,
    });
    const card = await open(twoRecords({ contacts: [onScreen] }));
    await card.findByText(/marked as different people by Lena, 1 Jan 1970/);
    fireEvent.click(card.getByRole('button', { name: 'Undo the decision about A. Souza' }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(peopleCommands, 'people.decide', {
        ...pair,
        verdict: 'none',
      }),
    );
    // Taken back by mistake, it is Lena's again.
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(send).toHaveBeenLastCalledWith(peopleCommands, 'people.decide', {
      ...pair,
      verdict: 'different',
      restored: await database.links.get([ref('cw/1'), ref('ku/9')]),
    });
  });

  it('tells from how many records of a person one of them was parted', async () => {
    const merely = { a: ref('cw/1'), b: ref('ku/9'), verdict: 'different', at: 5 } as const;
    await database.links.put({ ...merely, person: [ref('ku/5'), ref('ku/9'), ref('ku/7')] });
    const card = await open(twoRecords({ contacts: [inKustomer] }));
    await card.findByText(/marked as different people/);
    cleanup();
    const beside = await open(twoRecords({ contacts: [onScreen] }));
    expect(await beside.findByText(/^and 2 more/)).toBeTruthy();
  });

  it('keeps a decision about a record that is gone, and says so', async () => {
    await database.contacts.delete([inKustomer.connectionId, inKustomer.id]);
    await database.links.put({ a: ref('cw/1'), b: ref('ku/9'), verdict: 'same', at: 5 });
    const card = await open(twoRecords({ contacts: [onScreen] }));
    expect(await card.findByText('A record that is no longer stored')).toBeTruthy();
  });

  it('explains what keeps apart two that something would join', async () => {
    await database.links.bulkPut([
      { a: ref('cw/1'), b: ref('ku/5'), verdict: 'same', at: 5 },
      { a: ref('ku/5'), b: ref('ku/9'), verdict: 'different', by: 'Lena', at: 9 },
    ]);
    const card = await open();
    expect(
      await card.findByText(/They are kept separate.* marked as different people by Lena/),
    ).toBeTruthy();
  });
});
