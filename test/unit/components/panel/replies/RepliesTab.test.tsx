// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { RepliesTab } from '../../../../../components/panel/replies/RepliesTab';
import { useReplyDrafts } from '../../../../../components/panel/replies/reply-drafts';
import { usePanelView } from '../../../../../components/panel/view-store';
import { mergePerson } from '../../../../../lib/identity/person';
import type { ComposerState } from '../../../../../lib/model/composer';
import type { Contact } from '../../../../../lib/model/contact';
import type { PageContext } from '../../../../../lib/model/page';
import { database } from '../../../../../lib/storage/database';
import { changeSettings } from '../../../../../lib/storage/settings';
import { cardAnswer, dataCard } from '../../../cards/samples';
import { ref } from '../../../refs';
import { conversation, message } from '../../../timeline/samples';
import { contact, panelSnapshot, screenRow } from '../snapshots';
import { reply } from './samples';

/** What is written and answered with what came of it, and what is only told. */
const { write, tell } = vi.hoisted(() => ({ write: vi.fn(), tell: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) =>
    type === 'replies.refresh' || type === 'replies.draft' || type === 'replies.fill'
      ? tell(type, payload)
      : write(type, payload),
  ),
}));

const inserted = {
  kind: 'inserted',
  mode: 'reply',
  length: 10,
  canUndo: true,
  pickerOpened: false,
} as const;
const writeText = vi.fn(async () => undefined);

/** What is written next is answered when this is called. */
function answerLater(): (outcome: unknown) => void {
  let answer: (outcome: unknown) => void = () => undefined;
  write.mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  return answer;
}

beforeEach(async () => {
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  write.mockResolvedValue(inserted);
  await database.replies.bulkPut([
    reply(),
    reply({ id: '2', title: 'Refund', shortcut: 'refund', body: 'Order {{ask.order_number}}' }),
    reply({
      id: '3',
      title: 'Handover',
      shortcut: 'ho',
      body: 'Over to you',
      audience: 'internal',
    }),
  ]);
});

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  write.mockReset();
  writeText.mockClear();
  usePanelView.getState().chooseTab('history');
  useReplyDrafts.getState().keep(undefined);
  await Promise.all(database.tables.map((table) => table.clear()));
});

const complete = { state: 'complete', dropped: 0, checkedAt: 0 } as const;

interface Shown {
  context?: PageContext;
  composer?: 'reply' | 'note' | 'none';
  state?: ComposerState;
  /** As the connection's key tells it. */
  agentName?: string;
  agentEmail?: string;
  /** Of the customer. */
  language?: string;
  /** Of the person, the one on screen first. */
  records?: Contact[];
}

async function show(
  {
    context = screenRow().context,
    composer = 'reply',
    state,
    agentName,
    agentEmail,
    language,
    records = [],
  }: Shown = {},
  wanted: 'search' | 'form' = 'search',
  platforms = panelSnapshot().platforms,
): Promise<HTMLElement> {
  const shown = panelSnapshot({
    platforms,
    ...(records.length > 0 && { contacts: records }),
    connections: panelSnapshot().connections.map((each) =>
      agentName === undefined ? each : { ...each, agentName, agentEmail },
    ),
    screen: screenRow({
      context: { ...context, composer, ...(state === undefined ? {} : { composerState: state }) },
    }),
  });
  render(
    <PanelProvider windowId={1} anchor={ref('cw/1')} snapshot={shown}>
      <RepliesTab person={mergePerson([contact({ language })])} />
    </PanelProvider>,
  );
  return wanted === 'form'
    ? screen.findByRole('form')
    : screen.findByRole('combobox', { name: 'Find a canned response' });
}

function type(field: HTMLElement, value: string) {
  fireEvent.change(field, { target: { value } });
}

async function press(field: HTMLElement, key: string, given: KeyboardEventInit = {}) {
  await act(async () => fireEvent.keyDown(field, { key, ...given }));
}

describe('the tab of canned responses', () => {
  it('has the cursor in the search, and leaves with Escape', async () => {
    usePanelView.getState().findReply();
    const field = await show();
    await waitFor(() => expect(document.activeElement).toBe(field));
    await press(field, 'Escape');
    expect(usePanelView.getState().tab).toBe('history');
  });

  it('goes on with what was typed before the search was there, once', async () => {
    const field = await show();
    type(field, 'l');
    act(() => usePanelView.getState().findReply('he'));
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('hel');
    cleanup();
    await show();
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('');
  });

  it('does not say that there are none before the helpdesks were read', async () => {
    await database.replies.clear();
    const { platforms, connections } = panelSnapshot();
    const [first] = platforms;
    const writable = { ...first?.capabilities, replies: 'write' };
    await show({}, 'search', [Object.assign({}, first, { capabilities: writable })]);
    expect(await screen.findByText(/Loading the responses/)).toBeTruthy();
    expect(screen.queryByText('No canned responses yet')).toBeNull();
    const coverage = { state: 'complete', dropped: 0, checkedAt: 1 } as const;
    const source = connections.find(({ platform }) => platform === first?.name)?.id ?? '';
    await act(() => database.replySources.put({ source, coverage, writable: true, dropped: [] }));
    expect(await screen.findByText('No canned responses yet')).toBeTruthy();
  });

  it('inserts what three letters find, with the values of the person, on Enter', async () => {
    const field = await show();
    type(field, 'hel');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    const preview = screen.getByRole('region', { name: 'Preview' });
    expect(preview.textContent).toContain('Hello Ana!');
    expect(preview.textContent).toContain('With the values of Ana Souza');
    await press(field, 'Enter');
    expect(write).toHaveBeenCalledWith('panel.insert', {
      windowId: 1,
      tabId: 7,
      subject: 's',
      insertionId: expect.any(String),
      mode: 'reply',
      text: { blocks: [{ kind: 'paragraph', spans: [{ text: 'Hello Ana!' }] }] },
      reply: { source: 'own', id: '1' },
    });
    expect(await screen.findByText(/Inserted into the reply\. Nothing was sent/)).toBeTruthy();
  });

  it('keeps what is typed and what is current when a colleague’s response comes in', async () => {
    const field = await show();
    type(field, 'hel');
    const chosen = () => screen.getByRole('option', { selected: true }).textContent;
    expect(chosen()).toContain('Greeting');
    await act(async () => {
      await database.replies.put(reply({ id: '9', title: 'Hel', shortcut: 'hel', body: 'Theirs' }));
    });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('Theirs');
    expect(chosen()).toContain('Greeting');
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('hel');
  });

  it('shows both texts when a colleague has changed what is saved', async () => {
    await database.replySources.put({
      source: 'own',
      coverage: complete,
      writable: true,
      dropped: [],
    });
    type(await show(), 'hel');
    await act(async () =>
      fireEvent.click(screen.getByRole('button', { name: 'Change this response' })),
    );
    type(await screen.findByRole('textbox', { name: 'Text' }), 'Mine');
    write.mockResolvedValueOnce({
      kind: 'conflict',
      why: 'changed',
      message: 'Changed.',
      theirs: reply({ body: 'Theirs' }),
    });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    await screen.findByRole('heading', { name: /was changed in/ });
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Combine both' })));
    type(screen.getByRole('textbox', { name: 'Combined text' }), 'Both');
    expect(useReplyDrafts.getState().draft).toMatchObject({ body: 'Mine', combined: 'Both' });
    write.mockResolvedValueOnce({ kind: 'ok', id: '1' });
    await act(async () =>
      fireEvent.click(screen.getByRole('button', { name: 'Replace it with mine' })),
    );
    expect(write).toHaveBeenLastCalledWith('replies.save', {
      reply: expect.objectContaining({ id: '1', body: 'Mine' }),
      base: expect.objectContaining({ body: 'Theirs' }),
    });
    await screen.findByRole('combobox', { name: 'Find a canned response' });
  });

  it('signs with the agent’s own name, else with the one from the settings', async () => {
    await database.replies.put(reply({ id: '4', title: 'Signed', body: 'Yours, {{agent.name}}' }));
    const text = () => screen.getByRole('region', { name: 'Preview' }).textContent;
    type(await show({ agentName: 'Jana Weber' }), 'signed');
    expect(text()).toContain('Yours, Jana Weber');
    cleanup();
    type(await show(), 'signed');
    expect(text()).toContain('‹agent.name›');
    await act(() => changeSettings({ agentName: 'Jana W.' }));
    await waitFor(() => expect(text()).toContain('Yours, Jana W.'));
    await changeSettings({ agentName: undefined });
  });

  it('knows the agent’s address, the inbox and what the team keeps about the conversation', async () => {
    const context = { ...screenRow().context, conversationId: 'c1' };
    await database.conversations.put({
      ...conversation({ connectionId: 'cw', id: 'c1' }),
      inboxName: 'Web shop',
      attributes: [{ label: 'Order number', value: '4711' }],
    });
    const body =
      '{{conversation.custom_attribute.order_number}}, {{inbox.name}}, {{agent.email}}, {{agent.name}}';
    await database.replies.put(reply({ id: '4', title: 'Facts', body }));
    const agent = { agentName: '+351 912 345 678', agentEmail: 'jana@acme.example' };
    type(await show({ context, ...agent }), 'facts');
    const text = () => screen.getByRole('region', { name: 'Preview' }).textContent;
    await waitFor(() => expect(text()).toContain('4711, Web shop, jana@acme.example'));
    // A number is no name to sign with.
    expect(text()).toContain('‹agent.name›');
  });

  it('writes dates in the language of the text, whatever the customer’s', async () => {
    const variants = [{ language: 'fr', body: 'Le {{date:long}}' }];
    const dated = { id: '5', title: 'Dated', body: 'On {{date:long}}', language: 'en', variants };
    await database.replies.put(reply(dated));
    const text = () => screen.getByRole('region', { name: 'Preview' }).textContent;
    type(await show({ language: 'sv' }), 'dated');
    expect(text()).toMatch(/On (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/);
    // A date is nothing that is known of the person.
    expect(text()).not.toContain('With the values of');
    cleanup();
    type(await show({ language: 'fr' }), 'dated');
    expect(text()).toMatch(/Le (?:lun|mar|mercre|jeu|vendre|same)di|Le dimanche/);
  });

  it('takes back the insertion that it tells of', async () => {
    const field = await show();
    for (let time = 0; time < 2; time += 1) {
      type(field, 'hel');
      await press(field, 'Enter');
    }
    const undo = await screen.findByRole('button', { name: 'Undo' });
    await act(async () => fireEvent.click(undo));
    const ids = write.mock.calls.flatMap(([kind, payload]) =>
      kind === 'panel.insert' && 'insertionId' in payload ? [payload.insertionId] : [],
    );
    expect(new Set(ids).size).toBe(2);
    expect(write).toHaveBeenLastCalledWith('panel.undo-insert', {
      ...{ windowId: 1, tabId: 7 },
      insertionId: ids[1],
    });
    expect(screen.getByText(/Undone:/)).toBeTruthy();
  });

  it.each([
    [
      'refused',
      { kind: 'refused', reason: 'not-taken' },
      /^Not undone: .*remove it there by hand\.$/,
    ],
    [
      'not sure',
      { kind: 'doubtful' },
      /may not be what it should be\. Check it before you send\.$/,
    ],
    ['unanswered', undefined, /may not be what it should be\. Check it before you send\.$/],
  ])(
    'says what became of an Undo that was %s, and asks nobody to insert again',
    async (...given) => {
      const [, outcome, words] = given;
      const field = await show();
      type(field, 'hel');
      await press(field, 'Enter');
      const undo = await screen.findByRole('button', { name: 'Undo' });
      if (outcome === undefined) write.mockRejectedValue(new Error('no-answer'));
      else write.mockResolvedValue(outcome);
      await act(async () => fireEvent.click(undo));
      expect(await screen.findByText(words)).toBeTruthy();
      expect(screen.queryByText(/insert again|nothing was inserted|field is unchanged/)).toBeNull();
      expect(writeText).not.toHaveBeenCalled();
    },
  );

  it('tells what became of an Undo when another conversation has come up meanwhile', async () => {
    const field = await show();
    type(field, 'hel');
    await press(field, 'Enter');
    const answer = answerLater();
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    cleanup();
    await act(async () => answer({ kind: 'refused', reason: 'wrong-contact' }));
    await waitFor(() => expect(usePanelView.getState().notice.text).toMatch(/^Not undone:/));
  });

  it('leaves the keyboard in the search after Undo and Dismiss, where a held Enter inserts nothing', async () => {
    const field = await show();
    type(field, 'hel');
    await press(field, 'Enter');
    for (const name of ['Undo', 'Dismiss']) {
      const button = await screen.findByRole('button', { name });
      button.focus();
      await act(async () => fireEvent.click(button));
      expect(document.activeElement).toBe(field);
    }
    const count = write.mock.calls.length;
    await act(async () => fireEvent.keyDown(field, { key: 'Enter', repeat: true }));
    expect(write).toHaveBeenCalledTimes(count);
  });

  it('takes it back once, however often that is pressed', async () => {
    const field = await show();
    type(field, 'hel');
    await press(field, 'Enter');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    fireEvent.click(undo);
    write.mockResolvedValue({ kind: 'refused', reason: 'not-taken' });
    await act(async () => fireEvent.click(undo));
    expect(screen.getByText(/Undone:/)).toBeTruthy();
    expect(write.mock.calls.filter(([kind]) => kind === 'panel.undo-insert')).toHaveLength(1);
  });

  it('goes through what it found with the arrows, around the ends', async () => {
    const field = await show();
    const chosen = () =>
      screen
        .getAllByRole('option')
        .findIndex((row) => row.getAttribute('aria-selected') === 'true');
    expect(chosen()).toBe(0);
    await press(field, 'ArrowDown');
    expect(chosen()).toBe(1);
    await press(field, 'ArrowUp');
    await press(field, 'ArrowUp');
    expect(chosen()).toBe(2);
    const active = field.getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.getAttribute('aria-selected')).toBe('true');
  });

  it('suggests what fits the last message before anything is typed', async () => {
    await database.messages.put(
      message({ contactId: '1', id: 'a', sentAt: 3, text: 'I want a refund', direction: 'in' }),
    );
    await show();
    expect(await screen.findByText('For the last message')).toBeTruthy();
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('Refund');
  });

  it('asks for what only another record says, offers it with its source, and marks what was taken', async () => {
    const shared = { emailKeys: ['ana@shop.example'], emails: ['ana@shop.example'] };
    const elsewhere = contact({ ...shared, connectionId: 'ku', id: '9', platform: 'kustomer' });
    const records = [contact(shared), { ...elsewhere, phones: ['+46 1'] }];
    await database.replies.put(
      reply({
        id: '9',
        title: 'Call',
        shortcut: 'call',
        body: 'We call {{contact.phone_number}}.',
      }),
    );
    const field = await show({ records });
    type(field, 'call');
    await press(field, 'Enter');
    expect(write).not.toHaveBeenCalled();
    const question = screen.getByRole<HTMLInputElement>('textbox', { name: /phone number/i });
    expect(question.value).toBe('');
    const offer = screen.getByText(/is from another record/).textContent;
    expect(offer).toContain('+46 1');
    expect(offer).toContain('same e-mail address as in');
    fireEvent.click(screen.getByRole('button', { name: 'Use it' }));
    expect(question.value).toBe('+46 1');
    expect(screen.getByRole('list', { name: 'From other records' }).textContent).toContain('+46 1');
    await press(question, 'Enter', { ctrlKey: true });
    expect(write).toHaveBeenCalled();
  });

  it('takes a value of a data card, says from which and how old, and asks for what it does not say', async () => {
    await database.cards.put(dataCard());
    const fetchedAt = Date.now() - 5 * 60_000;
    await database.cardAnswers.put(cardAnswer({ connectionId: 'cw', fetchedAt }));
    const body = 'It is {{card.order.status}}, due {{card.order.due}}.';
    await database.replies.put(reply({ id: '9', title: 'Parcel', shortcut: 'parcel', body }));
    const field = await show();
    type(field, 'parcel');
    const marks = await screen.findByRole('list', { name: 'From data cards' });
    expect(marks.textContent).toBe('Shipped is from Orders (shop.example), 5 min ago');
    await press(field, 'Enter');
    const question = screen.getByRole('textbox', { name: 'Order due' });
    type(question, 'Monday');
    await press(question, 'Enter', { ctrlKey: true });
    const blocks = [
      {
        kind: 'paragraph',
        spans: [expect.objectContaining({ text: 'It is Shipped, due Monday.' })],
      },
    ];
    expect(write.mock.lastCall?.[1]).toMatchObject({ text: { blocks } });
  });

  it('takes a detail of a record that was linked by hand, and says whose it is', async () => {
    await database.links.put({ a: ref('cw/1'), b: ref('ku/9'), verdict: 'same', at: 5 });
    const linked = contact({
      connectionId: 'ku',
      id: '9',
      platform: 'kustomer',
      phones: ['+46 1'],
    });
    await database.replies.put(
      reply({
        id: '9',
        title: 'Call',
        shortcut: 'call',
        body: 'We call {{contact.phone_number}}.',
      }),
    );
    const field = await show({ records: [contact(), linked] });
    type(field, 'call');
    const marks = await screen.findByRole('list', { name: 'From other records' });
    expect(marks.textContent).toContain('+46 1');
    await press(field, 'Enter');
    expect(write).toHaveBeenCalled();
  });

  it('asks what it does not know, and inserts only when all is told', async () => {
    const field = await show();
    type(field, 'ref');
    expect(screen.getByText('‹ask.order_number›').tagName).toBe('MARK');
    await press(field, 'Enter');
    expect(write).not.toHaveBeenCalled();
    const question = screen.getByRole('textbox', { name: 'Order number' });
    expect(document.activeElement).toBe(question);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Insert' });
    expect(button.disabled).toBe(true);
    type(question, '4711');
    expect(button.disabled).toBe(false);
    await press(question, 'Enter', { ctrlKey: true });
    expect(JSON.stringify(write.mock.calls[0])).toContain('Order 4711');
  });

  it('inserts nothing by the keys that opened the text and are still held down', async () => {
    const field = await show();
    type(field, 'hel');
    await press(field, 'Enter', { ctrlKey: true });
    const box = screen.getByRole('textbox', { name: 'Text to insert' });
    await press(box, 'Enter', { ctrlKey: true, repeat: true });
    expect(write).not.toHaveBeenCalled();
    // Lines are made by holding Enter down.
    expect(fireEvent.keyDown(box, { key: 'Enter', repeat: true })).toBe(true);
  });

  it('opens the text to be changed with Ctrl+Enter, and goes back with Escape', async () => {
    const field = await show();
    type(field, 'hel');
    await press(field, 'Enter', { ctrlKey: true });
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to insert' });
    expect(box.value).toBe('Hello Ana!');
    expect(screen.getByText('Ana Souza').parentElement?.textContent).toContain(
      'With the values of',
    );
    type(box, 'Hello **Ana**, dear {{nobody}}');
    await press(box, 'Enter', { ctrlKey: true });
    expect(write).not.toHaveBeenCalled();
    await press(box, 'Escape');
    expect(await screen.findByRole('combobox')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
  });

  it('asks before a text for colleagues goes into a reply; the safe answer has the focus', async () => {
    const field = await show();
    type(field, 'hand');
    await press(field, 'Enter');
    expect(screen.getByRole('alertdialog').textContent).toContain('the customer would read it');
    const safe = screen.getByRole('button', { name: 'Don’t insert' });
    expect(document.activeElement).toBe(safe);
    fireEvent.click(safe);
    expect(write).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field);
    await press(field, 'Enter');
    await act(async () =>
      fireEvent.click(screen.getByRole('button', { name: 'Insert into the reply' })),
    );
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('withdraws its question when the text or the current response is another one since', async () => {
    const field = await show();
    type(field, 'hand');
    await press(field, 'Enter', { ctrlKey: true });
    const box = screen.getByRole('textbox', { name: 'Text to insert' });
    type(box, 'Over to you, and the refund is refused');
    await press(box, 'Enter', { ctrlKey: true });
    expect(screen.getByRole('alertdialog')).toBeTruthy();
    box.focus();
    type(box, 'Over to you');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(document.activeElement).toBe(box);
    await press(box, 'Escape');
    const search = await screen.findByRole('combobox');
    type(search, '');
    for (const leave of [
      () => fireEvent.click(screen.getByRole('option', { name: /Greeting/ })),
      () => fireEvent.keyDown(search, { key: 'ArrowDown' }),
      () => type(search, 'hel'),
      () => fireEvent.keyDown(search, { key: 'Enter', ctrlKey: true }),
    ]) {
      fireEvent.click(screen.getByRole('option', { name: /Handover/ }));
      await press(search, 'Enter');
      expect(screen.getByRole('alertdialog')).toBeTruthy();
      await act(async () => leave());
      expect(screen.queryByRole('alertdialog')).toBeNull();
      if (screen.queryByRole('combobox') !== null) type(search, '');
    }
    expect(write).not.toHaveBeenCalled();
  });

  it('takes no more changes of a text that is on its way: they would be lost', async () => {
    const answer = answerLater();
    const field = await show();
    type(field, 'ref');
    await press(field, 'Enter', { ctrlKey: true });
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to insert' });
    const number = screen.getByRole<HTMLInputElement>('textbox', { name: 'Order number' });
    type(number, '4711');
    await press(box, 'Enter', { ctrlKey: true });
    expect([box.readOnly, number.readOnly]).toEqual([true, true]);
    type(box, 'And one sentence more');
    type(number, '4712');
    fireEvent.click(screen.getByRole('button', { name: 'Take out “Order number”' }));
    expect([box.value, number.value]).toEqual(['Order {{ask.order_number}}', '4711']);
    await act(async () => answer({ kind: 'refused', reason: 'wrong-contact' }));
    await press(await screen.findByRole('combobox'), 'Enter', { ctrlKey: true });
    const again = screen.getByRole<HTMLInputElement>('textbox', { name: 'Order number' });
    expect([again.value, again.readOnly]).toEqual(['4711', false]);
  });

  it('says why nothing can be put in, and puts nothing in', async () => {
    const field = await show({ state: { blocked: 'join-first', formatting: [] } });
    expect(screen.getByText(/Join it there first/)).toBeTruthy();
    await press(field, 'Enter');
    expect(write).not.toHaveBeenCalled();
    expect(usePanelView.getState().notice.text).toMatch(/^Nothing was inserted.*Join it there/);
  });

  it('says each time that Enter puts nothing in: nothing found, or the last one on its way', async () => {
    const field = await show();
    type(field, 'no such response');
    await press(field, 'Enter');
    expect(usePanelView.getState().notice.text).toBe('There is no response to insert.');
    write.mockReturnValue(new Promise(() => undefined));
    type(field, 'hel');
    await press(field, 'Enter');
    await press(field, 'Enter');
    expect(write).toHaveBeenCalledTimes(1);
    expect(usePanelView.getState().notice.text).toBe('The last text is still being inserted.');
  });

  it('opens no other response while the last text is on its way: it would be closed again', async () => {
    const answer = answerLater();
    const field = await show();
    type(field, 'hel');
    await press(field, 'Enter');
    type(field, 'ref');
    await press(field, 'Enter');
    expect(screen.queryByRole('textbox', { name: 'Order number' })).toBeNull();
    expect(usePanelView.getState().notice.text).toBe('The last text is still being inserted.');
    await act(async () => answer(inserted));
    await press(field, 'Enter');
    expect(screen.getByRole('textbox', { name: 'Order number' })).toBeTruthy();
  });

  it('tells what became of a text when another conversation has come up meanwhile', async () => {
    const answer = answerLater();
    const field = await show();
    type(field, 'hel');
    await press(field, 'Enter');
    cleanup();
    await act(async () => answer({ kind: 'refused', reason: 'wrong-contact' }));
    await waitFor(() =>
      expect(usePanelView.getState().notice.text).toContain('shows another conversation now'),
    );
  });

  it('says where the text goes, and that it is too long for the channel', async () => {
    const field = await show({ composer: 'note', state: { formatting: [], limit: 5 } });
    expect(screen.getByText('private note')).toBeTruthy();
    type(field, 'hel');
    const warning = screen.getByText(/10 characters, but this channel accepts at most 5/);
    // Read out when it begins, and not at each key.
    expect(warning.getAttribute('aria-relevant')).toBe('additions');
  });

  it('keeps what was changed by hand when it was refused, and while something is only asked', async () => {
    const field = await show();
    type(field, 'ref');
    await press(field, 'Enter', { ctrlKey: true });
    const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to insert' });
    type(screen.getByRole('textbox', { name: 'Order number' }), '4711');
    type(box(), 'About order {{ask.order_number}}, dear Ana');
    write.mockResolvedValue({ kind: 'refused', reason: 'wrong-contact' });
    await press(box(), 'Enter', { ctrlKey: true });
    expect(write).toHaveBeenCalledTimes(1);
    // Only asked this time: the words changed by hand stay where they are.
    await press(await screen.findByRole('combobox'), 'Enter');
    type(screen.getByRole('textbox', { name: 'Order number' }), '4712');
    cleanup();
    const again = await show();
    type(again, 'ref');
    await press(again, 'Enter', { ctrlKey: true });
    expect(box().value).toBe('About order {{ask.order_number}}, dear Ana');
  });

  it('asks again when a kept answer is no longer one of the choices', async () => {
    const sizes = (body: string) => database.replies.put(reply({ id: '2', title: 'Size', body }));
    await sizes('Size {{ask.size:S/M/XL}}');
    const field = await show();
    type(field, 'size');
    await press(field, 'Enter');
    const select = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Size' });
    type(select(), 'XL');
    cleanup();
    await sizes('Size {{ask.size:S/M}}');
    const again = await show();
    type(again, 'size');
    await press(again, 'Enter');
    expect(select().value).toBe('');
    await press(select(), 'Enter', { ctrlKey: true });
    expect(write).not.toHaveBeenCalled();
  });

  it('puts what was refused on the clipboard, and says so', async () => {
    write.mockResolvedValue({ kind: 'refused', reason: 'wrong-contact' });
    const field = await show();
    type(field, 'hel');
    await press(field, 'Enter');
    expect(writeText).toHaveBeenCalledWith('Hello Ana!');
    const words = await screen.findByText(/shows another conversation now/);
    expect(words.textContent).toContain('The text is on the clipboard.');
  });

  it('says that somebody has to look when the worker does not answer', async () => {
    write.mockRejectedValue(new Error('no-answer'));
    const field = await show();
    type(field, 'hel');
    await press(field, 'Enter');
    expect(await screen.findByText(/may not be what it should be/)).toBeTruthy();
  });

  it('says what is wrong with a source', async () => {
    await database.replySources.put({
      source: 'cw',
      writable: true,
      dropped: [],
      coverage: { state: 'unauthorised', reason: 'wrong-key', dropped: 0, checkedAt: 0 },
    });
    await show();
    expect(screen.getByText(/Support\): no access to the responses/)).toBeTruthy();
  });

  it('tells what is left out until that is dismissed, and again when the number changes', async () => {
    localStorage.clear();
    const row = { source: 'cw', writable: true, coverage: complete };
    await database.replySources.put({ ...row, dropped: ['a', 'b'] });
    await show();
    const strip = screen.getByText(/: 2 responses are left out/);
    expect(within(strip).getByRole('link').getAttribute('href')).toBe('/options.html#responses');
    fireEvent.click(screen.getByRole('button', { name: /Dismiss until/ }));
    expect(screen.queryByText(/left out/)).toBeNull();
    cleanup();
    await show();
    expect(screen.queryByText(/left out/)).toBeNull();
    await act(() => database.replySources.put({ ...row, dropped: ['a', 'b', 'c'] }));
    expect(await screen.findByText(/: 3 responses are left out/)).toBeTruthy();
  });

  it('warns of the channel’s own limit, with its name and the figure', async () => {
    const { context } = screenRow();
    const where = { connectionId: 'cw', contactId: '1', id: '318' };
    await database.conversations.put(conversation({ ...where, channel: 'SMS' }));
    const [first] = panelSnapshot().platforms;
    const replyLimits = [{ channel: 'SMS', limit: 5 }];
    const limited = { ...first?.capabilities, replyLimits };
    const field = await show({ context: { ...context, conversationId: '318' } }, 'search', [
      Object.assign({}, first, { capabilities: limited }),
    ]);
    type(field, 'hel');
    expect(
      await screen.findByText(/10 characters, but SMS accepts at most 5\. Shorten it/),
    ).toBeTruthy();
  });
});

describe('a response with logic', () => {
  const body =
    'Hi {{contact.first_name}}{% if contact.email %}, {{ contact.phone | size }}{% endif %}';

  beforeEach(async () => {
    await database.replies.put(reply({ id: '9', title: 'Logic', body }));
  });

  it('is told, and can only be edited, where nobody works it out', async () => {
    const { platforms } = panelSnapshot();
    const solver = Object.assign({}, platforms[0], { name: 'solver', label: 'Solver' });
    solver.capabilities = { ...solver.capabilities, worksOutLiquid: true };
    const field = await show({}, 'search', [...platforms, solver]);
    type(field, 'logic');
    expect(screen.getByText(/uses logic that only Solver evaluates: \{% if/)).toBeTruthy();
    await press(field, 'Enter');
    expect(write).not.toHaveBeenCalled();
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text to insert' });
    expect(text.value).toContain('Hi Ana{% if contact.email %}');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Insert' }).disabled).toBe(true);
    type(text, 'Hi Ana');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Insert' })));
    expect(JSON.stringify(write.mock.calls)).toContain('"Hi Ana"');
  });

  it('goes in as it is written where the server works it out, but only after that was said', async () => {
    const { platforms } = panelSnapshot();
    const solving = platforms.map((each) => ({
      ...each,
      capabilities: { ...each.capabilities, worksOutLiquid: true },
    }));
    const field = await show({}, 'search', solving);
    type(field, 'logic');
    await press(field, 'Enter');
    expect(write).not.toHaveBeenCalled();
    const question = screen.getByRole('alertdialog', { name: 'Insert it as written?' });
    expect(question.textContent).toContain('evaluates it when you send it');
    expect(document.activeElement?.textContent).toBe('Don’t insert');
    const yes = within(question).getByRole('button', { name: 'Insert into the reply' });
    await act(async () => fireEvent.click(yes));
    expect(JSON.stringify(write.mock.calls)).toContain(
      'Hi Ana{% if contact.email %}, {{ contact.phone | size }}{% endif %}',
    );
  });
});

it('tells in the preview which backslashes would not go out', async () => {
  const body = 'See logs\\_temp\\*.log';
  await database.replies.put(reply({ id: '8', title: 'Path', shortcut: 'path', body }));
  const field = await show();
  type(field, 'path');
  expect(await screen.findByText(/2 backslashes are read as Markdown/)).toBeTruthy();
  type(field, 'hel');
  await waitFor(() => expect(screen.queryByText(/backslashes/)).toBeNull());
});

describe('a response that is inserted as written', () => {
  const shown = '1) **Hi** Ana';
  beforeEach(async () => {
    const body = '1) **Hi** {{contact.first_name}}';
    await database.replies.put(
      reply({ id: '9', title: 'Raw', shortcut: 'raw', body, asWritten: true }),
    );
  });

  it('goes in with every sign', async () => {
    const field = await show();
    type(field, 'raw');
    await press(field, 'Enter');
    expect(write).toHaveBeenCalledWith(
      'panel.insert',
      expect.objectContaining({
        text: { blocks: [{ kind: 'paragraph', spans: [{ text: shown }] }] },
      }),
    );
  });

  it('keeps them when it is edited first', async () => {
    const field = await show();
    type(field, 'raw');
    await press(field, 'Enter', { ctrlKey: true });
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: 'Text to insert',
    });
    expect(text.value).toBe(shown);
    expect(screen.getByRole('region', { name: 'Preview' }).textContent).toContain(shown);
  });
});

describe('a new response', () => {
  async function openForm() {
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'New response' }));
    type(screen.getByRole('textbox', { name: 'Title' }), 'Hours');
    type(screen.getByRole('textbox', { name: 'Shortcut' }), '/hours');
    type(screen.getByRole('textbox', { name: 'Text' }), 'We are open 9 to 5.');
    type(screen.getByRole('textbox', { name: 'Tags' }), 'shop, shop, time');
  }

  it('is saved where it belongs', async () => {
    await database.replySources.put({
      source: 'cw',
      writable: true,
      dropped: [],
      coverage: { state: 'complete', dropped: 0, checkedAt: 0 },
    });
    write.mockResolvedValue({ kind: 'ok' });
    await openForm();
    type(screen.getByRole('combobox', { name: 'Keep it in' }), 'cw');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(write).toHaveBeenCalledWith('replies.save', {
      reply: {
        source: 'cw',
        title: 'Hours',
        shortcut: 'hours',
        body: 'We are open 9 to 5.',
        tags: ['shop', 'time'],
        variants: [],
        platforms: [],
      },
    });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
  });

  it('is saved once, however long the keys are held', async () => {
    write.mockReturnValue(new Promise(() => undefined));
    await openForm();
    const text = screen.getByRole('textbox', { name: 'Text' });
    await press(text, 'Enter', { ctrlKey: true });
    await press(text, 'Enter', { ctrlKey: true });
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('keeps the form and says so when the shortcut is taken', async () => {
    write.mockResolvedValue({
      kind: 'failed',
      message: 'Support already has a response /hours.',
      conflict: true,
    });
    await openForm();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(screen.getByText('Support already has a response /hours.')).toBeTruthy();
    const shortcut = screen.getByRole('textbox', { name: 'Shortcut' });
    expect(shortcut.getAttribute('aria-invalid')).toBe('true');
  });

  it('is still there after another part of the panel was looked at', async () => {
    await openForm();
    cleanup();
    await show(undefined, 'form');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Hours');
    await press(screen.getByRole('textbox', { name: 'Text' }), 'Escape');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('combobox', { name: 'Find a canned response' })).toBeTruthy();
  });

  it('keeps what was written on after the form was left while it was saved', async () => {
    await openForm();
    const answer = answerLater();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    cleanup();
    await show(undefined, 'form');
    type(screen.getByRole('textbox', { name: 'Text' }), 'We are open on Sundays, too.');
    await act(async () => answer({ kind: 'ok' }));
    expect(useReplyDrafts.getState().draft?.body).toBe('We are open on Sundays, too.');
  });

  it('makes way for a search that is wanted, and can be gone on with', async () => {
    await openForm();
    act(() => usePanelView.getState().findReply());
    expect(await screen.findByRole('combobox', { name: 'Find a canned response' })).toBeTruthy();
    expect(screen.getByText('Not saved yet: Hours')).toBeTruthy();
    await waitFor(() =>
      expect(tell).toHaveBeenCalledWith('replies.draft', {
        draft: expect.objectContaining({ body: 'We are open 9 to 5.' }),
      }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Hours');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText(/Not saved yet/)).toBeNull();
  });

  it('is not saved without a text', async () => {
    await openForm();
    type(screen.getByRole('textbox', { name: 'Text' }), '  ');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(write).not.toHaveBeenCalled();
    expect(screen.getByText('Write the text to insert.')).toBeTruthy();
  });
});
