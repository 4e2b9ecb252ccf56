// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createChaport } from '../../../helpdesks/chaport/emulator';
import { chaportValues } from '../../../helpdesks/chaport/switch-values';
import { throwsOf } from '../../../helpdesks/core/switch-values';
import { createWorld } from '../../../helpdesks/world/world';
import { eventually } from '../../eventually';
import { openDrawn, read } from './drawn-page';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
const modules = {
  draw: () => import('../../../helpdesks/chaport/page/main'),
  adapter: async () => (await import('../../../../lib/platforms/chaport/page/adapter')).chaportPage,
};

afterEach(() => vi.unstubAllGlobals());

test.each(throwsOf(chaportValues))(
  'the page of Chaport, $name: who is on screen, and where text goes',
  async ({ switches }) => {
    const emulator = createChaport(world, { switches });
    const visitor = emulator.data.ofPerson('amelie');
    const page = await openDrawn(emulator, emulator.pageOf('amelie'), modules);
    expect(page.recognises(document, location)).toBe(true);

    if (switches.signedIn === false) {
      await eventually(() => expect(read(page).view).toBe('signed-out'));
      return;
    }
    const { name, email, phone } = visitor;
    await eventually(() => expect(read(page).hints.emails).toEqual([email]));
    expect(read(page)).toMatchObject({
      view: 'person',
      contactId: switches.webVisitorId === 'rest' ? visitor.id : visitor.webId,
      ...(switches.chatAddress === 'visitor'
        ? {}
        : { conversationId: String(visitor.chats[0]?.id) }),
      hints: { name, emails: [email], phones: phone === undefined ? [] : [phone] },
    });

    const composer = page.composer?.(document);
    if (switches.composerId === 'other') {
      // The notes are a field too: none is taken for the composer.
      expect(composer).toBeUndefined();
    } else if (switches.joined === 'join-first') {
      expect([composer?.element, composer?.state.blocked]).toEqual([undefined, 'join-first']);
    } else {
      expect([composer?.mode, composer?.state.blocked]).toEqual(['reply', undefined]);
      expect(composer?.element).toBe(document.querySelector('#chat-input'));
    }
  },
);
