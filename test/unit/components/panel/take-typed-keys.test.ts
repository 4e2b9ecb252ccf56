// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { takeTypedKeys } from '../../../../components/panel/take-typed-keys';
import { usePanelView } from '../../../../components/panel/view-store';

const say = (data: unknown) => window.dispatchEvent(new MessageEvent('message', { data }));

test('the picker takes in order what the page kept, from nobody without its ticket', () => {
  takeTypedKeys(window, 'ticket');
  const { getState } = usePanelView;
  expect(getState().tab).toBe('replies');
  say({ ticket: 'ticket', typed: 're' });
  say({ ticket: 'ticket', typed: 'f' });
  for (const stranger of [{ ticket: 'other', typed: 'x' }, { typed: 'x' }, 'x', null])
    say(stranger);
  say({ ticket: 'ticket', typed: 'x'.repeat(201) });
  expect(getState().takeTyped()).toBe('ref');
});
