// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { RepliesSection } from '../../../../../components/options/replies/RepliesSection';
import { database } from '../../../../../lib/storage/database';
import { reply } from '../../panel/replies/samples';
import { connection, platform } from '../../panel/snapshots';

/** What is written and answered with what came of it, and what is only told. */
const { write, tell } = vi.hoisted(() => ({ write: vi.fn(), tell: vi.fn() }));
vi.mock('../../../../../lib/messaging/send', async (original) => ({
  ...(await original<typeof import('../../../../../lib/messaging/send')>()),
  send: vi.fn(async (_table: unknown, type: string, payload: unknown) =>
    type === 'replies.refresh' ? tell(type, payload) : write(type, payload),
  ),
}));

const complete = { state: 'complete', dropped: 0, checkedAt: 0 } as const;

beforeEach(async () => {
  write.mockResolvedValue({ kind: 'ok' });
  await database.replySources.bulkPut([
    { source: 'cw', writable: true, dropped: [], coverage: complete },
    { source: 'ku', writable: false, dropped: [], coverage: complete },
  ]);
  await database.replies.bulkPut([
    reply({ tags: ['start'] }),
    reply({ source: 'ku', id: 'k', title: 'Closing', shortcut: 'bye', body: 'Goodbye' }),
  ]);
});

afterEach(async () => {
  cleanup();
  write.mockReset();
  await Promise.all(database.tables.map((table) => table.clear()));
});

async function show() {
  const chatwoot = platform('chatwoot', 'Chatwoot');
  render(
    <RepliesSection
      platforms={[
        { ...chatwoot, capabilities: { ...chatwoot.capabilities, plainReplies: true } },
        platform('kustomer', 'Kustomer'),
      ]}
      connections={[connection('cw', 'chatwoot', 'Support'), connection('ku', 'kustomer', 'Shop')]}
    />,
  );
  return screen.findByRole('list', { name: 'Responses' });
}

async function press(name: string | RegExp) {
  await act(async () => fireEvent.click(screen.getByRole('button', { name })));
}

function type(field: HTMLElement, value: string) {
  fireEvent.change(field, { target: { value } });
}

describe('managing canned responses', () => {
  it('lists all with their use, and narrows by words and by source', async () => {
    await database.usage.put({ source: 'own', id: '1', count: 3, lastUsedAt: 1 });
    const list = await show();
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(await screen.findByText('3 uses')).toBeTruthy();
    for (const cut of ['Greeting', 'start']) expect(within(list).getByTitle(cut)).toBeTruthy();
    type(screen.getByRole('searchbox', { name: 'Search the responses' }), 'start');
    expect(screen.getByText('1 of 2 responses')).toBeTruthy();
    type(screen.getByRole('searchbox', { name: 'Search the responses' }), '');
    type(screen.getByRole('combobox', { name: 'Only this source' }), 'ku');
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((row) => row.textContent),
    ).toEqual([expect.stringContaining('Closing')]);
  });

  it('does not offer to change what its source does not let be changed', async () => {
    await show();
    const editable = (name: string) =>
      !screen.getByRole<HTMLButtonElement>('button', { name: `Edit: ${name}` }).disabled;
    expect(editable('Greeting')).toBe(true);
    expect(editable('Closing')).toBe(false);
  });

  it('takes no other text while one is saved, and is not closed without its outcome', async () => {
    let answer: (outcome: unknown) => void = () => undefined;
    write.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    await show();
    await press('Edit: Greeting');
    const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
    type(text, 'Saved');
    await press('Save response');
    type(text, 'Typed on');
    expect(text.value).toBe('Saved');
    expect(text.readOnly).toBe(true);
    await press('Cancel');
    fireEvent.keyDown(text, { key: 'Escape' });
    await act(async () => answer({ kind: 'failed', message: 'Support is full.' }));
    expect(screen.getByText('Support is full.')).toBeTruthy();
    type(text, 'Typed on');
    expect(text.value).toBe('Typed on');
  });

  it('edits with a preview of what the text becomes', async () => {
    await show();
    await press('Edit: Greeting');
    const preview = screen.getByRole('region', { name: 'Preview' });
    expect(preview.textContent).toContain('Hello Ana!');
    type(screen.getByRole('textbox', { name: 'Text' }), '**Bye** {{ask.when}} {{contact.shoe}}');
    expect(within(preview).getByText('Bye').className).toContain('font-semibold');
    expect(preview.textContent).toContain('Asked before inserting: When');
    expect(preview.textContent).toContain('would be asked: contact.shoe');
    type(screen.getByRole('textbox', { name: 'Language' }), 'klingon!');
    await press('Save response');
    expect(write).not.toHaveBeenCalled();
    expect(screen.getByText(/Write the language as a code/)).toBeTruthy();
    type(screen.getByRole('textbox', { name: 'Language' }), 'pt-BR');
    await press('Save response');
    expect(write.mock.calls[0]?.[1]).toMatchObject({
      reply: {
        source: 'own',
        id: '1',
        body: '**Bye** {{ask.when}} {{contact.shoe}}',
        language: 'pt-BR',
      },
    });
    expect(screen.getByText('Saved in My library.')).toBeTruthy();
  });

  it('marks a response that is inserted exactly as written', async () => {
    await show();
    await press('New response');
    type(screen.getByRole('textbox', { name: 'Title' }), 'Sum');
    type(screen.getByRole('textbox', { name: 'Text' }), '*2* x');
    const preview = screen.getByRole('region', { name: 'Preview' });
    expect(preview.textContent).toContain('2 x');
    expect(preview.textContent).not.toContain('*');
    await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /as written/ })));
    expect(preview.textContent).toContain('*2* x');
    await press('Save response');
    expect(write.mock.calls[0]?.[1]).toMatchObject({ reply: { body: '*2* x', asWritten: true } });
  });

  it('publishes a copy to another source', async () => {
    await show();
    await press('Copy or move: Greeting');
    await screen.findByRole('button', { name: 'Publish to Chatwoot (Support)' });
    await press('Publish to Chatwoot (Support)');
    expect(write.mock.calls.map(([name, payload]) => [name, payload])).toEqual([
      ['replies.save', { reply: expect.objectContaining({ source: 'cw', title: 'Greeting' }) }],
    ]);
    expect(JSON.stringify(write.mock.calls[0]?.[1])).not.toContain('"id"');
  });

  it('says before publishing, and while writing, what a source does not keep', async () => {
    await database.replies.put(
      reply({ tags: ['start'], variants: [{ language: 'de', body: 'Hallo' }] }),
    );
    await show();
    await press('Copy or move: Greeting');
    const words =
      'Chatwoot keeps only the shortcut and the text. Not kept: title, tags and texts in other languages.';
    expect(await screen.findByText(words)).toBeTruthy();
    await press('New response');
    type(screen.getByRole('textbox', { name: 'Tags' }), 'later');
    expect(screen.queryByText(/Not kept: tags\./)).toBeNull();
    type(screen.getByRole('combobox', { name: 'Keep it in' }), 'cw');
    expect(screen.getByText(/Not kept: tags\./)).toBeTruthy();
  });

  describe('with somebody else’s text in the way', () => {
    const theirs = reply({ body: 'Good day {{contact.first_name}}!', updatedAt: 5 });
    const conflict = { kind: 'conflict', why: 'changed', message: 'Changed.', theirs };
    const both = () => screen.findByRole('heading', { name: /“hello” was changed in/ });

    async function meet() {
      await show();
      await press('Edit: Greeting');
      type(screen.getByRole('textbox', { name: 'Text' }), 'Hi {{contact.first_name}}!');
      write.mockResolvedValueOnce(conflict);
      await press('Save response');
      await both();
    }

    it('shows both, marks what is different, and replaces theirs only when told to', async () => {
      await meet();
      const column = (name: string) => screen.getByRole('region', { name });
      const marked = (name: string) =>
        [...column(name).querySelectorAll('mark')].map((mark) => mark.textContent).join('');
      expect(marked('Yours')).toBe('Hi');
      expect(marked('In My library now')).toBe('Goodday ');
      expect(document.activeElement).toBe(await both());
      await press('Replace it with mine');
      expect(write.mock.calls[1]?.[1]).toMatchObject({
        reply: { id: '1', body: 'Hi {{contact.first_name}}!' },
        base: { body: 'Good day {{contact.first_name}}!' },
      });
      expect(screen.getByText('Saved in My library.')).toBeTruthy();
    });

    it('leaves theirs, or goes back to writing', async () => {
      await meet();
      await press('Back to editing');
      const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
      expect(field.value).toBe('Hi {{contact.first_name}}!');
      write.mockResolvedValueOnce(conflict);
      await press('Save response');
      await both();
      await press('Keep theirs');
      expect(write.mock.calls.map(([name]) => name)).toEqual([
        'replies.save',
        'replies.save',
        'replies.seen',
      ]);
      expect(screen.getByText('Nothing was changed in My library.')).toBeTruthy();
    });

    it('makes one text from both, which meets what is there once more', async () => {
      await meet();
      await press('Combine both');
      const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Combined text/ });
      expect(field.value).toBe('Hi {{contact.first_name}}!\nGood day {{contact.first_name}}!');
      expect(screen.getByText(/both changed the same lines/)).toBeTruthy();
      type(field, 'Hi and good day {{contact.first_name}}!');
      const later = { ...theirs, body: 'Third' };
      write.mockResolvedValueOnce({ ...conflict, theirs: later });
      await press('Save this text');
      expect(await screen.findByText('Third')).toBeTruthy();
      await press('Replace it with mine');
      expect(write.mock.calls[2]?.[1]).toMatchObject({
        reply: { body: 'Hi and good day {{contact.first_name}}!' },
        base: { body: 'Third' },
      });
    });

    it('keeps a combined text while somebody goes back to writing', async () => {
      await meet();
      await press('Combine both');
      type(screen.getByRole('textbox', { name: 'Combined text' }), 'Hi and good day!');
      await press('Back to editing');
      const own = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
      expect(own.value).toBe('Hi {{contact.first_name}}!');
      write.mockResolvedValueOnce(conflict);
      await press('Save response');
      await both();
      const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Combined text' });
      expect(field.value).toBe('Hi and good day!');
      expect(screen.getByRole('button', { name: 'Keep theirs' })).toBeTruthy();
      await press('Continue in the form');
      await press('Save response');
      expect(write).toHaveBeenLastCalledWith('replies.save', {
        reply: expect.objectContaining({ id: '1', body: 'Hi and good day!' }),
        base: expect.objectContaining({ body: theirs.body }),
      });
    });

    it('makes a deleted one again as a new one, or leaves it', async () => {
      await show();
      await press('Edit: Greeting');
      type(screen.getByRole('textbox', { name: 'Text' }), 'Hi');
      write.mockResolvedValueOnce({ kind: 'conflict', why: 'deleted', message: 'Gone.' });
      await press('Save response');
      await screen.findByRole('heading', { name: /was deleted in My library/ });
      await press('Create it again in My library');
      const { reply: made, base } = write.mock.calls[1]?.[1] ?? {};
      expect(made).toMatchObject({ body: 'Hi', shortcut: 'hello' });
      expect(made).not.toHaveProperty('id');
      expect(base).toBeUndefined();
    });

    it('asks the same when what is published is there already', async () => {
      await show();
      await press('Copy or move: Greeting');
      const there = reply({ source: 'cw', id: '9', title: 'hello', body: 'Theirs' });
      write.mockResolvedValueOnce({ ...conflict, why: 'taken', theirs: there });
      await screen.findByRole('button', { name: 'Publish to Chatwoot (Support)' });
      await press('Publish to Chatwoot (Support)');
      await screen.findByRole('heading', {
        name: 'Chatwoot (Support) already has another response called “hello”',
      });
      await press('Replace it with mine');
      expect(write.mock.calls[1]?.[1]).toMatchObject({
        reply: { source: 'cw', id: '9', body: 'Hello {{contact.first_name}}!' },
        base: { body: 'Theirs' },
      });
    });

    it('is shown when a text was replaced right after it was saved', async () => {
      const row = { source: 'own', id: '1', keptAt: 9, isOwn: true, crossedAt: 10 };
      await database.replyVersions.add({ ...row, content: reply({ body: 'Mine' }) });
      await show();
      const words = await screen.findByText(/was replaced in My library a moment later/);
      // It stays until somebody has looked: a time of day alone would be taken for today's.
      expect(words.textContent).toContain('saved on 1 January 1970 at ');
      await press('Look at both');
      await both();
      await press('Keep theirs');
      expect(write.mock.calls).toEqual([['replies.seen', { source: 'own', id: '1' }]]);
    });

    it('is told while it is being written, and taken over where nothing was', async () => {
      await show();
      await press('Edit: Greeting');
      await act(async () => {
        await database.replies.put(reply({ body: 'Theirs' }));
      });
      const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
      await waitFor(() => expect(field.value).toBe('Theirs'));
      type(field, 'Mine');
      await act(async () => {
        await database.replies.put(reply({ body: 'Theirs again' }));
      });
      await screen.findByText(
        'Someone else saved this response in My library while you were writing.',
      );
      expect(field.value).toBe('Mine');
      await press('Look at both');
      await both();
      expect(write).not.toHaveBeenCalled();
      await press('Back to editing');
      await press('Edit: Greeting');
      expect(
        screen.getByText('“Greeting” is not saved yet. Save or cancel it first.'),
      ).toBeTruthy();
    });
  });

  it.each(['Cancel', 'Save response'])(
    '%s leads the keyboard back to where forms are opened',
    async (name) => {
      await show();
      await press('Edit: Greeting');
      screen.getByRole('button', { name }).focus();
      await press(name);
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'New response' }));
    },
  );

  it('brings the reason into sight and focuses it when a response is not taken', async () => {
    await show();
    await press('Edit: Greeting');
    write.mockResolvedValueOnce({ kind: 'failed', message: 'Too long.' });
    await press('Save response');
    expect(document.activeElement?.textContent).toBe('Too long.');
    write.mockResolvedValueOnce({ kind: 'failed', conflict: true, message: 'Taken.' });
    await press('Save response');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Shortcut' }));
    type(screen.getByRole('textbox', { name: 'Text' }), ' ');
    await press('Save response');
    type(screen.getByRole('textbox', { name: 'Shortcut' }), 'hello-2');
    await press('Save response');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Text' }));
  });

  it('shows earlier texts and takes one back into the form', async () => {
    const keep = (body: string, more: object) =>
      database.replyVersions.add({
        source: 'own',
        id: '1',
        content: reply({ body, tags: ['old'] }),
        keptAt: 9,
        isOwn: false,
        ...more,
      });
    await keep('Hello all', { writtenAt: 5 });
    await keep('Hello you', { isOwn: true });
    await database.replyVersions.add({
      source: 'own',
      id: '2',
      content: reply({ body: 'Of another' }),
      keptAt: 9,
      isOwn: true,
    });
    await show();
    await press('Edit: Greeting');
    await press('Earlier texts');
    const list = await screen.findByRole('list', { name: 'Earlier texts' });
    const rows = within(list).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/saved from this browser: Hello you/),
      expect.stringMatching(/saved elsewhere: Hello all/),
    ]);
    await act(async () => fireEvent.click(within(list).getByRole('button', { name: /Hello all/ })));
    expect(within(list).getByText('all').tagName).toBe('MARK');
    await act(async () =>
      fireEvent.click(within(list).getAllByRole('button', { name: /^Restore/ })[1] ?? list),
    );
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value).toBe(
      'Hello all',
    );
    expect(write).not.toHaveBeenCalled();
    await press('Save response');
    expect(write.mock.calls[0]?.[1]).toMatchObject({
      reply: { id: '1', body: 'Hello all', tags: ['old'] },
      base: { body: 'Hello {{contact.first_name}}!' },
    });
  });

  it('undoes a deletion in a platform, and says that it is a new one', async () => {
    await database.replies.put(reply({ source: 'cw', id: '7', title: 'cw', shortcut: 'cw' }));
    await show();
    await press('Delete: cw');
    expect((await screen.findByRole('alertdialog')).textContent).toContain('as a new response');
    await press('Delete');
    await press('Undo');
    expect(write).toHaveBeenLastCalledWith('replies.restore', { source: 'cw', id: '7' });
    expect(screen.getByText(/is in Chatwoot \(Support\) again, as a new response/)).toBeTruthy();
  });

  it('undoes a deletion once, however often that is pressed', async () => {
    await database.replies.put(reply({ source: 'cw', id: '7', title: 'cw', shortcut: 'cw' }));
    await show();
    await press('Delete: cw');
    await press('Delete');
    write.mockReturnValue(new Promise(() => undefined));
    await press('Undo');
    await press('Undo');
    expect(write.mock.calls.filter(([kind]) => kind === 'replies.restore')).toHaveLength(1);
  });

  it('reads the sources when it opens and when it comes to the front, and says how old they are', async () => {
    await database.replySources.update('cw', { fetchedAt: Date.now() - 3 * 60_000 });
    tell.mockClear();
    await show();
    expect(tell).toHaveBeenCalledWith('replies.refresh', { olderThanMs: 2_000, source: undefined });
    expect(screen.getByText(/Chatwoot \(Support\): read 3 min ago/)).toBeTruthy();
    tell.mockClear();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(tell).toHaveBeenCalledWith('replies.refresh', {
      olderThanMs: 60_000,
      source: undefined,
    });
    tell.mockClear();
    await press('Edit: Greeting');
    expect(tell).toHaveBeenCalledWith('replies.refresh', { olderThanMs: 0, source: 'own' });
  });

  it('comes into view where the address asks for it', async () => {
    const scroll = vi.spyOn(HTMLElement.prototype, 'scrollIntoView').mockReturnValue();
    await show();
    expect(scroll).not.toHaveBeenCalled();
    cleanup();
    window.location.hash = '#responses';
    await show();
    expect(scroll).toHaveBeenCalled();
    window.location.hash = '';
  });

  it('tells which responses of a source are left out, and why', async () => {
    const dropped = ['“Refund” uses a snippet.', 'One shortcut cannot be read.'];
    await database.replySources.update('ku', { dropped });
    await show();
    expect(screen.getByText(/Kustomer \(Shop\): 2 responses are left out/)).toBeTruthy();
    expect(screen.getByText('“Refund” uses a snippet.')).toBeTruthy();
  });

  it('deletes what is moved only after it has arrived', async () => {
    write.mockResolvedValueOnce({ kind: 'failed', message: 'Support is down.' });
    await show();
    await press('Copy or move: Greeting');
    await press('Move to Chatwoot (Support)');
    expect(write).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Support is down.')).toBeTruthy();
    await press('Copy or move: Greeting');
    await press('Move to Chatwoot (Support)');
    expect(write.mock.calls.map(([name]) => name)).toEqual([
      'replies.save',
      'replies.save',
      'replies.remove',
    ]);
  });

  it('deletes after a second yes, and brings back', async () => {
    await show();
    await press('Delete: Greeting');
    expect((await screen.findByRole('alertdialog')).textContent).toContain('bring it back');
    expect(write).not.toHaveBeenCalled();
    await press('Delete');
    expect(write).toHaveBeenCalledWith('replies.remove', {
      base: expect.objectContaining({ source: 'own', id: '1', title: 'Greeting' }),
    });
    await act(async () => {
      await database.replies.update(['own', '1'], { deletedAt: 1_000 });
    });
    await press('Deleted');
    fireEvent.click(await screen.findByRole('button', { name: 'Bring back: Greeting' }));
    expect(write).toHaveBeenLastCalledWith('replies.restore', {
      source: 'own',
      id: '1',
    });
  });

  it('finds responses that look like one', async () => {
    await database.replies.put(reply({ id: '2', title: 'Hi', shortcut: 'HELLO' }));
    await show();
    await press('Duplicates');
    const group = await screen.findByRole('region', { name: 'Same shortcut' });
    expect(within(group).getAllByRole('listitem')).toHaveLength(2);
  });
});

describe('files of canned responses', () => {
  async function choose(text: string) {
    await show();
    await press('Import and export');
    const file = new File([text], 'answers.csv');
    const field = screen.getByLabelText(/A JSON or CSV file into My library/);
    await act(async () => {
      fireEvent.change(field, { target: { files: [file] } });
    });
  }

  it('shows what an import would do before it does it', async () => {
    await choose('shortcut,title,body\nhello,Greeting,Hello there\nnew,New,A new one\nbad,Bad,\n');
    expect(await screen.findByText(/1 to add, 1 to change, 1 left out/)).toBeTruthy();
    expect(screen.getByText('Row 4: It has no text.')).toBeTruthy();
    // What is changed, and what it loses, as the file has no column for it.
    const named = screen.getAllByRole('cell', { name: 'Greeting' });
    expect(named.map(({ title }) => title)).toEqual(['Greeting', 'Greeting']);
    expect(screen.getByText(/^Row 2: Not kept: /)).toBeTruthy();
    expect(write).not.toHaveBeenCalled();
    await press('Import');
    expect(write.mock.calls[0]?.[0]).toBe('replies.import');
    expect(screen.getByText('2 responses imported.')).toBeTruthy();
  });

  it('shows the file that was chosen last, even if one before it takes longer to be read', async () => {
    await choose('shortcut,body\n');
    const field = screen.getByLabelText(/A JSON or CSV file into My library/);
    const pick = (file: File) =>
      act(async () => void fireEvent.change(field, { target: { files: [file] } }));
    let finish: () => void = () => undefined;
    const large = new File(['shortcut,body\nold,An old one\n'], 'large.csv');
    const content = await large.arrayBuffer();
    vi.spyOn(large, 'arrayBuffer').mockReturnValue(
      new Promise((resolve) => {
        finish = () => resolve(content);
      }),
    );
    await pick(large);
    await pick(new File(['shortcut,body\nnew,A new one\n'], 'small.csv'));
    expect(await screen.findByText(/small\.csv/)).toBeTruthy();
    await act(async () => finish());
    expect(screen.queryByText(/large\.csv/)).toBeNull();
    expect(screen.getByText(/small\.csv/)).toBeTruthy();
  });

  it('plans what putting a file into a helpdesk would do once, however often that is pressed', async () => {
    let answer: (given: { kind: 'ok' }) => void = () => undefined;
    write.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    await choose('shortcut,body\nnew,A new one\n');
    type(await screen.findByRole('combobox', { name: 'Import into' }), 'cw');
    await press(/^Preview for/);
    await waitFor(() => expect(write).toHaveBeenCalledOnce());
    await press(/^Preview for/);
    await act(async () => answer({ kind: 'ok' }));
    expect(screen.queryByRole('button', { name: /^Preview for/ })).toBeNull();
    expect(write).toHaveBeenCalledOnce();
  });

  it('tells what was not understood, and what is different about what is taken', async () => {
    await choose('Trigger,Text,Uses\nbye,<p>Good <b>bye</b></p>,3\n');
    expect(await screen.findByText('Not recognised, and left out: “Uses”.')).toBeTruthy();
    expect(screen.getByText('Row 2: Its HTML was converted to Markdown.')).toBeTruthy();
    expect(screen.getByText('Good **bye**')).toBeTruthy();
    // Its marks are needed.
    expect(screen.queryByRole('checkbox', { name: /exactly as written/ })).toBeNull();
  });

  it('offers to insert all of it exactly as written, as other tools do', async () => {
    const asWritten = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /as written/ });
    await choose('matches:\n- trigger: ":sum"\n  replace: "*2* x"\n');
    await screen.findByText(/1 to add/);
    expect(asWritten().checked).toBe(true);
    await act(async () => fireEvent.click(asWritten()));
    await waitFor(() => expect(asWritten().checked).toBe(false));
    await act(async () => fireEvent.click(asWritten()));
    await waitFor(() => expect(asWritten().checked).toBe(true));
    await press('Import');
    expect(write.mock.calls[0]?.[1]).toMatchObject({
      replies: [{ shortcut: ':sum', body: '*2* x', asWritten: true }],
    });
  });

  it('says what is wrong with a file that is none', async () => {
    await choose('<!doctype html><p>Sign in</p>');
    expect((await screen.findByText(/This is a web page/)).textContent).toContain('JSON or CSV');
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });
});

describe('the team’s file', () => {
  it('takes https addresses only', async () => {
    await show();
    await press('Team library');
    type(screen.getByRole('textbox', { name: /Address/ }), 'http://files.example/a.json');
    await press('Read this file');
    expect(screen.getByText('Enter an address that begins with https://.')).toBeTruthy();
    expect(write).not.toHaveBeenCalled();
  });

  it.each([true, false])('is read only when the browser allows its host: %s', async (isAllowed) => {
    const ask = vi.spyOn(browser.permissions, 'request').mockImplementation(async () => isAllowed);
    await show();
    await press('Team library');
    type(screen.getByRole('textbox', { name: /Address/ }), 'https://files.example:8443/a.json');
    await press('Read this file');
    expect(ask).toHaveBeenCalledWith({ origins: ['https://files.example/*'] });
    expect(write.mock.calls.map(([name]) => name)).toEqual(isAllowed ? ['replies.team'] : []);
    const refusal = screen.queryByText(
      /did not allow Deskside to read from files\.example\. Try again/,
    );
    expect(refusal === null).toBe(isAllowed);
    ask.mockRestore();
  });

  it('says what is held of it and what was left out', async () => {
    await database.replySources.put({
      source: 'team',
      writable: false,
      dropped: ['Entry 3: It has no text.'],
      coverage: complete,
      fetchedAt: 1_000,
      etag: '"a"',
      address: 'https://files.example/a.json',
    });
    await show();
    await press('Team library');
    expect(screen.getByText(/0 responses stored/).textContent).toContain(
      'only when it has changed',
    );
    expect(screen.getByText('Entry 3: It has no text.')).toBeTruthy();
    const address = screen.getByRole<HTMLInputElement>('textbox', { name: /Address/ });
    expect(address.value).toBe('https://files.example/a.json');
    await press('Stop reading it');
    expect(write).toHaveBeenCalledWith('replies.team', { url: '' });
  });

  it('cannot be changed where the administrator set it', async () => {
    await database.replySources.put({
      source: 'team',
      writable: false,
      dropped: [],
      coverage: complete,
      address: 'https://files.example/a.json',
      isManaged: true,
    });
    await show();
    await press('Team library');
    expect(screen.getByText(/Your administrator set this address/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Stop reading it' })).toBeNull();
  });
});
