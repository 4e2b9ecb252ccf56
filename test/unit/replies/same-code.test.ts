import { expect, it } from 'vitest';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { sameCodeWords } from '../../../lib/replies/same-code';
import { connection, platform } from '../components/panel/snapshots';
import { reply } from './samples';

const names = {
  platforms: new Map([['chatwoot', platform('chatwoot', 'Chatwoot')]]),
  connections: new Map([['cw', connection('cw', 'chatwoot', 'Support')]]),
};

const replies = [
  reply({ source: 'cw', id: '1', shortcut: 'hello', body: 'Hello' }),
  reply({ source: 'cw', id: '2', shortcut: 'HELLO', body: 'Hello, all' }),
  reply({ id: '3', shortcut: 'Héllo', body: 'Hi' }),
  reply({ id: '4', shortcut: '', body: 'No name' }),
];

const draft = (part: Partial<ReplyFormDraft>): ReplyFormDraft => ({
  source: 'cw',
  id: undefined,
  title: '',
  shortcut: '',
  body: '',
  tags: '',
  language: '',
  variants: [],
  platforms: [],
  audience: '',
  ...part,
});

it('tells other responses that are found by the same code, in any case', () => {
  const words = (part: Partial<ReplyFormDraft>) => sameCodeWords(draft(part), replies, names);
  expect(words({ id: '2', shortcut: 'HELLO' })).toBe(
    'Same code as “hello” in Chatwoot (Support) and 1 more. Typing one finds all of them.',
  );
  expect(words({ shortcut: '/hEllo ' })).toContain('and 2 more');
  expect(words({ source: 'own', shortcut: 'HELLO', body: 'Hello' })).toContain('“HELLO” in');
  expect(words({ shortcut: 'hell' })).toBeUndefined();
  expect(words({ shortcut: ' ' })).toBeUndefined();
});
