// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
// What the set-up loads when it is wanted is there at once.
import '../../../../../components/options/membrane/MembraneSection';
import '../../../../../components/options/connections/KeysSection';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SetUp } from '../../../../../components/options/set-up/SetUp';
import type { HelpdeskOffers } from '../../../../../lib/messaging/set-up-commands';
import type { Connection } from '../../../../../lib/model/connection';
import type { HelpdeskOffer } from '../../../../../lib/model/helpdesk-offer';
import { parseSetUp, readSetUp, writeSetUp } from '../../../../../lib/storage/set-up-progress';
import { parrot, parrotConnection } from '../examples';
import { extension } from '../fake-extension';

vi.mock('wxt/browser', async () => {
  const { extension: fake } = await import('../fake-extension');
  return { browser: fake.browser };
});
vi.mock('../../../../../lib/storage/draft-secrets', async () => {
  const { extension: fake } = await import('../fake-extension');
  return { saveDraftSecrets: fake.drop };
});

const owl = { ...parrot, name: 'owl', label: 'Owl' };
const fields = { origin: 'https://parrot.example', region: 'us' };
const tab: HelpdeskOffer = {
  ...{ id: 'parrot:1', platform: 'parrot', fields, host: 'parrot.example' },
  ...{ source: 'tab', isSure: true },
};
const blank: HelpdeskOffer = {
  id: 'owl',
  platform: 'owl',
  fields: {},
  source: 'platform',
  isSure: true,
};
const start = parseSetUp(undefined);
const connecting = {
  ...start,
  ...{ stage: 'connect' as const, current: tab.id },
  chosen: [{ id: tab.id, platform: 'parrot', fields }],
};

let offers: HelpdeskOffers;
let saved: unknown;
let isLocked: boolean;

beforeEach(async () => {
  extension.reset();
  offers = { offers: [tab, blank], hiddenTabs: 0, ways: { direct: true, membrane: true } };
  saved = { kind: 'failed', message: 'Parrot does not accept this key.' };
  isLocked = false;
  extension.answer = (type) => {
    const permissions = ['https://parrot.example/*'];
    const keyPage = 'https://parrot.example/keys';
    const answers: Record<string, unknown> = {
      'set-up.offers': offers,
      'options.describe': { kind: 'target', permissions, label: 'parrot.example', keyPage },
      'options.key-state': { hasPassphrase: isLocked, isLocked },
      'options.save': saved,
    };
    return type in answers ? { ok: true, value: answers[type] } : { ok: false, error: 'none' };
  };
  await writeSetUp(start);
  window.location.hash = '#set-up';
});
afterEach(cleanup);

const show = (connections: Connection[] = []) =>
  render(<SetUp platforms={[parrot, owl]} connections={connections} />);
const heading = (name: string) => screen.findByRole('heading', { name });
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const press = async (name: string) => {
  await waitFor(() => expect(button(name).disabled).toBe(false));
  fireEvent.click(button(name));
};

it('proposes what is open, and says plainly when nothing is chosen', async () => {
  show();
  const title = await heading('Which helpdesks do you work in?');
  await waitFor(() => expect(document.activeElement).toBe(title));
  const [first] = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(first?.checked).toBe(true);
  expect(screen.queryByText(/hides the addresses/)).toBeNull();
  if (first !== undefined) fireEvent.click(first);
  await press('Continue');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
  expect(screen.getByText(/at least one helpdesk/)).toBeTruthy();
});

it('looks at all tabs once, and gives the right back', async () => {
  offers = { ...offers, offers: [blank], hiddenTabs: 3 };
  show();
  await screen.findByText(/hides the addresses/);
  extension.log = [];
  offers = { ...offers, offers: [tab, blank], hiddenTabs: 0 };
  fireEvent.click(button('Find open helpdesks'));
  await screen.findByText(/listed first. The permission was given back/);
  expect(extension.log).toEqual(['request', 'set-up.offers', 'remove tabs']);
  expect(screen.getByRole('checkbox', { name: /Parrot/ })).toBeTruthy();
});

it('says so when the browser does not let it look', async () => {
  offers = { ...offers, hiddenTabs: 3 };
  extension.willGrant = false;
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Find open helpdesks' }));
  expect(await screen.findByText(/did not allow it, and nothing was read/)).toBeTruthy();
});

it('a wrong key: said in the platform’s words, with the focus; a right one leads on', async () => {
  await writeSetUp(connecting);
  const { rerender } = show();
  const title = await heading('Connect Parrot');
  await waitFor(() => expect(document.activeElement).toBe(title));
  const link = await screen.findByRole('link', { name: 'Open this page in Parrot' });
  expect(link.getAttribute('href')).toBe('https://parrot.example/keys');
  fireEvent.change(screen.getByLabelText('Access token'), { target: { value: 'canary' } });
  await press('Connect Parrot');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
  expect(screen.getByText('Parrot does not accept this key.')).toBeTruthy();
  const warnings = ['Deskside cannot list there: the right parrot.list is missing.'];
  saved = { kind: 'ok', accountName: 'Acme', warnings, connectionId: 'parrot-1' };
  await press('Connect Parrot');
  await waitFor(async () => expect((await readSetUp()).chosen[0]?.connectionId).toBe('parrot-1'));
  rerender(<SetUp platforms={[parrot, owl]} connections={[parrotConnection()]} />);
  await heading('Parrot is connected');
  expect(screen.getByText(/the right parrot.list is missing/)).toBeTruthy();
  expect(JSON.stringify(await readSetUp())).not.toContain('canary');
});

it('a permission that was not given is told, and nothing was sent', async () => {
  await writeSetUp(connecting);
  extension.willGrant = false;
  show();
  fireEvent.change(await screen.findByLabelText('Access token'), { target: { value: 'canary' } });
  await press('Connect Parrot');
  await screen.findByText(/did not allow Deskside to reach parrot.example/);
  expect(extension.sent.some(({ type }) => type === 'options.save')).toBe(false);
});

it('keys that are locked can be unlocked in the step itself', async () => {
  isLocked = true;
  await writeSetUp(connecting);
  show();
  expect(await screen.findByRole('button', { name: 'Unlock' })).toBeTruthy();
});

it('where the organisation allows only Membrane, no key is asked for', async () => {
  offers = { ...offers, ways: { direct: false, membrane: true } };
  await writeSetUp(connecting);
  show();
  await heading('Connect Parrot');
  expect(screen.queryByLabelText('Access token')).toBeNull();
  expect(screen.queryByRole('radio', { name: /Directly/ })).toBeNull();
  expect(await screen.findByRole('button', { name: 'Sign in to Membrane…' })).toBeTruthy();
});

it('comes back to a helpdesk that is connected with how it does', async () => {
  await writeSetUp({
    ...connecting,
    chosen: [{ id: tab.id, platform: 'parrot', fields, connectionId: 'parrot-1' }],
  });
  extension.granted = new Set(['https://parrot.example/*', 'https://api.parrot.example/*']);
  show([parrotConnection()]);
  await heading('Parrot is connected');
  expect(await screen.findByText('Working')).toBeTruthy();
  await press('Finish');
  await heading('Deskside is ready');
});

it('Escape leaves a field first, then the set-up; who leaves at once is not asked again', async () => {
  await writeSetUp(connecting);
  show();
  const field = await screen.findByLabelText('Access token');
  fireEvent.change(field, { target: { value: 'canary' } });
  field.focus();
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  expect(document.activeElement).toBe(field);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(document.activeElement).toBe(await heading('Connect Parrot'));
  expect(window.location.hash).toBe('#set-up');
  fireEvent.keyDown(await heading('Connect Parrot'), { key: 'Escape' });
  expect(window.location.hash).toBe('#helpdesks');
  expect((await readSetUp()).isSkipped).toBe(false);
  cleanup();
  await writeSetUp(start);
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'Skip for now' }));
  await waitFor(async () => expect((await readSetUp()).isSkipped).toBe(true));
});

it('without the worker it says so, and asks again', async () => {
  extension.answer = () => ({ ok: false, error: 'none' });
  show();
  await screen.findByText(/Deskside isn’t responding/);
  extension.answer = () => ({ ok: true, value: offers });
  await press('Try again');
  await heading('Which helpdesks do you work in?');
});
