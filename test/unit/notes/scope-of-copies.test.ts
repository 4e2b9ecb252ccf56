import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoteScope } from '../../../lib/model/note';
import { commonScope, sameScope, scopeOf } from '../../../lib/notes/scope-of-copies';
import { copyOf } from './samples';

const accounts = ['a', 'b', 'c'];
const place = fc.constantFrom(...accounts);
const placeOf = (connectionId: string) => connectionId;

/** A scope that copies can tell, and the account where such a copy stands. */
const told = fc.record({ connectionId: place, onlyHere: fc.boolean() });

test('two scopes that were given at once come to the same one in either browser', () => {
  fc.assert(
    fc.property(told, told, (one, other) => {
      const [first, second] = [one, other].map(({ connectionId, onlyHere }) => {
        const at = { connectionId, placeOf };
        return { at, copy: copyOf({ onlyHere }), scope: scopeOf(copyOf({ onlyHere }), at) };
      });
      if (first === undefined || second === undefined) throw new Error('two');
      const here = commonScope(first.scope, second.copy, second.at);
      const there = commonScope(second.scope, first.copy, first.at);
      expect(sameScope(here, there)).toBe(true);
      expect([first.scope, second.scope].some((scope) => sameScope(scope, here))).toBe(true);
    }),
  );
});

test('what is published holds against a note of this browser alone', () => {
  const mine: NoteScope = { kind: 'browser' };
  const at = { connectionId: 'a', placeOf };
  expect(commonScope(mine, copyOf({ onlyHere: false }), at)).toEqual({ kind: 'everywhere' });
  expect(commonScope(mine, copyOf({ onlyHere: true }), at)).toEqual({
    kind: 'connection',
    connectionId: 'a',
  });
});
