// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { throwsOf } from '../../../helpdesks/core/switch-values';
import { createKustomer } from '../../../helpdesks/kustomer/emulator';
import { kustomerValues } from '../../../helpdesks/kustomer/switch-values';
import { createWorld } from '../../../helpdesks/world/world';
import { eventually } from '../../eventually';
import { openDrawn, read } from './drawn-page';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
const modules = {
  draw: () => import('../../../helpdesks/kustomer/page/main'),
  adapter: async () =>
    (await import('../../../../lib/platforms/kustomer/page/adapter')).kustomerPage,
};

afterEach(() => vi.unstubAllGlobals());

test.each(throwsOf(kustomerValues))(
  'the page of Kustomer, $name: who is on screen, and where replies and notes go',
  async ({ switches }) => {
    const emulator = createKustomer(world, { switches });
    const page = await openDrawn(emulator, emulator.conversationPage('amelie'), modules);
    expect(page.recognises(document, location)).toBe(true);
    if (switches.signedIn === false) {
      expect(read(page).view).toBe('signed-out');
      return;
    }
    const editors = () => document.querySelectorAll('.public-DraftEditor-content');
    await eventually(() => expect(editors().length).toBe(2));
    const customer = { contactId: emulator.customerId('amelie') };
    const conversation = { conversationId: emulator.conversationId('amelie') };
    const ids =
      switches.conversationAddress === 'stay' ? conversation : { ...customer, ...conversation };
    expect(read(page)).toMatchObject({ view: 'person', ...ids });

    const modes = [...editors()].map((editor) => {
      editor.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
      if (editor instanceof HTMLElement) editor.focus();
      const found = page.composer?.(document);
      return [found?.element === editor, found?.mode, found?.state.blocked];
    });
    expect(modes).toEqual([
      [true, 'reply', undefined],
      [true, 'note', undefined],
    ]);
  },
);
