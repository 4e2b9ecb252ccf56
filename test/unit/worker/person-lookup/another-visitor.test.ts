import { expect, test } from 'vitest';
import type { Contact } from '../../../../lib/model/contact';
import { isAnotherVisitor } from '../../../../lib/worker/person-lookup/another-visitor';

const visitor = (id: string, more: Partial<Contact>, connectionId = 'chatra-1'): Contact => ({
  ...{ connectionId, platform: 'chatra', id, fetchedAt: 0 },
  ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [] },
  ...more,
});
const named = (name: string) => ({ name });
const numbered = (placeholderName: string) => ({ placeholderName });

test.each([
  [named('Ana Souza'), named('Omar Haddad'), true],
  [named('Ana Souza'), named('Ana'), false],
  [named('Ana Souza'), numbered('Visitor #12'), true],
  [numbered('Visitor #12'), numbered('Visitor #20'), true],
  [named('Ana Souza'), {}, false],
])('whether %j and %j are two people', (one, other, expected) => {
  expect(isAnotherVisitor(visitor('one', one), visitor('two', other))).toBe(expected);
  expect(isAnotherVisitor(visitor('two', other), visitor('one', one))).toBe(expected);
});

test('nobody is another than themselves, and accounts are not compared', () => {
  const ana = visitor('one', named('Ana Souza'));
  expect(isAnotherVisitor(ana, visitor('one', named('Omar Haddad')))).toBe(false);
  expect(isAnotherVisitor(ana, visitor('two', named('Omar Haddad'), 'chatra-2'))).toBe(false);
});
