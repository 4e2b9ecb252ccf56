import { expect, test } from 'vitest';
import { patternRanges } from '../../../lib/answers/pattern-ranges';
import { secretPatterns } from '../../../lib/answers/secret-patterns';
import { runSteps } from '../../../lib/async/run-steps';
import { fold } from '../../../lib/text/fold';

function secretsIn(text: string): string[] {
  const folded = fold(text);
  return runSteps(patternRanges(folded, () => false))
    .filter(({ kind }) => kind === 'detail')
    .map(({ start, end }) => folded.slice(start, end));
}

test.each([
  ['password: hunter2', ['hunter2']],
  ['your new password is hunter2.', ['hunter2']],
  ['Passwort: geheimnis', ['geheimnis']],
  ['mot de passe : chaton', ['chaton']],
  ['密码是hunter，验证码 8888', ['hunter', '8888']],
  ['PIN 815', ['815']],
  ['微信号 annawang88', ['annawang88']],
  ['Skype: anna.w, WhatsApp: annaw', ['anna.w', 'annaw']],
  ['your username annaw.', ['annaw']],
  ['Benutzername annaw', ['annaw']],
  ['the password is wrong, password: required', []],
  ['密码至少8位，验证码60秒', []],
  ['the username field, your username above. Skype call', []],
])('%s', (text, secrets) => {
  expect(secretsIn(text).sort()).toEqual([...secrets].sort());
});

test('each may be looked for in every place', () => {
  expect(secretPatterns.every(([pattern]) => pattern.global && pattern.unicode)).toBe(true);
});
