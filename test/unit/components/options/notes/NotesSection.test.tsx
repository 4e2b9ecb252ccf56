// @vitest-environment happy-dom

import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NotesSection } from '../../../../../components/options/notes/NotesSection';
import { optionsCommands } from '../../../../../lib/messaging/options-commands';
import { CommandError, send } from '../../../../../lib/messaging/send';
import { changeSettings, readSettings } from '../../../../../lib/storage/settings';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const written = v.object({
  noteScope: v.picklist(['everywhere', 'here', 'browser']),
  agentName: v.optional(v.string()),
});
const scope = () => screen.getByLabelText<HTMLSelectElement>('New notes go to');

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(send).mockReset().mockResolvedValue(undefined);
});
afterEach(cleanup);

it('tells the worker where notes go and who signs them', async () => {
  render(<NotesSection />);
  await waitFor(() => expect(scope().value).toBe('everywhere'));
  fireEvent.change(scope(), { target: { value: 'here' } });
  expect(send).toHaveBeenCalledWith(optionsCommands, 'options.notes', { noteScope: 'here' });
  const name = screen.getByLabelText('Your name');
  fireEvent.change(name, { target: { value: ' Mara ' } });
  fireEvent.blur(name);
  expect(send).toHaveBeenCalledWith(optionsCommands, 'options.notes', {
    noteScope: 'everywhere',
    agentName: 'Mara',
  });
});

it.each([
  ['no-answer', /isn’t responding/],
  ['storage-full', /no storage left/],
] as const)('says so when the worker did not take it: %s', async (reason, words) => {
  render(<NotesSection />);
  await waitFor(() => expect(scope().disabled).toBe(false));
  vi.mocked(send).mockRejectedValueOnce(new CommandError(reason));
  fireEvent.change(scope(), { target: { value: 'browser' } });
  expect(await screen.findByText(words)).toBeTruthy();
});

it('follows the stored name once its own was kept, and does not write an older one back', async () => {
  vi.mocked(send).mockImplementation(async (_table, _type, payload) => {
    const { noteScope, agentName } = v.parse(written, payload);
    await changeSettings({ noteScope, agentName });
  });
  render(<NotesSection />);
  await waitFor(() => expect(scope().disabled).toBe(false));
  const name = screen.getByLabelText<HTMLInputElement>('Your name');
  fireEvent.change(name, { target: { value: 'Ana' } });
  fireEvent.blur(name);
  await waitFor(async () => expect((await readSettings()).agentName).toBe('Ana'));
  await act(async () => changeSettings({ agentName: 'Ana Silva' }));
  await waitFor(() => expect(name.value).toBe('Ana Silva'));
  fireEvent.change(scope(), { target: { value: 'here' } });
  await waitFor(async () => expect((await readSettings()).noteScope).toBe('here'));
  expect((await readSettings()).agentName).toBe('Ana Silva');
});
