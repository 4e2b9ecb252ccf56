// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createChatwoot } from '../../../helpdesks/chatwoot/chatwoot';
import { chatwootValues } from '../../../helpdesks/chatwoot/switch-values';
import { throwsOf } from '../../../helpdesks/core/switch-values';
import { createWorld } from '../../../helpdesks/world/world';
import { eventually } from '../../eventually';
import { openDrawn, read } from './drawn-page';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
const adapter = async () =>
  (await import('../../../../lib/platforms/chatwoot/page/adapter')).chatwootPage;

afterEach(() => vi.unstubAllGlobals());

test.each(throwsOf(chatwootValues))(
  'the page of Chatwoot, $name: who is on screen, and where text goes',
  async ({ switches }) => {
    const emulator = createChatwoot(world, { switches, now: () => world.now });
    const { version } = emulator.switches;
    const draw = async () => {
      // What the page's inline script does.
      vi.stubGlobal('globalConfig', { APP_VERSION: version });
      await import('../../../helpdesks/chatwoot/page/main');
    };
    const page = await openDrawn(emulator, emulator.pageOf('amelie'), { draw, adapter });
    expect(page.recognises(document, location)).toBe(true);
    if (switches.signedOut === true) {
      expect(read(page).view).toBe('signed-out');
      return;
    }
    const [account] = emulator.installation('app.chatwoot.com').accounts;
    const contact = account?.contacts.find(({ personKey }) => personKey === 'amelie');
    await eventually(() => expect(read(page).hints.emails).toEqual([contact?.email]));
    expect(read(page)).toMatchObject({
      view: 'person',
      account: '1',
      conversationId: new URL(emulator.pageOf('amelie')).pathname.split('/').at(-1),
      hints: { name: contact?.name },
      version,
    });
    await eventually(() => expect(page.composer?.(document)).toBeDefined());
    const composer = page.composer?.(document);
    expect([composer?.mode, composer?.state.blocked]).toEqual(['reply', undefined]);
    expect(composer?.element).toBe(
      document.querySelector('.reply-box .ProseMirror, .reply-box textarea'),
    );
  },
);
