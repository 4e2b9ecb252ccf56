// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
// What is loaded when it is wanted is there at once.
import '../../../../../components/panel/palette/CommandPalette';
import '../../../../../components/panel/palette/ShortcutSheet';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useEverywhereStore } from '../../../../../components/panel/everywhere/everywhere-store';
import { useNotesView } from '../../../../../components/panel/notes/notes-store';
import { PaletteOpener } from '../../../../../components/panel/palette/PaletteOpener';
import { usePalette } from '../../../../../components/panel/palette/palette-store';
import { usePanelView } from '../../../../../components/panel/view-store';
import { historyCommands } from '../../../../../lib/messaging/history-commands';
import { send } from '../../../../../lib/messaging/send';
import { database } from '../../../../../lib/storage/database';
import { ref } from '../../../refs';
import { beside } from '../notes/scene';
import { twoRecords } from '../people/person';
import { contact, panelSnapshot, screenRow } from '../snapshots';

vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async () => undefined),
}));

const person = () => twoRecords({ tabId: 1, screen: screenRow() });

beforeEach(async () => {
  fakeBrowser.reset();
  fakeBrowser.commands = { getAll: async () => [{ shortcut: 'Ctrl+Shift+Y' }] } as never;
  await database.contacts.put(
    contact({ id: '77', name: 'Jonas Weber', emails: ['jw@mail.example'] }),
  );
  await database.views.put({ anchor: ref('cw/77'), viewedAt: 5 } as never);
});
afterEach(async () => {
  cleanup();
  usePalette.getState().close();
  useEverywhereStore.getState().close();
  usePanelView.getState().chooseTab('history');
  vi.mocked(send).mockClear();
  await Promise.all(database.tables.map((table) => table.clear()));
});

const press = (key: string, more = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
async function openPalette(snapshot = person()) {
  render(beside(<PaletteOpener />, snapshot));
  press('k', { ctrlKey: true });
  const field = await screen.findByRole('combobox');
  await waitFor(() => expect(document.activeElement).toBe(field));
  return field;
}
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
const chosen = () => screen.getByRole('option', { selected: true });

describe('the command palette', () => {
  it('opens with Ctrl+K, is run by the keys alone, and tells which option is chosen', async () => {
    const field = await openPalette();
    expect(chosen().textContent).toContain('New note');
    expect(field.getAttribute('aria-activedescendant')).toBe(chosen().id);
    expect(field.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
    press('ArrowUp');
    expect(field.getAttribute('aria-activedescendant')).toBe(chosen().id);
    expect(screen.getAllByRole('option').at(-1)).toBe(chosen());
    press('ArrowDown');
    press('Enter');
    expect(usePanelView.getState().tab).toBe('notes');
    expect(useNotesView.getState().wantsToWrite).toBe(true);
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('opens somebody who was seen lately, over the conversation in the tab', async () => {
    const field = await openPalette();
    await screen.findByRole('option', { name: /Jonas Weber/ });
    type(field, 'jonas');
    expect(
      within(screen.getByRole('group', { name: 'Recently seen' })).getAllByRole('option'),
    ).toHaveLength(1);
    press('Enter');
    expect(send).toHaveBeenCalledWith(expect.anything(), 'people.open', {
      windowId: 1,
      contact: { connectionId: 'cw', id: '77' },
      isOverTab: true,
    });
  });

  it('opens a record in its helpdesk, and the settings at a part', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    type(await openPalette(), 'open kustom');
    press('Enter');
    expect(create).toHaveBeenCalledWith({ url: 'https://desk.example/9' });
    press('k', { metaKey: true });
    type(await screen.findByRole('combobox'), 'manage canned');
    press('Enter');
    expect(send).toHaveBeenLastCalledWith(historyCommands, 'panel.open-settings', {
      section: 'responses',
    });
    expect(create).toHaveBeenCalledOnce();
  });

  it('offers nothing about a person where nobody is on screen', async () => {
    await openPalette(panelSnapshot({ tabId: 1, contacts: [], screen: undefined }));
    expect(screen.queryByRole('option', { name: /New note/ })).toBeNull();
    expect(screen.getByRole('option', { name: /Open the settings/ })).toBeTruthy();
  });

  it('says that nothing fits, closes with Escape and with its own keys, and gives the focus back', async () => {
    render(<button type="button">before</button>);
    const before = screen.getByRole('button', { name: 'before' });
    before.focus();
    const field = await openPalette();
    type(field, 'quite another thing');
    expect(screen.getByRole('status').textContent).toMatch(/^Nothing fits/);
    press('Enter');
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(before));
    press('k', { ctrlKey: true });
    await screen.findByRole('combobox');
    press('k', { ctrlKey: true });
    expect(screen.queryByRole('combobox')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(before));
  });

  it('has the first command chosen after arrows that were pressed while nothing fitted', async () => {
    const field = await openPalette();
    for (const key of ['ArrowDown', 'ArrowUp']) {
      type(field, 'quite another thing');
      press(key);
      press('ArrowDown');
      fireEvent.change(field, { target: { value: '' } });
      expect(chosen()).toBe(screen.getAllByRole('option')[0]);
    }
  });

  it('does not come between a question and its answer, nor take Ctrl+K from a text', () => {
    const question = render(<div role="alertdialog" aria-label="Sure?" />);
    render(<textarea aria-label="note" onKeyDown={(event) => event.preventDefault()} />);
    render(beside(<PaletteOpener />, person()));
    press('k', { ctrlKey: true });
    expect(usePalette.getState().shown).toBeUndefined();
    question.unmount();
    fireEvent.keyDown(screen.getByLabelText('note'), { key: 'k', ctrlKey: true });
    expect(usePalette.getState().shown).toBeUndefined();
    act(() => useEverywhereStore.getState().open());
    press('k', { ctrlKey: true });
    expect(useEverywhereStore.getState().isOpen).toBe(false);
  });
});

describe('the sheet of shortcuts', () => {
  it('opens on ?, but not for somebody who types one', async () => {
    render(<input aria-label="text" />);
    render(beside(<PaletteOpener />, person()));
    fireEvent.keyDown(screen.getByLabelText('text'), { key: '?', shiftKey: true });
    expect(usePalette.getState().shown).toBeUndefined();
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(sheet.textContent).toContain('New note');
    // Those of the browser are the ones that hold.
    await within(sheet).findByText('Y');
    // Only where the browser hears them: in Firefox that is a helpdesk's tab.
    expect(within(sheet).getByText('Anywhere in the browser')).toBeTruthy();
    press('Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    vi.stubEnv('FIREFOX', 'true');
    fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
    expect(await screen.findByText('In a helpdesk’s tab')).toBeTruthy();
    vi.unstubAllEnvs();
  });

  it('is found in the palette', async () => {
    type(await openPalette(), 'shortc');
    press('Enter');
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  });
});
