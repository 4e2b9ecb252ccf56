// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PastAnswersSection } from '../../../../../components/options/past-answers/PastAnswersSection';
import { optionsCommands } from '../../../../../lib/messaging/options-commands';
import { send } from '../../../../../lib/messaging/send';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const choice = () => screen.getByRole<HTMLInputElement>('checkbox');

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(send).mockReset().mockResolvedValue(undefined);
});
afterEach(cleanup);

it('is off, says what it shows, and tells the worker', async () => {
  render(<PastAnswersSection />);
  await waitFor(() => expect(choice().disabled).toBe(false));
  expect(choice().checked).toBe(false);
  expect(screen.getByText(/one customer’s words beside another customer’s chat/)).toBeTruthy();
  expect(
    screen.getByText(/what it recognises .* Read the reply before you send it\./),
  ).toBeTruthy();
  fireEvent.click(choice());
  expect(send).toHaveBeenCalledWith(optionsCommands, 'options.past-answers', { isOn: true });
});

it('cannot be turned on where the organisation forbids it', async () => {
  const managed = { features: { pastAnswers: false } };
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => managed);
  render(<PastAnswersSection />);
  expect(await screen.findByText(/Set by your organisation/)).toBeTruthy();
  expect(choice().disabled).toBe(true);
});
