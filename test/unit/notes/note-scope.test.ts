import { expect, test } from 'vitest';
import { shortestLimit } from '../../../lib/notes/note-limit';
import { accountsInScope, scopeWords } from '../../../lib/notes/note-scope';

const targets = [
  { connectionId: 'a', label: 'Alpha', isKnown: true, limit: 20_000 },
  { connectionId: 'b', label: 'Beta', isKnown: true, limit: 10_240 },
  { connectionId: 'c', label: 'Gamma', isKnown: false },
];

test('everywhere: who sees it, and where it has to wait', () => {
  expect(scopeWords({ kind: 'everywhere' }, targets)).toBe(
    'Visible to colleagues in Alpha and Beta, never to the customer. Waiting in Gamma until this person is known there.',
  );
});

test('one account only, and this browser only', () => {
  const only = { kind: 'connection', connectionId: 'c' } as const;
  expect(accountsInScope(only, targets).map((target) => target.label)).toEqual(['Gamma']);
  expect(scopeWords(only, targets)).toBe('Waiting in Gamma until this person is known there.');
  expect(scopeWords({ kind: 'browser' }, targets)).toBe(
    'Only in this browser. Colleagues do not see it.',
  );
});

test('the shortest limit is that of the accounts it goes to', () => {
  expect(shortestLimit({ kind: 'everywhere' }, targets)).toEqual({
    limit: 10_240,
    label: 'Beta',
  });
  expect(shortestLimit({ kind: 'connection', connectionId: 'a' }, targets)?.label).toBe('Alpha');
  expect(shortestLimit({ kind: 'connection', connectionId: 'c' }, targets)).toBeUndefined();
  expect(shortestLimit({ kind: 'browser' }, targets)).toBeUndefined();
});
