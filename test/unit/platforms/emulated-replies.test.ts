import { describe, expect, it } from 'vitest';
import { draftOf, draftProblems, replyOf } from '../../../components/replies/reply-form-draft';
import type { PlatformApi } from '../../../lib/platforms/contract/api';
import { ReplyRefused } from '../../../lib/platforms/contract/replies';
import { createWorld } from '../../helpdesks/world/world';
import { type EmulatedRecord, onChatwoot, onKustomer } from './emulated';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
const signal = new AbortController().signal;

function apiOf(records: readonly EmulatedRecord[]): PlatformApi {
  const api = records[0]?.api;
  if (api === undefined) throw new TypeError('the world is empty');
  return api;
}

const draft = { title: '', shortcut: '', body: '', tags: [], variants: [], platforms: [] };

async function refusal(work: Promise<unknown> | undefined): Promise<ReplyRefused> {
  const error = await work?.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ReplyRefused)) throw new TypeError('it was taken');
  return error;
}

describe('canned responses of Chatwoot', () => {
  it('are listed by their code, with the text as it is', async () => {
    const { replies, dropped } = (await apiOf(onChatwoot(world).records).replies?.(signal)) ?? {};
    const codes = replies?.map(({ shortcut }) => shortcut) ?? [];
    expect(codes).toEqual([...codes].sort());
    expect(replies?.find(({ shortcut }) => shortcut === 'hello')).toMatchObject({
      source: 'chatwoot-1',
      title: 'hello',
      body: 'Hi {{contact.first_name}}, thanks for writing to Acme Outdoor. How can I help?',
      updatedAt: expect.any(Number),
    });
    expect(dropped).toEqual([]);
  });

  it('are created, changed and deleted', async () => {
    const api = apiOf(onChatwoot(world).records);
    const created = await api.saveReply?.({ ...draft, title: 'Lost Parcel', body: 'a' }, signal);
    expect(created).toMatchObject({ shortcut: 'lost-parcel', body: 'a' });
    const id = created?.id ?? '';
    await api.saveReply?.({ ...draft, id, shortcut: 'lost', body: 'b' }, signal);
    const codes = async () => (await api.replies?.(signal))?.replies.map((each) => each.shortcut);
    expect(await codes()).toContain('lost');
    await api.removeReply?.(id, signal);
    await api.removeReply?.(id, signal);
    expect(await codes()).not.toContain('lost');
  });

  it('tell a code that is taken, a row that is gone and a text that is refused', async () => {
    const api = apiOf(onChatwoot(world).records);
    const taken = await refusal(
      api.saveReply?.({ ...draft, shortcut: 'hello', body: 'a' }, signal),
    );
    expect(taken).toMatchObject({ conflict: true, message: expect.stringContaining('“hello”') });
    const gone = await refusal(
      api.saveReply?.({ ...draft, id: '999999', shortcut: 'x', body: 'a' }, signal),
    );
    expect(gone).toMatchObject({ conflict: false, message: expect.stringContaining('deleted') });
    const long = { ...draft, shortcut: 'long', body: 'x'.repeat(20_001) };
    expect(await refusal(api.saveReply?.(long, signal))).toMatchObject({ conflict: false });
  });

  it('keep a code with blanks when only the text is changed', async () => {
    const { emulator, records } = onChatwoot(world);
    const [account] = emulator.installation('app.chatwoot.com').accounts;
    const row = account?.cannedResponses[0];
    if (row === undefined) throw new TypeError('the world is empty');
    for (const code of ['good bye', 'a/b c', ' blank ']) {
      row.shortCode = code;
      const { replies = [] } = (await apiOf(records).replies?.(signal)) ?? {};
      const shown = replies.find(({ id }) => id === String(row.id));
      if (shown === undefined) throw new TypeError('it is left out');
      const form = { ...draftOf(shown), body: 'New' };
      expect(draftProblems(form)).toEqual({});
      await apiOf(records).saveReply?.(replyOf(form), signal);
      expect(row).toMatchObject({ shortCode: code, content: 'New' });
    }
  });

  it('take what the server takes to the last character, and say what it does not', async () => {
    const api = apiOf(onChatwoot(world).records);
    const save = (shortcut: string, body: string) =>
      api.saveReply?.({ ...draft, shortcut, body }, signal);
    const said = async (shortcut: string, body: string) =>
      (await refusal(Promise.resolve().then(() => save(shortcut, body)))).message;
    const code = `a${'🙂/'.repeat(127)}`;
    expect(await save(code, '🙂'.repeat(20_000))).toMatchObject({
      shortcut: code,
      body: '🙂'.repeat(20_000),
    });
    // The same code in other letters is another one there.
    expect(await save(code.toUpperCase(), 'a')).toMatchObject({ shortcut: code.toUpperCase() });
    expect(await said(`${code}b`, 'a')).toContain('at most 255 characters');
    expect(await said('a', '🙂'.repeat(20_001))).toContain('at most 20,000 characters');
    expect(await said('/ ', 'a')).toContain('needs a short code');
    expect(await said('a', ' \n')).toContain('needs a text');
  });
});

describe('shortcuts of Kustomer', () => {
  it('are those that this key may use, in the standard names and with their category', async () => {
    const api = apiOf(onKustomer(world).records);
    const { replies, dropped } = (await api.replies?.(signal)) ?? {};
    const byTitle = new Map(replies?.map((each) => [each.title, each]));
    expect([...byTitle.keys()].sort()).toEqual([
      'closing',
      'greeting',
      'invoice copy',
      'return label',
      'where is my parcel',
    ]);
    expect(byTitle.get('greeting')).toMatchObject({
      source: 'kustomer-1',
      shortcut: 'greeting',
      tags: ['General'],
      body: 'Hello {{contact.first_name | there}}, thanks for writing.',
    });
    expect(byTitle.get('closing')?.body).toContain('{{agent.name}}');
    expect(byTitle.get('where is my parcel')).toMatchObject({ shortcut: '', tags: ['Shipping'] });
    expect(dropped?.sort()).toEqual([
      expect.stringContaining('“refund started” is for teams or colleagues other'),
      expect.stringContaining('“vip or not” uses conditions'),
    ]);
  });

  it('are read from their Draft.js content when there is no Markdown', async () => {
    const { replies } = (await apiOf(onKustomer(world).records).replies?.(signal)) ?? {};
    expect(replies?.find(({ title }) => title === 'invoice copy')?.body).toBe(
      'Here is a copy of your invoice for “{{conversation.name | there}}”.',
    );
  });
});
