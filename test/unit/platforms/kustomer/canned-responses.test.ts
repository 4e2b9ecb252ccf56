import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/errors';
import {
  markdownOfContent,
  unsupportedIn,
  withStandardNames,
} from '../../../../lib/platforms/kustomer/canned-response-text';
import { readKustomerCannedResponses } from '../../../../lib/platforms/kustomer/canned-responses';
import { composeMarkdown } from '../../../../lib/replies/markdown';
import { FakeKustomer, MACHINE } from './fakes';

const signal = new AbortController().signal;

function shortcut(name: string, attributes: object, relationships: object = {}) {
  return { type: 'shortcut', id: name, attributes: { name, ...attributes }, relationships };
}

function list(data: unknown[], next: string | null = null) {
  return { data, links: { next } };
}

describe('readShortcuts', () => {
  it('follows the pages, and survives odd rows and missing categories', async () => {
    const kustomer = new FakeKustomer({
      '/v1/shortcuts?page=1&pageSize=100': list(
        [shortcut('a', { draft: { text: 'A' } }), 7, shortcut('b', { draft: null, payload: 3 })],
        '/v1/shortcuts?page=2&pageSize=100',
      ),
      '/v1/shortcuts?page=2&pageSize=100': list([
        shortcut('c', { draft: { text: '[[sn.org.general.hours]]' } }),
        shortcut('d', { draft: { text: 'D' }, deleted: true }),
        shortcut('e', { draft: { text: 'x'.repeat(40_001) } }),
      ]),
    });
    const { replies, dropped, partial } = await readKustomerCannedResponses(
      kustomer.ports(),
      signal,
    );
    expect(replies).toMatchObject([{ title: 'a', body: 'A', tags: [] }]);
    expect(dropped).toEqual([
      'One shortcut cannot be read.',
      '“b” has no text.',
      expect.stringContaining('“c” uses a snippet'),
      '“e” is too long.',
    ]);
    expect(partial).toBeUndefined();
  });

  it('offers what is restricted to the key’s user or to one of its teams', async () => {
    const only = (key: string, id: string) => ({ [key]: { data: [{ type: 'x', id }] } });
    const shortcuts = list([
      shortcut('mine', { draft: { text: 'A' } }, only('accessUsers', MACHINE)),
      shortcut('ours', { draft: { text: 'B' } }, only('accessTeams', 't1')),
      shortcut('theirs', { draft: { text: 'C' } }, only('accessTeams', 't2')),
    ]);
    const team = (id: string, members: string[]) => ({ type: 'team', id, attributes: { members } });
    const script = {
      '/v1/shortcuts': shortcuts,
      '/v1/users/current': { data: { type: 'user', id: MACHINE, attributes: {} } },
      '/v1/teams': list([team('t1', [MACHINE]), team('t2', []), { id: 't3' }]),
    };
    const names = async (answers: object) => {
      const { replies } = await readKustomerCannedResponses(
        new FakeKustomer({ ...answers }).ports(),
        signal,
      );
      return replies.map(({ title }) => title);
    };
    expect(await names(script)).toEqual(['mine', 'ours']);
    const refused = new TransportError('forbidden', { status: 403 });
    expect(await names({ ...script, '/v1/teams': refused })).toEqual(['mine']);
    expect(await names({ '/v1/shortcuts': shortcuts })).toEqual([]);
  });

  it('passes on that the key may not read them', async () => {
    const refused = new TransportError('forbidden', { status: 403 });
    const kustomer = new FakeKustomer({ '/v1/shortcuts': refused });
    await expect(readKustomerCannedResponses(kustomer.ports(), signal)).rejects.toBe(refused);
  });
});

describe('placeholders', () => {
  it.each([
    [
      '{{customer.firstName}} {{ Customer.LastName }}',
      '{{contact.first_name}} {{contact.last_name}}',
    ],
    ['{{{customer.name}}} {{user.email}}', '{{contact.name}} {{agent.email}}'],
    ['{{customer.custom.planStr}}', '{{contact.custom_attribute.planStr}}'],
    ['{{customer.firstName | there}}', '{{contact.first_name | there}}'],
    ['{{company.size}} {{constructor}}', '{{company.size}} {{constructor}}'],
    ['no variables', 'no variables'],
  ])('turns %s into the standard', (text, expected) => {
    expect(withStandardNames(text)).toBe(expected);
  });

  it.each([
    ['{{#if a}}x{{/if}}', true],
    ['{{else}}', true],
    ['{{> part}}', true],
    ['{{formatDate customer.createdAt}}', true],
    ['[[sn.org.general.hours]]', true],
    ['{{customer.name}} [[link]](x)', false],
    ['{{customer.name | there}}', false],
  ])('knows whether %s is beyond it', (text, isBeyond) => {
    expect(unsupportedIn(text) !== undefined).toBe(isBeyond);
  });
});

describe('markdownOfContent', () => {
  const block = (text: string, more: object = {}) => ({ text, type: 'unstyled', ...more });

  it('writes lines, lists and blank lines', () => {
    const blocks = [
      block('One'),
      block('two'),
      block(''),
      block('a', { type: 'unordered-list-item' }),
      block('b', { type: 'unordered-list-item' }),
      block('end'),
    ];
    expect(markdownOfContent({ blocks, entityMap: {} })).toBe('One\ntwo\n\n- a\n- b\n\nend');
  });

  it('writes looks, links and placeholders', () => {
    const line = block('Dear name, see here now', {
      inlineStyleRanges: [
        { offset: 0, length: 9, style: 'BOLD' },
        { offset: 19, length: 4, style: 'ITALIC' },
        { offset: 1, length: 1, style: 'UNHEARD-OF' },
      ],
      entityRanges: [
        { offset: 5, length: 4, key: 0 },
        { offset: 15, length: 4, key: '1' },
        { offset: 0, length: 1, key: 7 },
      ],
    });
    const entityMap = {
      0: { type: 'PLACEHOLDER', data: { key: 'customer.firstName', fallbackText: 'there' } },
      1: { type: 'LINK', data: { url: 'https://x.example/a b' } },
    };
    expect(markdownOfContent({ blocks: [line], entityMap })).toBe(
      '**Dear** {{customer.firstName | there}}, see [here](https://x.example/a%20b) *now*',
    );
  });

  it('escapes what is not meant as Markdown', () => {
    const text = '*a* _b_ `c` [d](e) <f> &amp; ~~g~~ \\';
    const markdown = markdownOfContent({ blocks: [block(text), block('# h'), block('1. i')] });
    expect(composeMarkdown(markdown ?? '').blocks).toEqual([
      { kind: 'paragraph', spans: [{ text: `${text}\n# h\n1. i` }] },
    ]);
  });

  it.each([undefined, null, 'text', {}, { blocks: 7 }, { blocks: [block(' '), 7, {}] }])(
    'finds nothing in %j',
    (raw) => {
      expect(markdownOfContent(raw)).toBeUndefined();
    },
  );
});
