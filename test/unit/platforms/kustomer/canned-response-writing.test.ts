import { describe, expect, it } from 'vitest';
import type { PlatformApi } from '../../../../lib/platforms/contract/api';
import { type ReplyDraft, ReplyRefused } from '../../../../lib/platforms/contract/replies';
import { kustomerValues } from '../../../helpdesks/kustomer/switch-values';
import type { KustomerSwitches } from '../../../helpdesks/kustomer/switches';
import { createWorld } from '../../../helpdesks/world/world';
import { apiOver, authorised, onKustomer } from '../emulated';
import { signal } from './fakes';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
const empty: ReplyDraft = {
  title: '',
  shortcut: '',
  body: '',
  tags: [],
  variants: [],
  platforms: [],
};

function desk(switches: Partial<KustomerSwitches> = {}, key?: string) {
  const { emulator, connection } = onKustomer(world, switches);
  const transport = authorised(emulator, connection, { key: key ?? emulator.keys.full });
  return { emulator, connection, transport, api: apiOver(connection, transport) };
}

async function replies(api: PlatformApi) {
  return (await api.replies?.(signal))?.replies ?? [];
}

async function named(api: PlatformApi, title: string) {
  const reply = (await replies(api)).find((each) => each.title === title);
  if (reply === undefined) throw new TypeError(`no shortcut ${title}`);
  return reply;
}

async function save(api: PlatformApi, draft: Partial<ReplyDraft>) {
  const saved = await api.saveReply?.({ ...empty, ...draft }, signal);
  if (saved === undefined) throw new TypeError('shortcuts cannot be written');
  return saved;
}

async function refusal(work: Promise<unknown>): Promise<ReplyRefused> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ReplyRefused)) throw new TypeError('it was taken');
  return error;
}

const switches = [
  'shortcutPut',
  'shortcutText',
  'shortcutNames',
  'shortcutRev',
  'deletedShortcuts',
];
const settings = Object.entries(kustomerValues)
  .filter(([name]) => switches.includes(name))
  .flatMap(([name, values]) => values.map((value) => [name, value] as const));

describe.each(settings)('shortcuts of Kustomer with %s %s', (name, value) => {
  const opened = () => desk({ [name]: value });

  it('are created, changed and deleted; what is read is what was written', async () => {
    const { api } = opened();
    const body = 'Hello {{contact.first_name | there}},\n\n**thanks** 😀\n\n- a\n- b';
    const made = await save(api, { title: 'Opening hours', body, tags: ['General'] });
    expect(made).toMatchObject({ title: 'Opening hours', shortcut: '', body, tags: ['General'] });
    expect(await named(api, 'Opening hours')).toEqual(made);

    const changed = await save(api, { ...made, body: `${body}\n\nBye, {{agent.name}}` });
    expect(changed.id).toBe(made.id);
    expect((await named(api, 'Opening hours')).body).toBe(`${body}\n\nBye, {{agent.name}}`);

    await api.removeReply?.(made.id, signal);
    await api.removeReply?.(made.id, signal);
    expect((await replies(api)).map(({ title }) => title)).not.toContain('Opening hours');
    const gone = await refusal(save(api, { ...changed, body: 'again' }));
    expect(gone.message).toContain('was deleted in Kustomer');
  });

  it('keep category, tags of the conversation and whom they are for', async () => {
    const { api, emulator } = opened();
    const before = await named(api, 'where is my parcel');
    await save(api, { ...before, tags: [], body: 'It comes on **Monday**.' });
    await save(api, { ...(await named(api, before.title)), body: 'It comes on Tuesday.' });
    expect(await named(api, before.title)).toMatchObject({
      body: 'It comes on Tuesday.',
      tags: ['Shipping'],
    });
    const row = emulator.shortcut(before.title);
    expect(row).toMatchObject({ conversation: { tags: { value: ['shipping'] } }, rev: 3 });
    const moved = await save(api, { ...(await named(api, before.title)), tags: ['Billing'] });
    expect(moved.tags).toEqual(['Billing']);
  });

  it('are written one call each, on the strength of one reading', async () => {
    const { api, emulator } = opened();
    const greeting = await named(api, 'greeting');
    emulator.log.clear();
    const first = await save(api, { ...greeting, body: 'One' });
    const second = await save(api, { ...first, body: 'Two' });
    await save(api, { shortcut: 'new', body: 'Three' });
    const refusedFields = value === 'refused' ? 1 : 0;
    expect(emulator.log.entries).toHaveLength(3 + refusedFields);
    expect(second).toMatchObject({ id: greeting.id, body: 'Two', tags: ['General'] });
  });
});

describe('a text that was not changed', () => {
  const text = 'Hi {{{ customer.firstName }}}, [read this](https://a.test) *now*';
  const range = { offset: 3, length: 10 };
  const content = {
    blocks: [
      {
        ...{ key: 'a', text: 'Hi First name, read this now', type: 'unstyled', depth: 0 },
        inlineStyleRanges: [{ offset: 15, length: 4, style: 'UNDERLINE' }],
        entityRanges: [
          { ...range, key: 0 },
          { offset: 15, length: 9, key: 1 },
        ],
        data: { 'text-align': 'right' },
      },
    ],
    entityMap: {
      0: { type: 'PLACEHOLDER', mutability: 'IMMUTABLE', data: { key: 'customer.firstName' } },
      1: { type: 'LINK', mutability: 'MUTABLE', data: { url: 'https://a.test', rel: 'nofollow' } },
    },
  };

  function opened(written: string | undefined) {
    const { api, emulator } = desk();
    const row = emulator.shortcut('greeting');
    if (row === undefined) throw new TypeError('no greeting');
    row.text = written;
    row.content = content;
    return { api, row: (name: string) => emulator.shortcut(name) };
  }

  it.each([
    ['Markdown and content', text],
    ['content alone', undefined],
  ])(
    'stays as it is, where there is %s, when its title or category changes',
    async (_, written) => {
      const { api, row } = opened(written);
      const before = await named(api, 'greeting');
      const kept = api.keptReply?.({ ...before, title: 'Welcome', tags: ['Billing'] });
      expect(kept?.body).toBe(before.body);
      await save(api, { ...before, title: 'Welcome', tags: ['Billing'] });
      expect(await named(api, 'Welcome')).toMatchObject({ body: before.body, tags: ['Billing'] });
      expect(row('Welcome')?.content).toEqual(content);
      if (written !== undefined) expect(row('Welcome')?.text).toBe(written);
    },
  );

  it('is written anew once a word of it is another', async () => {
    const { api, row } = opened(text);
    const before = await named(api, 'greeting');
    await save(api, { ...before, body: `${before.body}!` });
    expect((await named(api, 'greeting')).body).toBe(`${before.body}!`);
    expect(JSON.stringify(row('greeting')?.content)).not.toContain('UNDERLINE');
  });
});

describe('what Kustomer would keep', () => {
  it('is kept as it is', async () => {
    const { api } = desk();
    await replies(api);
    const kept = api.keptReply?.({
      ...empty,
      title: 'Where is it?',
      shortcut: 'where',
      body: ' {{contact.phone | none}} {{ask.size:S/M}} ',
      tags: ['Shipping', 'vip'],
      language: 'en',
    });
    expect(kept).toEqual({
      ...empty,
      title: 'where',
      shortcut: 'where',
      body: ' {{contact.phone_number | none}} {{ask.size:S/M}} ',
      tags: ['Shipping'],
    });
    expect(api.keptReply?.({ ...empty, ...kept })).toEqual(kept);
    expect(await save(api, { ...empty, ...kept })).toMatchObject({ ...kept });
  });

  it.each(['vip or not', 'refund started', 'old bot answer'])(
    'is not a second “%s”, which is there and cannot be used',
    async (title) => {
      const { api } = desk();
      await replies(api);
      expect(() => api.keptReply?.({ ...empty, title, body: 'x' })).toThrow('already');
    },
  );

  it.each([
    [{ body: 'x' }, 'neither a title nor a shortcut'],
    [{ shortcut: 'a', body: ' \n' }, 'no text'],
    [{ shortcut: 'é'.repeat(257), body: 'x' }, '257 characters'],
    [{ shortcut: 'a', body: 'x'.repeat(10_241) }, '10,241 characters'],
    [{ shortcut: 'a', body: '{{#if a}}x{{/if}}' }, 'conditions'],
    [{ shortcut: 'a', body: '{% if a %}x{% endif %}' }, 'conditions'],
    [{ shortcut: 'a', body: '[[sn.org.general.hours]]' }, 'a snippet'],
    [{ shortcut: 'a', body: 'x\n'.repeat(4_000) }, 'too many lines'],
  ])('is nothing of %#', async (draft, words) => {
    const { api, emulator } = desk();
    expect(() => api.keptReply?.({ ...empty, ...draft })).toThrow(words);
    const before = emulator.log.entries.filter(({ method }) => method !== 'GET').length;
    expect((await refusal(save(api, draft))).message).toContain(words);
    expect(emulator.log.entries.filter(({ method }) => method !== 'GET')).toHaveLength(before);
  });

  it.each(['é'.repeat(256), 'a/b', '😀 ok', 'with blanks'])('is a name like %s', async (title) => {
    const { api } = desk();
    await save(api, { title, body: 'x' });
    expect(await named(api, title)).toMatchObject({ body: 'x' });
  });
});

it('files a shortcut in the category that is named first among its tags', async () => {
  const { api } = desk();
  for (const tags of [
    ['Billing', 'General', 'Shipping'],
    ['Shipping', 'Billing', 'General'],
    ['none', 'General', 'Billing'],
  ]) {
    const saved = await save(api, { shortcut: `filed-${tags[0]}`, body: 'x', tags });
    expect(saved.tags).toEqual([tags[0] === 'none' ? 'General' : tags[0]]);
  }
});

describe('a refusal', () => {
  it.each([401, 403] as const)('names the right that the key lacks (%i)', async (missingRole) => {
    const { emulator } = onKustomer(world);
    const { api } = desk({ missingRole }, emulator.keys.noShortcutWrites);
    const greeting = await named(api, 'greeting');
    for (const [work, right] of [
      [save(api, { shortcut: 'a', body: 'x' }), 'org.permission.shortcut.create'],
      [save(api, { ...greeting, body: 'x' }), 'org.permission.shortcut.update'],
      [api.removeReply?.(greeting.id, signal) ?? save(api, {}), 'org.permission.shortcut.delete'],
    ] as const) {
      const { missingRight, message } = await refusal(work);
      expect(missingRight).toBe(right);
      expect(message).toContain(right);
    }
  });

  it('comes without a call where the last test of the connection has told it', async () => {
    const { emulator } = onKustomer(world);
    const { api, emulator: own } = desk({}, emulator.keys.noShortcutWrites);
    const report = await api.check(signal);
    expect(report.warnings).toHaveLength(3);
    own.log.clear();
    await refusal(save(api, { shortcut: 'a', body: 'x' }));
    expect(own.log.entries).toEqual([]);
  });

  it('of a key that is no longer taken at all is no missing right', async () => {
    const { emulator } = onKustomer(world);
    const { api } = desk({}, emulator.keys.expired);
    await expect(api.removeReply?.('x', signal)).rejects.toMatchObject({
      failure: 'unauthorised',
    });
  });

  it('tells a name that is taken', async () => {
    const { api } = desk({ shortcutNames: 'unique' });
    const taken = await refusal(save(api, { shortcut: 'greeting', body: 'x' }));
    expect(taken).toMatchObject({ conflict: true, message: expect.stringContaining('“greeting”') });
  });

  it('tells that a colleague was faster since the list was read', async () => {
    const { api, connection, transport } = desk();
    const greeting = await named(api, 'greeting');
    const theirs = apiOver(connection, transport);
    await save(theirs, { ...(await named(theirs, 'greeting')), body: 'theirs' });
    const late = await refusal(save(api, { ...greeting, body: 'mine' }));
    expect(late.message).toContain('changed in Kustomer');
    expect((await named(api, 'greeting')).body).toBe('theirs');
  });
});
