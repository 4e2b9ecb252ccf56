// @vitest-environment happy-dom

import { optionsCommands } from '../../../../../lib/messaging/options-commands';
import { peopleCommands } from '../../../../../lib/messaging/people-commands';
import { ref } from '../../../refs';
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PeopleSection } from '../../../../../components/options/people/PeopleSection';
import { writeDecisionsFile } from '../../../../../lib/identity/decisions-file';
import { CommandError, send } from '../../../../../lib/messaging/send';
import type { LinkRow } from '../../../../../lib/model/link-decision';
import { database } from '../../../../../lib/storage/database';
import { changeSettings } from '../../../../../lib/storage/settings';
import { connection } from '../../panel/snapshots';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const accounts = [connection('cw', 'chatwoot', 'Support'), connection('ku', 'kustomer', 'K')];
const link: LinkRow = { a: ref('cw/1'), b: ref('ku/9'), verdict: 'different', by: 'Lena', at: 5 };

function choose(text: string) {
  render(<PeopleSection connections={accounts} />);
  const file = new File([text], 'decisions.json', { type: 'application/json' });
  fireEvent.change(screen.getByLabelText('File with decisions'), { target: { files: [file] } });
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(send).mockReset().mockResolvedValue(undefined);
});

afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await Promise.all(database.tables.map((table) => table.clear()));
});

describe('importing decisions', () => {
  it('shows how many there are and why others are left out, and waits for a yes', async () => {
    choose(writeDecisionsFile([link, { ...link, a: ref('gone/1') }], accounts));
    await screen.findByText('The file contains 1 decision for the accounts connected here.');
    expect(screen.getByRole('listitem').textContent).toBe(
      '1 entry is left out: it is about an account that is not connected here.',
    );
    expect(send).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Import 1 decision' }));
    expect(send).toHaveBeenCalledWith(peopleCommands, 'options.import-links', { links: [link] });
    await screen.findByText(/^1 decision imported/);
  });

  it('can be given up, and has nothing to import from an empty file', async () => {
    choose(writeDecisionsFile([], accounts));
    const opener = screen.getByRole('button', { name: 'Import decisions…' });
    opener.focus();
    await screen.findByText('The file contains 0 decisions for the accounts connected here.');
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
    const cancel = screen.getByRole('button', { name: 'Cancel' });
    cancel.focus();
    fireEvent.click(cancel);
    expect(screen.queryByText(/The file contains/)).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('says what is wrong with another file', async () => {
    choose('hello');
    await screen.findByText('This file is not JSON. Choose a file that Deskside exported.');
  });

  it.each([
    ['no-answer', /isn’t responding/],
    ['storage-full', /no storage left/],
  ] as const)('keeps the preview when the worker did not take it: %s', async (reason, words) => {
    vi.mocked(send).mockRejectedValueOnce(new CommandError(reason));
    choose(writeDecisionsFile([link], accounts));
    fireEvent.click(await screen.findByRole('button', { name: 'Import 1 decision' }));
    await screen.findByText(words);
    fireEvent.click(screen.getByRole('button', { name: 'Import 1 decision' }));
    await screen.findByText(/^1 decision imported/);
  });
});

describe('exporting decisions', () => {
  it('has nothing to export at first', async () => {
    render(<PeopleSection connections={accounts} />);
    await screen.findByText('No records linked or separated manually yet.');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Export decisions' });
    expect(button.disabled).toBe(true);
  });

  it('hands out a file with every decision', async () => {
    await database.links.put(link);
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) blobs.push(blob);
      return 'blob:x';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    render(<PeopleSection connections={accounts} />);
    await screen.findByText('1 pair of records linked or separated manually.');
    fireEvent.click(screen.getByRole('button', { name: 'Export decisions' }));
    await waitFor(() => expect(blobs.length).toBe(1));
    expect(await blobs[0]?.text()).toBe(writeDecisionsFile([link], accounts));
  });
});

describe('what only the team knows', () => {
  const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });

  it('is stored as domains and a country, however it was typed', async () => {
    await changeSettings({ ownDomains: ['acme.example'], defaultRegion: 'SE' });
    render(<PeopleSection connections={accounts} />);
    const domains = await field('Own mail domains');
    expect(domains.value).toBe('acme.example');
    fireEvent.change(domains, { target: { value: 'Acme.example; mail.acme.example' } });
    fireEvent.change(await field('Country of phone numbers without country code'), {
      target: { value: 'de' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save these rules' }));
    expect(send).toHaveBeenCalledWith(optionsCommands, 'options.people', {
      ownDomains: ['acme.example', 'mail.acme.example'],
      defaultRegion: 'DE',
    });
    await screen.findByText('Saved.');
  });

  it('is not stored while something of it cannot be', async () => {
    render(<PeopleSection connections={accounts} />);
    fireEvent.change(await field('Own mail domains'), { target: { value: 'me@acme' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save these rules' }));
    expect(screen.getByText('“me@acme” is not a domain.')).toBeTruthy();
    expect(send).not.toHaveBeenCalled();
  });

  it('tells which words stand for an office and which helpdesks share their ids', async () => {
    render(<PeopleSection connections={accounts} />);
    fireEvent.change(await field('Shared mailbox names'), {
      target: { value: 'Frontline，depot7' },
    });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Support' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'K' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save these rules' }));
    expect(send).toHaveBeenCalledWith(optionsCommands, 'options.people', {
      ownDomains: [],
      roleWords: ['frontline', 'depot7'],
      sharedIdConnections: ['cw', 'ku'],
    });
  });

  it('can take them back', async () => {
    await changeSettings({ roleWords: ['frontline'], sharedIdConnections: ['cw', 'ku'] });
    render(<PeopleSection connections={accounts} />);
    fireEvent.change(await field('Shared mailbox names'), { target: { value: '' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Support' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'K' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save these rules' }));
    expect(send).toHaveBeenCalledWith(optionsCommands, 'options.people', {
      ownDomains: [],
      roleWords: [],
      sharedIdConnections: [],
    });
  });

  it('shows what an import changes meanwhile, and keeps what is typed beside it', async () => {
    await changeSettings({ ownDomains: ['acme.example'] });
    render(<PeopleSection connections={accounts} />);
    const domains = await field('Own mail domains');
    const roles = await field('Shared mailbox names');
    fireEvent.change(roles, { target: { value: 'depot7' } });
    await changeSettings({ ownDomains: ['imported.example'] });
    await waitFor(() => expect(domains.value).toBe('imported.example'));
    expect(roles.value).toBe('depot7');
    fireEvent.click(screen.getByRole('button', { name: 'Save these rules' }));
    expect(send).toHaveBeenCalledWith(optionsCommands, 'options.people', {
      ownDomains: ['imported.example'],
      roleWords: ['depot7'],
    });
  });

  it('is no longer called saved once something is changed', async () => {
    render(<PeopleSection connections={accounts} />);
    const roles = await field('Shared mailbox names');
    fireEvent.click(screen.getByRole('button', { name: 'Save these rules' }));
    await screen.findByText('Saved.');
    fireEvent.change(roles, { target: { value: 'depot7' } });
    expect(screen.queryByText('Saved.')).toBeNull();
  });
});

it('the file of decisions that was chosen last is shown, although one before it is read more slowly', async () => {
  const contentOf = (links: LinkRow[]) => writeDecisionsFile(links, accounts);
  choose(contentOf([link]));
  await screen.findByText(/^The file contains 1 decision/);
  let finish: () => void = () => undefined;
  const slow = new File([''], 'slow.json');
  vi.spyOn(slow, 'text').mockReturnValue(
    new Promise((resolve) => {
      finish = () => resolve('[]');
    }),
  );
  const field = screen.getByLabelText('File with decisions');
  fireEvent.change(field, { target: { files: [slow] } });
  fireEvent.change(field, { target: { files: [new File([contentOf([])], 'last.json')] } });
  await screen.findByText(/^The file contains 0 decisions/);
  await act(async () => finish());
  expect(screen.getByText(/^The file contains 0 decisions/)).toBeTruthy();
});
