// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { useAnswersView } from '../../../../../components/panel/past-answers/answers-view';
import { RepliesTab } from '../../../../../components/panel/replies/RepliesTab';
import { useReplyDrafts } from '../../../../../components/panel/replies/reply-drafts';
import { mergePerson } from '../../../../../lib/identity/person';
import { database } from '../../../../../lib/storage/database';
import { changeSettings } from '../../../../../lib/storage/settings';
import type { Line } from '../../../answers/stories';
import { ref } from '../../../refs';
import { contact, panelSnapshot } from '../snapshots';
import { hold, type Story } from './held';

const { write } = vi.hoisted(() => ({ write: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) => write(type, payload)),
}));

const inserted = { kind: 'inserted', mode: 'reply', length: 9, canUndo: true, pickerOpened: false };

beforeEach(async () => {
  write.mockResolvedValue(inserted);
  await changeSettings({ pastAnswers: true });
});

afterEach(async () => {
  cleanup();
  write.mockReset();
  useReplyDrafts.getState().keep(undefined);
  useAnswersView.setState({ isOpen: true, chosen: undefined });
  await Promise.all(database.tables.map((table) => table.clear()));
});

const oliver: Story = {
  who: 'oliver',
  record: { name: 'Oliver Grant' },
  conversation: { status: 'resolved' },
  lines: [
    ['customer', 'Do my boots need waterproofing before the first walk?'],
    ['agent', 'Hi Oliver, they come treated. Wax AC-18830 for Mr Grant later.'],
  ],
};
const tentLines: Line[] = [
  ['customer', 'Must new boots be waterproof?'],
  ['agent', 'Yes: rub plenty of grease into the seams, and let it dry over night.'],
];
const asking: Line[] = [['customer', 'should I waterproof the new boots?']];

/** Draws the responses, with this last said by whoever is on screen. */
async function draw(said: readonly Line[], held: readonly Story[] = [oliver]) {
  await hold(database, [...held, { who: '1', record: { name: 'Ana Souza' }, lines: said }]);
  render(
    <PanelProvider windowId={1} anchor={ref('cw/1')} snapshot={panelSnapshot()}>
      <RepliesTab person={mergePerson([contact()])} />
    </PanelProvider>,
  );
}

/** The part of the panel about answers to others, with this last said by whoever is on screen. */
async function show(said: readonly Line[], held?: readonly Story[]) {
  await draw(said, held);
  return screen.findByRole('region', { name: /How we answered before/ });
}

async function press(element: HTMLElement, key: string) {
  await act(async () => fireEvent.keyDown(element, { key }));
}

test('nothing of it until somebody turned it on', async () => {
  await changeSettings({ pastAnswers: false });
  await draw(asking);
  await screen.findByRole('combobox', { name: 'Find a canned response' });
  // Loaded by now, where the responses asked for it.
  await act(() => import('../../../../../components/panel/past-answers/PastAnswers'));
  expect(screen.queryByRole('region', { name: /How we answered before/ })).toBeNull();
});

test.each<[string, Line[], RegExp]>([
  ['nothing was written', [], /written nothing in words/],
  ['only a file', [['customer', '']], /written nothing in words/],
  ['only a greeting', [['customer', 'hello!']], /contains no question/],
  ['nothing like it', [['customer', 'Which museum opens on Monday?']], /No similar question/],
])('it says so: %s', async (_what, said, words) => {
  const part = await show(said);
  expect(await within(part).findByText(words)).toBeTruthy();
});

test('says what the index does not hold yet', async () => {
  const part = await show(asking);
  await act(() => database.indexState.clear().then(() => undefined));
  expect(await within(part).findByText(/index/i)).toBeTruthy();
});

test('Enter asks for what was the other one’s, lets it be taken out, and inserts the rest', async () => {
  const part = await show(asking);
  const option = await within(part).findByRole('option');
  expect(option.textContent).toContain('Hi ‹First name›, they come treated.');
  expect(option.textContent).toContain('Resolved');
  expect(option.textContent).not.toMatch(/Oliver|Grant|18830/);
  await press(within(part).getByRole('listbox'), 'Enter');
  const first = screen.getByLabelText<HTMLInputElement>('First name');
  expect(first.value).toBe('Ana');
  expect(screen.getByText('‹Reference›').tagName).toBe('MARK');
  await act(async () => fireEvent.submit(screen.getByRole('form')));
  expect(write).not.toHaveBeenCalledWith('panel.insert', expect.anything());
  fireEvent.click(screen.getByRole('button', { name: 'Take out “Reference”' }));
  expect(screen.queryByLabelText('Reference')).toBeNull();
  // The focus goes on where the question stood, and is not lost with its button.
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Souza' } });
  await act(async () => fireEvent.submit(screen.getByRole('form')));
  const [, payload] = write.mock.calls.find(([type]) => type === 'panel.insert') ?? [];
  expect(JSON.stringify(payload)).toContain('Hi Ana, they come treated. Wax for Mr Souza later.');
  expect(payload).not.toHaveProperty('reply');
  expect(write).not.toHaveBeenCalledWith('replies.fill', expect.anything());
});

test('what was folded stays folded, and what was chosen stays chosen, while something else is shown', async () => {
  const part = await show(asking, [oliver, { ...oliver, who: 'other', lines: tentLines }]);
  await waitFor(() => expect(within(part).getAllByRole('option')).toHaveLength(2));
  await press(within(part).getByRole('listbox'), 'End');
  await press(within(part).getByRole('listbox'), 'Enter');
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  const again = await screen.findByRole('region', { name: /How we answered before/ });
  await waitFor(() => {
    const options = within(again).getAllByRole('option');
    expect(options.map((each) => each.getAttribute('aria-selected'))).toEqual(['false', 'true']);
  });
  fireEvent.click(within(again).getByRole('button', { name: /How we answered before/ }));
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'x' } });
  fireEvent.change(screen.getByRole('combobox'), { target: { value: '' } });
  const title = await screen.findByRole('button', { name: /How we answered before/ });
  expect(title.getAttribute('aria-expanded')).toBe('false');
});

test('makes a response of it, blanks included', async () => {
  const part = await show(asking);
  await within(part).findByRole('option');
  fireEvent.click(within(part).getByRole('button', { name: 'Make a response of it' }));
  const text = screen.getByLabelText<HTMLTextAreaElement>('Text');
  expect(text.value).toMatch(/^Hi \{\{ask\.first_name\}\}, they come treated/);
});

test('whoever is forgotten is gone from the list', async () => {
  const part = await show(asking);
  await within(part).findByRole('option');
  await act(async () => {
    await database.messages.where('[connectionId+contactId]').equals(['cw', 'oliver']).delete();
    await database.indexSegments.clear();
  });
  expect(await within(part).findByText(/No similar question/)).toBeTruthy();
});
