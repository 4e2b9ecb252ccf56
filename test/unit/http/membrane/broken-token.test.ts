import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMembraneToken } from '../../../../lib/http/membrane/read-token';

const now = Date.UTC(2026, 10, 29);

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

const claims = { workspaceKey: 'ws', tenantKey: 'desk', exp: now / 1_000 + 30 * 86_400 };
const token = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.${'s'.repeat(43)}`;

test.each([
  ['into lines by a terminal', `${token.slice(0, 80)}\n${token.slice(80)}`],
  ['within its signature', `${token.slice(0, -9)}\n${token.slice(-9)}\nDone.`],
  ['into many lines', (token.match(/.{1,30}/g) ?? []).join('\n')],
  [
    'by a blank, as a field of one line makes of a line break',
    `${token.slice(0, 80)} ${token.slice(80)}`,
  ],
  ['by a blank within its signature', `"${token.slice(0, -9)} ${token.slice(-9)}"`],
  ['within a frame', `│ ${token.slice(0, 60)} │\n│ ${token.slice(60)} │`],
])('a token is found that is broken %s', (_name, text) => {
  expect(readMembraneToken(text, now)).toMatchObject({
    kind: 'token',
    token,
    isPersonal: false,
    expiresAt: claims.exp * 1_000,
  });
});

test.each([
  ['among other words', `eyes on this: ${token} expires soon`],
  ['after a word that begins like it', `eyes ${token}`],
])('words in its line are no parts of it: %s', (_name, text) => {
  expect(readMembraneToken(text, now)).toMatchObject({ kind: 'token', token });
});

test('law: wherever it is broken, the same token is read', () => {
  const size = fc.integer({ min: 8, max: token.length });
  const gap = fc.constantFrom('\n', '\r\n', '\n  ', ' ', '  ', '\u00a0');
  fc.assert(
    fc.property(size, gap, (width, between) => {
      const lines = token.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
      expect(readMembraneToken(`${lines.join(between)}\n`, now)).toMatchObject({ token });
    }),
  );
});

test('a paste of nothing but beginnings is read through at once', () => {
  const pasted = 'eyA '.repeat(14_000);
  expect(readMembraneToken(pasted, 0)).toMatchObject({ kind: 'refused' });
});
