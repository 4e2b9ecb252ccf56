// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EverywhereDialog } from '../../../../../components/panel/everywhere/EverywhereDialog';
import { useEverywhereStore } from '../../../../../components/panel/everywhere/everywhere-store';
import type { Find } from '../../../../../components/panel/everywhere/held-search';
import type { EverywhereFinds } from '../../../../../components/panel/everywhere/use-everywhere-search';
import { usePanelView } from '../../../../../components/panel/view-store';
import { type FullTextQuery, parseFullTextQuery } from '../../../../../lib/full-text/match-query';
import { contactRef } from '../../../../../lib/model/ids';
import { message } from '../../../timeline/samples';
import { beside } from '../notes/scene';
import { contact, panelSnapshot } from '../snapshots';

const { openFind, search } = vi.hoisted(() => ({
  openFind: vi.fn(),
  search: vi.fn<(query: FullTextQuery) => EverywhereFinds | undefined>(),
}));
vi.mock('../../../../../components/panel/everywhere/open-find', () => ({ openFind }));
vi.mock('../../../../../components/panel/everywhere/use-everywhere-search', () => ({
  useEverywhereSearch: search,
}));

const ana = contact({ id: 'ana', name: 'Ana' });
const find: Find = {
  ...{ key: 'note 1', kind: 'note', time: 77, parts: ['parcel 4711'] },
  contact: { connectionId: ana.connectionId, id: ana.id },
};
const foundBy = (query: FullTextQuery, isHeld = true): EverywhereFinds => ({
  ...{ query, finds: [find], isComplete: true },
  contacts: new Map(isHeld ? [[contactRef(ana), ana]] : []),
});
const show = () => render(beside(<EverywhereDialog />, panelSnapshot()));
const field = () => screen.getByRole('combobox', { name: 'Search everything stored' });
const press = (key: string) => fireEvent.keyDown(field(), { key });

beforeEach(() => {
  openFind.mockReset();
  act(() => useEverywhereStore.getState().open('parcel'));
});
afterEach(cleanup);

test('Enter opens what was found by what stands in the field, and nothing found before', () => {
  const earlier = parseFullTextQuery('ana');
  search.mockImplementation(() => foundBy(earlier));
  const view = show();
  expect(screen.getByText('Searching…')).toBeTruthy();
  press('Enter');
  expect(openFind).not.toHaveBeenCalled();
  search.mockImplementation(foundBy);
  view.rerender(beside(<EverywhereDialog />, panelSnapshot()));
  press('Enter');
  expect(openFind).toHaveBeenCalledExactlyOnceWith(
    find,
    expect.objectContaining({ query: 'parcel' }),
  );
});

test('an arrow that is pressed before anything is found leaves the first one chosen', () => {
  search.mockReturnValue(undefined);
  const view = show();
  press('ArrowDown');
  search.mockImplementation(foundBy);
  view.rerender(beside(<EverywhereDialog />, panelSnapshot()));
  const finds = within(screen.getByRole('listbox', { name: 'Found passages' }));
  expect(finds.getByRole('option', { selected: true })).toBeTruthy();
  expect(finds.getByTitle('Ana')).toBeTruthy();
  press('Enter');
  expect(openFind).toHaveBeenCalledOnce();
});

test('somebody whose record is gone is not opened, and that is said', () => {
  const say = vi.spyOn(usePanelView.getState(), 'say');
  search.mockImplementation((query) => foundBy(query, false));
  show();
  press('Enter');
  expect(openFind).not.toHaveBeenCalled();
  expect(say).toHaveBeenCalledWith(expect.stringContaining('no longer stored'));
});

test.each([
  ['a person', { kind: 'contact' }, true],
  ['a note', { kind: 'note' }, true],
  // The search in the timeline takes it, and the search for responses.
  ['a message', { kind: 'message', message: message() }, false],
  ['a response', { kind: 'response', contact: undefined }, false],
] as const)('%s that is opened leaves the focus where it was: %o %s', async (_, given, isBack) => {
  render(<button type="button">before</button>);
  const before = screen.getByText('before');
  before.focus();
  search.mockImplementation((query) => ({ ...foundBy(query), finds: [{ ...find, ...given }] }));
  const shown = render(beside(<Everywhere />, panelSnapshot()));
  await waitFor(() => expect(document.activeElement).toBe(field()));
  press('Enter');
  shown.rerender(beside(<Everywhere />, panelSnapshot()));
  expect(screen.queryByRole('combobox')).toBeNull();
  if (isBack) await waitFor(() => expect(document.activeElement).toBe(before));
  else {
    // Whatever gives the focus back has had its turn after this.
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement).toBe(document.body);
  }
});

function Everywhere() {
  return useEverywhereStore((store) => store.isOpen) && <EverywhereDialog />;
}
