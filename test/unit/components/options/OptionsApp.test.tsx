// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionsApp } from '../../../../components/options/OptionsApp';
import { languageFile, languageFiles } from '../../../../lib/language/build/catalogs';
import { activateLanguage } from '../../../../lib/language/load-language';
import type { Connection } from '../../../../lib/model/connection';
import { database } from '../../../../lib/storage/database';
import { atKeyboard } from '../keyboard';
import { parrot, parrotConnection } from './examples';
import { extension } from './fake-extension';

vi.mock('wxt/browser', async () => {
  const { extension: fake } = await import('./fake-extension');
  return { browser: fake.browser };
});

const patterns = ['https://parrot.example/*', 'https://api.parrot.example/*'];
type TryAnswer = (type: string, payload: Record<string, unknown>) => unknown;

/** The worker: describes an address as such, or complains; `tried` answers tests and saves. */
function answerWith(tried: TryAnswer): void {
  extension.answer = (type, payload) => {
    if (type !== 'options.describe') return { ok: true, value: tried(type, payload) };
    const { origin } = payload.fields as Record<string, string>;
    if (!URL.canParse(origin ?? '')) {
      return { ok: true, value: { kind: 'problems', problems: { origin: 'Not an address.' } } };
    }
    const { hostname } = new URL(origin ?? '');
    const permissions = [`https://${hostname}/*`, `https://api.${hostname}/*`];
    const keyPage = `https://${hostname}/keys`;
    return { ok: true, value: { kind: 'target', permissions, label: hostname, keyPage } };
  };
}

async function open(connections: Connection[] = [], fragment = ''): Promise<void> {
  window.location.hash = fragment;
  await database.platforms.put(parrot);
  await database.connections.bulkPut(connections);
  render(<OptionsApp />);
  await screen.findByRole('heading', { name: 'Parrot' });
}

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const input = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { exact: true });
const type = (name: string, value: string) => fireEvent.change(input(name), { target: { value } });
const pressWhenReady = async (name: string) => {
  await waitFor(() => expect(button(name).disabled).toBe(false));
  fireEvent.click(button(name));
};
const lastSent = (wanted: string) =>
  extension.sent.findLast((message) => message.type === wanted)?.payload;

// On a busy machine it takes longer to read these modules than a test waits for what they show.
beforeAll(async () => {
  await import('../../../../components/options/SettingsSections');
  await import('../../../../components/options/set-up/SetUpInvitation');
});
beforeEach(async () => {
  extension.reset();
  extension.granted = new Set(patterns);
  answerWith(() => ({ kind: 'ok', accountName: 'Acme', agentName: 'Jana', warnings: [] }));
  await Promise.all([database.platforms.clear(), database.connections.clear()]);
});
afterEach(cleanup);

describe('the options page', () => {
  it('greets a new person, and no one who has a connection', async () => {
    await open();
    expect(await screen.findByText(/nothing is ever sent to your customers/)).toBeTruthy();
    expect(screen.getByText('Not connected')).toBeTruthy();
    await act(() => database.connections.put(parrotConnection()));
    await screen.findByRole('heading', { name: 'Acme Support' });
    expect(screen.queryByText(/nothing is ever sent/)).toBeNull();
    expect(screen.getByRole('link', { name: 'Set up step by step' })).toBeTruthy();
    await screen.findByRole('heading', { name: 'Health' });
  });

  it('leads to its parts by links, and to a part that the address names', async () => {
    const seen: string[] = [];
    const { scrollIntoView } = Element.prototype;
    Element.prototype.scrollIntoView = function () {
      seen.push(this.id);
    };
    await open([parrotConnection()], '#health');
    await screen.findByRole('heading', { name: 'Health' });
    await waitFor(() => expect(seen).toContain('health'));
    Element.prototype.scrollIntoView = scrollIntoView;
    const links = within(screen.getByRole('navigation', { name: 'Sections' })).getAllByRole('link');
    for (const link of links) {
      expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
    }
  });

  it('fills in the answers that the address brings, and no secret or unknown one', async () => {
    const answers = 'origin=https%3A%2F%2Fdesk.example&region=us&token=canary&other=1';
    await open([], `#connect/parrot?${answers}`);
    await screen.findByRole('form');
    expect(input('Address').value).toBe('https://desk.example');
    expect(screen.getByLabelText<HTMLSelectElement>('Region').value).toBe('us');
    expect(input('Access token').value).toBe('');
    const link = await screen.findByRole('link', { name: 'Open this page in Parrot' });
    expect(link.getAttribute('href')).toBe('https://desk.example/keys');
  });

  it('opens the form of the connection that the address asks for', async () => {
    await open([parrotConnection()], '#edit/parrot-1');
    await screen.findByRole('form', { name: 'Edit “Acme Support”' });
  });

  it('lets locked keys be unlocked or forgotten where no connection is left', async () => {
    const locked = { hasPassphrase: true, isLocked: true };
    answerWith((asked) => (asked === 'options.key-state' ? locked : undefined));
    await open();
    expect(await screen.findByRole('button', { name: 'Unlock' })).toBeTruthy();
    expect(button('I forgot it…')).toBeTruthy();
  });

  it('opens the form that the address asks for', async () => {
    await open([], '#connect/parrot');
    const form = await screen.findByRole('form', { name: 'Connect Parrot' });
    await waitFor(() => expect(form.contains(document.activeElement)).toBe(true));
    expect(screen.getByText('Ask the parrot.')).toBeTruthy();
    expect(screen.getByText('parrot.read – to read')).toBeTruthy();
    expect(screen.getByText('It cannot remember what was said yesterday.')).toBeTruthy();
    fireEvent.click(button('Cancel'));
    expect(window.location.hash).toBe('');
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('keeps what is typed and chosen in other sections when the first helpdesk is connected', async () => {
    answerWith(() => ({ hasPassphrase: false, isLocked: false }));
    await open();
    fireEvent.change(await screen.findByLabelText('Passphrase'), { target: { value: 'typed' } });
    fireEvent.click(screen.getByRole('button', { name: 'New response' }));
    type('Title', 'Hours');
    const file = new File(['{}'], 'team.json', { type: 'application/json' });
    fireEvent.change(input('File with a configuration'), { target: { files: [file] } });
    await screen.findByText(/not a file of a team’s configuration/);
    await act(() => database.connections.put(parrotConnection()));
    await screen.findByRole('heading', { name: 'Stored histories' });
    expect(input('Passphrase').value).toBe('typed');
    expect(input('Title').value).toBe('Hours');
    expect(screen.getByText(/not a file of a team’s configuration/)).toBeTruthy();
  });

  it('keeps the form that is open when the address asks for another one, and says so', async () => {
    await open([parrotConnection()], '#connect/parrot');
    await screen.findByRole('form', { name: 'Connect Parrot' });
    type('Access token', 'canary');
    for (const address of ['#edit/parrot-1', '#connect/parrot?origin=https%3A%2F%2Fa.example']) {
      screen.getByRole('link', { name: 'Set up step by step' }).focus();
      await act(async () => {
        window.location.hash = address;
        window.dispatchEvent(new Event('hashchange'));
      });
      expect(input('Access token').value).toBe('canary');
      const form = within(screen.getByRole('form'));
      expect(
        form.getByText('This connection is not saved yet. Save or cancel it first.'),
      ).toBeTruthy();
      expect(screen.getByRole('form').contains(document.activeElement)).toBe(true);
      // The same link can be followed again.
      expect(window.location.hash).toBe('');
    }
    fireEvent.click(button('Cancel'));
    expect(screen.queryByRole('form')).toBeNull();
    fireEvent.click(button('Edit Acme Support'));
    expect(screen.queryByText(/is not saved yet/)).toBeNull();
    // The address of this very form leads to it, and refuses nothing.
    screen.getByRole('link', { name: 'Set up step by step' }).focus();
    await act(async () => {
      window.location.hash = '#edit/parrot-1';
      window.dispatchEvent(new Event('hashchange'));
    });
    expect(screen.getByRole('form').contains(document.activeElement)).toBe(true);
    expect(screen.queryByText(/is not saved yet/)).toBeNull();
  });

  it('keeps what is typed while the set-up is shown, and asks before the page is closed', async () => {
    const close = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const go = (hash: string) =>
      act(async () => {
        window.location.hash = hash;
        window.dispatchEvent(new Event('hashchange'));
      });
    await open();
    expect(close()).toBe(false);
    fireEvent.click(button('Add connection: Parrot'));
    await screen.findByRole('form', { name: 'Connect Parrot' });
    expect(close()).toBe(false);
    type('Access token', 'canary');
    expect(close()).toBe(true);
    fireEvent.click(await screen.findByRole('button', { name: 'New response' }));
    type('Title', 'Hours');
    await go('#set-up');
    expect(screen.queryByRole('form')).toBeNull();
    await go('#responses');
    expect(screen.getByRole('form', { name: 'Connect Parrot' })).toBeTruthy();
    expect([input('Access token').value, input('Title').value]).toEqual(['canary', 'Hours']);
    for (const cancel of screen.getAllByRole('button', { name: 'Cancel' })) {
      expect(close()).toBe(true);
      fireEvent.click(cancel);
    }
    expect(close()).toBe(false);
  });

  it('ignores an address that asks for a platform it does not know', async () => {
    await open([], '#connect/toString');
    expect(screen.queryByRole('form')).toBeNull();
  });
});

describe('the keyboard alone', () => {
  it('connects a helpdesk, changes it and leaves it as it is', async () => {
    const person = atKeyboard();
    const refused = { kind: 'failed', message: 'Parrot does not accept this key.' };
    answerWith(() => refused);
    await open();
    await person.reach('button', 'Add connection: Parrot');
    await person.press('{Enter}');
    await person.has('textbox', 'Address');
    await person.press('https://parrot.example');
    await person.reach('combobox', 'Region');
    fireEvent.change(screen.getByLabelText('Region'), { target: { value: 'us' } });
    await person.reach('button', 'Show Access token');
    await person.press('{Shift>}{Tab}{/Shift}canary');
    await waitFor(() => expect(button('Save').disabled).toBe(false));
    await person.reach('button', 'Test connection');
    await person.press('{Enter}');
    await screen.findByText('Parrot does not accept this key.');
    expect(document.activeElement).not.toBe(document.body);
    answerWith((asked) => {
      if (asked !== 'options.save') return refused;
      void database.connections.put(parrotConnection());
      return { kind: 'ok', accountName: 'Acme', warnings: [], connectionId: 'parrot-1' };
    });
    await person.reach('textbox', 'Address');
    await person.press('{Enter}');
    await person.has('region', 'Acme Support saved');
    await person.reach('button', 'Dismiss');
    await person.press('{Enter}');
    await person.has('button', 'Add connection: Parrot');
    await person.reach('button', /^Edit/);
    await person.press('{Enter}');
    await person.has('textbox', 'Address');
    await person.reach('button', 'Cancel');
    await person.press('{Enter}');
    await person.has('button', /^Edit/);
  });
});

describe('in another language', () => {
  afterEach(() => activateLanguage('en', {}));

  const sentences = async (tag: 'en' | 'zh-CN') => {
    const files = await languageFiles();
    const file = files.find(({ relativeDest }) => relativeDest === languageFile(tag));
    return JSON.parse(file?.contents ?? '');
  };
  const change = async (tag: 'en' | 'zh-CN') => {
    const messages = await sentences(tag);
    act(() => activateLanguage(tag, messages));
  };

  it('keeps what is typed, and the place of the keyboard', async () => {
    await open([], '#connect/parrot');
    await screen.findByRole('form', { name: 'Connect Parrot' });
    type('Address', 'https://desk.example');
    type('Access token', 'canary');
    const list = screen.getByRole('combobox', { name: 'Language' });
    list.focus();
    await change('zh-CN');
    expect(await screen.findByRole('form', { name: '连接 Parrot' })).toBeTruthy();
    expect([input('Address').value, input('Access token').value]).toEqual([
      'https://desk.example',
      'canary',
    ]);
    expect(document.activeElement).toBe(list);
    expect([document.title, document.documentElement.lang]).toEqual(['Deskside 设置', 'zh-CN']);
  });

  it('leaves no sentence in the one before', async () => {
    const texts = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: (string | null)[] = [];
      while (walker.nextNode() !== null) found.push(walker.currentNode.textContent);
      return found;
    };
    const [english, chinese] = await Promise.all([sentences('en'), sentences('zh-CN')]);
    const same = new Set(Object.values(chinese).flat());
    const others = new Set(
      Object.values(english)
        .flat()
        .filter((words) => !same.has(words)),
    );
    await open([parrotConnection()]);
    await screen.findByRole('heading', { name: 'Health' });
    expect(texts().filter((words) => others.has(words)).length).toBeGreaterThan(50);
    await change('zh-CN');
    await waitFor(() => expect(texts().filter((words) => others.has(words))).toEqual([]));
  });
});

describe('the form', () => {
  it('keeps secrets out of sight and out of the browser’s memory', async () => {
    await open([], '#connect/parrot');
    await screen.findByRole('form');
    const secret = input('Access token');
    expect([secret.type, secret.autocomplete, secret.getAttribute('spellcheck')]).toEqual([
      'password',
      'off',
      'false',
    ]);
    fireEvent.click(button('Show Access token'));
    expect(secret.type).toBe('text');
  });

  it('shows what is missing only when asked to save, and goes to the first such field', async () => {
    await open([], '#connect/parrot');
    await screen.findByRole('form');
    expect(screen.queryByText('Not an address.')).toBeNull();
    await pressWhenReady('Save');
    expect(screen.getByText('Not an address.')).toBeTruthy();
    expect(screen.getByText('Access token is required.')).toBeTruthy();
    expect(document.activeElement).toBe(input('Address'));
    expect(input('Address').getAttribute('aria-invalid')).toBe('true');
    expect(extension.requested).toEqual([]);
  });

  it('tests with what was typed, and says what came of it', async () => {
    answerWith(() => ({ kind: 'failed', message: 'The key is wrong.', httpStatus: 401 }));
    await open([], '#connect/parrot');
    await screen.findByRole('form');
    type('Address', 'https://parrot.example');
    type('Access token', 'canary-token');
    await pressWhenReady('Test connection');
    expect(extension.requested).toEqual([patterns]);
    await screen.findByText('The key is wrong.', { exact: false });
    expect(screen.getByText('HTTP 401')).toBeTruthy();
    expect(lastSent('options.test')).toMatchObject({
      platform: 'parrot',
      fields: { origin: 'https://parrot.example', region: 'eu', account: '' },
    });
    expect(JSON.stringify(extension.sent)).not.toContain('canary');
  });

  it('says what a denied permission means, and can be tried again', async () => {
    extension.willGrant = false;
    await open([], '#connect/parrot');
    await screen.findByRole('form');
    type('Address', 'https://parrot.example');
    type('Access token', 'x');
    await pressWhenReady('Test connection');
    await screen.findByText(/did not allow Deskside to reach parrot.example/);
    expect(lastSent('options.test')).toBeUndefined();
    expect(button('Test connection').disabled).toBe(false);
  });

  it('saves, closes, and says what to do next', async () => {
    answerWith(() => {
      void database.connections.put(parrotConnection({ id: 'parrot-7', label: 'Night shift' }));
      return {
        kind: 'ok',
        accountName: 'Acme',
        warnings: ['No notes.'],
        connectionId: 'parrot-7',
      };
    });
    await open([], '#connect/parrot');
    await screen.findByRole('form');
    type('Address', 'https://parrot.example');
    type('Access token', 'canary-token');
    type('Name of this connection', 'Night shift');
    await pressWhenReady('Save');
    const notice = await screen.findByRole('region', { name: 'Night shift saved' });
    expect(within(notice).getByText('Connected to account Acme.')).toBeTruthy();
    expect(within(notice).getByText('No notes.')).toBeTruthy();
    expect(within(notice).getByText(/open a conversation in Parrot/)).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
    expect(lastSent('options.save')).toMatchObject({ label: 'Night shift' });
    expect(document.body.innerHTML).not.toContain('canary');
  });

  it('offers the accounts a key opens, and saves the chosen one', async () => {
    const accounts = [
      { id: '1', name: 'Acme' },
      { id: '4', name: 'Returns' },
    ];
    answerWith(() => ({ kind: 'ok', accountName: 'Acme', accounts, warnings: [] }));
    await open([], '#connect/parrot');
    await screen.findByRole('form');
    type('Address', 'https://parrot.example');
    type('Access token', 'x');
    await pressWhenReady('Test connection');
    const first = await screen.findByRole<HTMLInputElement>('radio', { name: /Acme/ });
    expect(first.checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: /Returns/ }));
    expect(input('Account number').value).toBe('4');
    await pressWhenReady('Save');
    await waitFor(() =>
      expect(lastSent('options.save')).toMatchObject({ fields: { account: '4' } }),
    );
  });
});

describe('a kept connection', () => {
  it('is edited with its secrets unchanged', async () => {
    await open([parrotConnection()]);
    fireEvent.click(button('Edit Acme Support'));
    expect(input('Access token').placeholder).toBe('unchanged');
    expect(input('Access token').value).toBe('');
    await pressWhenReady('Save');
    await waitFor(() =>
      expect(lastSent('options.save')).toMatchObject({ connectionId: 'parrot-1' }),
    );
    expect(extension.drops).toEqual([]);
  });

  it('does not send its stored secrets to another address', async () => {
    await open([parrotConnection()]);
    fireEvent.click(button('Edit Acme Support'));
    type('Address', 'https://elsewhere.example');
    await screen.findByText(/The stored key is not sent elsewhere/);
    await pressWhenReady('Save');
    expect(screen.getByText('Access token is required.')).toBeTruthy();
    expect(extension.requested).toEqual([]);
    expect(lastSent('options.save')).toBeUndefined();
  });

  it('is tested from the list with what is stored', async () => {
    await open([parrotConnection({ health: { state: 'failing', reason: 'timeout' } })]);
    expect(screen.getByText(/took too long to answer/)).toBeTruthy();
    fireEvent.click(button('Test Acme Support'));
    await screen.findByText('Connected to account Acme as Jana.');
    expect(screen.queryByText(/took too long/)).toBeNull();
    expect(lastSent('options.test')).toMatchObject({
      connectionId: 'parrot-1',
      fields: parrotConnection().fields,
    });
    expect(extension.drops).toEqual([]);
  });

  it('no longer says what an earlier test found once the connection was saved anew, or fails', async () => {
    answerWith(() => ({ kind: 'failed', message: 'The key was refused.' }));
    await open([parrotConnection()]);
    fireEvent.click(button('Test Acme Support'));
    await screen.findByText('The key was refused.');
    const put = (health: Connection['health']) =>
      act(() => database.connections.put(parrotConnection({ health })));
    await put({ state: 'ok', checkedAt: Date.now() + 1 });
    await waitFor(() => expect(screen.queryByText('The key was refused.')).toBeNull());
    expect(screen.getByText('Working')).toBeTruthy();
    answerWith(() => ({ kind: 'ok', accountName: 'Acme', agentName: 'Jana', warnings: [] }));
    fireEvent.click(button('Test Acme Support'));
    await screen.findByText('Connected to account Acme as Jana.');
    await put({ state: 'failing', reason: 'timeout', checkedAt: Date.now() + 1 });
    await screen.findByText(/took too long to answer/);
    expect(screen.queryByText('Connected to account Acme as Jana.')).toBeNull();
  });

  it('is removed only after saying what goes with it', async () => {
    await open([parrotConnection()]);
    fireEvent.click(button('Remove Acme Support'));
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove “Acme Support”?' });
    expect(dialog.textContent).toContain('Nothing changes in Parrot itself');
    expect(lastSent('options.remove')).toBeUndefined();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(lastSent('options.remove')).toEqual({ connectionId: 'parrot-1' }));
    await act(() => database.connections.delete('parrot-1'));
    await waitFor(() => expect(screen.queryByText('Acme Support')).toBeNull());
    expect(document.activeElement).toBe(button('Add connection: Parrot'));
  });

  it('says when its permission is taken away, and asks for it again', async () => {
    await open([parrotConnection()]);
    expect(screen.getByText('Working')).toBeTruthy();
    extension.granted.delete('https://api.parrot.example/*');
    act(() => extension.onRemoved.fire());
    await screen.findByText(/does not let Deskside reach api.parrot.example/);
    fireEvent.click(button('Allow again: Acme Support'));
    expect(extension.requested).toEqual([['https://api.parrot.example/*']]);
    await screen.findByText('Working');
  });
});
