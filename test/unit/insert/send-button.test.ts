// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isSendDisabled } from '../../../lib/insert/send-button';

const on = '<button class="send">Go</button>';
const off = '<button class="send" disabled>Go</button>';
const field = '<textarea></textarea>';

function isDisabledIn(html: string): boolean {
  document.body.innerHTML = html;
  const found = document.querySelector('textarea');
  if (found === null) throw new Error('no field');
  return isSendDisabled(found);
}

test.each([
  ['the button is disabled', `<form>${field}${off}</form>`, true],
  [
    'it is marked as disabled',
    `<form>${field}${on.replace('>', ' aria-disabled="true">')}</form>`,
    true,
  ],
  ['it can be pressed', `<form>${field}${on}</form>`, false],
  ['there is no button', field, false],
  ['two buttons could be meant', `<form>${field}${off}${off}</form>`, false],
  ['the nearer of two can be pressed', `<div><form>${field}${on}</form>${off}</div>`, false],
  ['the nearer of two is disabled', `<div><form>${field}${off}</form>${on}</div>`, true],
  ['the only one is far away', `${'<div>'.repeat(6)}${field}${'</div>'.repeat(6)}${off}`, false],
])('where %s', (_what, html, isDisabled) => {
  expect(isDisabledIn(html)).toBe(isDisabled);
});
