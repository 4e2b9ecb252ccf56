import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPageAnswer } from '../../../../lib/worker/membrane/page-answer';
import { redirect } from './consent-window';

const state = 'the-state-of-this-sign-in';

test.each([
  ['the answer', `${redirect}?code=c1&state=${state}`, { kind: 'code', code: 'c1' }],
  ['more beside it', `${redirect}?iss=x&code=a%2Bb&state=${state}#`, { kind: 'code', code: 'a+b' }],
  ['a refusal', `${redirect}?error=access_denied&state=${state}`, 'refused-by-person'],
  ['a refusal with a code', `${redirect}?error=x&code=c&state=${state}`, 'refused'],
  ['trouble', `${redirect}?error=server_error&state=${state}`, 'service-trouble'],
  [
    'trouble for now',
    `${redirect}?error=temporarily_unavailable&state=${state}`,
    'service-trouble',
  ],
  ['another error', `${redirect}?error=invalid_scope&state=${state}`, 'refused'],
  ['no code', `${redirect}?state=${state}`, 'no-code'],
  ['an empty code', `${redirect}?code=&state=${state}`, 'no-code'],
  ['two codes', `${redirect}?code=a&code=b&state=${state}`, 'no-code'],
  ['no state', `${redirect}?code=c1`, 'foreign-answer'],
  ['another state', `${redirect}?code=c1&state=${state}x`, 'foreign-answer'],
  ['a refusal of another', `${redirect}?error=access_denied&state=x`, 'foreign-answer'],
  ['two states', `${redirect}?code=c1&state=${state}&state=${state}`, 'foreign-answer'],
  ['a state in the fragment', `${redirect}?code=c1#state=${state}`, 'foreign-answer'],
  ['another host', `https://evil.example/membrane?code=c1&state=${state}`, 'foreign-answer'],
  [
    'a host alike',
    `${redirect.replace('.org/', '.org.evil.example/')}?code=c1&state=${state}`,
    'foreign-answer',
  ],
  ['another path', `${redirect}/x?code=c1&state=${state}`, 'foreign-answer'],
  ['no address', 'nothing', 'foreign-answer'],
])('%s', (_name, back, due) => {
  const expected = typeof due === 'string' ? { kind: 'problem', problem: due } : due;
  expect(readPageAnswer(back, redirect, state)).toEqual(expected);
});

test('whatever comes back, only the right state gives a code', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.webUrl(), (given, code, elsewhere) => {
      const query = new URLSearchParams({ state: given, code });
      for (const base of [redirect, elsewhere]) {
        const answer = readPageAnswer(`${base.split(/[?#]/)[0]}?${query}`, redirect, state);
        if (answer.kind === 'code') expect([base, given]).toEqual([redirect, state]);
      }
    }),
  );
});
