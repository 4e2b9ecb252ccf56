// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { PersonData } from '../../../../../components/panel/people/PersonData';
import { usePanelView } from '../../../../../components/panel/view-store';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';
import { contact, panelSnapshot } from '../snapshots';

const { asked, saved } = vi.hoisted(() => ({
  asked: vi.fn(async () => [{ table: 'contacts', before: 3, after: 0 }]),
  saved: vi.fn(),
}));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: asked,
}));
vi.mock('../../../../../components/ui/save-file', () => ({ saveFile: saved }));

const ana = contact({ handle: 'secret-handle' });

function show() {
  render(
    <PanelProvider windowId={1} anchor={ref('cw/1')} snapshot={panelSnapshot()}>
      <PersonData contacts={[ana]} />
    </PanelProvider>,
  );
}

afterEach(() => {
  cleanup();
  saved.mockClear();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('forgets a person only after it asked, and says how much went', async () => {
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Forget this person…' }));
  expect(asked).not.toHaveBeenCalled();
  fireEvent.click(await screen.findByRole('button', { name: 'Forget' }));
  await waitFor(() => expect(asked).toHaveBeenCalled());
  expect(asked.mock.lastCall?.slice(1)).toEqual([
    'people.forget',
    { contacts: [{ connectionId: 'cw', id: '1' }] },
  ]);
  await waitFor(() => expect(usePanelView.getState().notice.text).toContain('before: 3; now: 0'));
  expect(usePanelView.getState().notice.text).toContain('open it again');
});

it('saves what is stored as JSON without secret handles, and as a page', async () => {
  await database.contacts.put(ana);
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Save as JSON' }));
  await waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
  const [name, type, text] = saved.mock.lastCall ?? [];
  expect(name).toMatch(/^deskside-person-.*\.json$/);
  expect(type).toBe('application/json');
  expect(JSON.parse(text).tables.contacts).toMatchObject([{ id: '1', name: 'Ana Souza' }]);
  expect(text).not.toContain('secret-handle');
  fireEvent.click(screen.getByRole('button', { name: 'Save as a page' }));
  await waitFor(() => expect(saved).toHaveBeenCalledTimes(2));
  expect(saved.mock.lastCall?.[2]).toContain('Ana Souza');
});

it('names a file by the day it is here, not by the day it is in Greenwich', async () => {
  vi.useFakeTimers({ now: new Date('2026-03-10T05:00:00Z'), toFake: ['Date'] });
  // In California, it is still the evening before.
  vi.spyOn(Date.prototype, 'getDate').mockReturnValue(9);
  show();
  fireEvent.click(screen.getByRole('button', { name: 'Save as JSON' }));
  await waitFor(() => expect(saved).toHaveBeenCalled());
  expect(saved.mock.lastCall?.[0]).toBe('deskside-person-2026-03-09.json');
});
