// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StorageSection } from '../../../../../components/options/storage/StorageSection';
import { TeamSection } from '../../../../../components/options/team/TeamSection';
import { parrot } from '../examples';
import { extension } from '../fake-extension';

vi.mock('wxt/browser', async () => {
  const { extension: fake } = await import('../fake-extension');
  return { browser: fake.browser };
});

beforeEach(() => extension.reset());
afterEach(cleanup);

function choose(content: unknown): void {
  render(<TeamSection platforms={[parrot]} connections={[]} />);
  const file = new File([JSON.stringify(content)], 'team.json', { type: 'application/json' });
  fireEvent.change(screen.getByLabelText('File with a configuration'), {
    target: { files: [file] },
  });
}

test('a file is shown before anything changes, and then taken in by the worker', async () => {
  choose({
    deskside: 'team configuration',
    version: 1,
    helpdesks: [{ platform: 'parrot', label: 'Front desk', fields: { region: 'us' } }],
    settings: { retentionDays: 90 },
  });
  await screen.findByText('Histories are kept for 90 days.');
  const link = screen.getByRole('link', { name: 'Connect Parrot: Front desk' });
  expect(link.getAttribute('href')).toBe('#connect/parrot?region=us');
  expect(extension.sent).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Import these settings' }));
  await screen.findByText('The settings from the file are in use now.');
  expect(extension.sent.map(({ type }) => type)).toEqual(['options.people', 'options.retention']);
});

test('what the organisation set otherwise is not said to be changed by a file', async () => {
  extension.managed = { retentionDays: 7, noteScope: 'here' };
  choose({
    deskside: 'team configuration',
    version: 1,
    settings: { retentionDays: 365, noteScope: 'here', defaultRegion: 'DE' },
  });
  await screen.findByText(/“retentionDays” cannot be used\. Set by your organisation/);
  expect(screen.queryByText('Histories are kept for 365 days.')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Import these settings' }));
  await screen.findByText('The settings from the file are in use now.');
  expect(extension.sent.map(({ type }) => type)).toEqual(['options.people', 'options.notes']);
});

test('the keyboard goes back to the button when the preview is closed', async () => {
  choose({ deskside: 'team configuration', version: 1, settings: { retentionDays: 90 } });
  const opener = screen.getByRole('button', { name: 'Import configuration…' });
  opener.focus();
  const cancel = await screen.findByRole('button', { name: 'Cancel' });
  cancel.focus();
  fireEvent.click(cancel);
  expect(document.activeElement).toBe(opener);
});

test('a file of something else is refused in words', async () => {
  choose({ deskside: 'canned responses' });
  await screen.findByText(/not a file of a team’s configuration/);
  expect(extension.sent).toEqual([]);
});

test('what the organisation set is shown, with what is wrong in it, and cannot be changed', async () => {
  extension.managed = {
    retentionDays: 90,
    platforms: ['parrot'],
    noteScope: 'nowhere',
    ownDomains: ['acme.example', 'no domain'],
    helpdesks: [{ platform: 'parrot', origin: 'https://desk.example' }],
  };
  render(<TeamSection platforms={[parrot]} connections={[]} />);
  await screen.findByText('Histories are kept for 90 days.');
  expect(screen.getByText('Only these helpdesks can be connected: Parrot.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Connect Parrot' })).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toMatch(/noteScope/);
  expect(screen.getByRole('alert').textContent).toMatch(/ownDomains, item 2: .+\./);
  cleanup();
  render(<StorageSection />);
  await screen.findByText(/Set by your organisation/);
  expect(screen.getByRole<HTMLSelectElement>('combobox').disabled).toBe(true);
});
