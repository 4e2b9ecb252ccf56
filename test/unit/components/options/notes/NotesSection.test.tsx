// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NotesSection } from '../../../../../components/options/notes/NotesSection';
import { optionsCommands } from '../../../../../lib/messaging/options-commands';
import { CommandError, send } from '../../../../../lib/messaging/send';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

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
