// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Message } from '../../../../lib/model/history';
import { chatra } from '../../../../lib/platforms/chatra/definition';
import type { PageAdapter } from '../../../../lib/platforms/contract/page';
import { lengthen, toldInChat } from '../../../browser/chatra-story';
import { createChatra } from '../../../helpdesks/chatra/emulator';
import type { Client } from '../../../helpdesks/chatra/records';
import { chatraValues } from '../../../helpdesks/chatra/switch-values';
import { throwsOf } from '../../../helpdesks/core/switch-values';
import { createWorld } from '../../../helpdesks/world/world';
import { eventually } from '../../eventually';
import { wholeCapture } from '../whole-capture';
import { openDrawn, read } from './drawn-page';

const now = new Date(2026, 10, 20, 12).getTime();
const world = createWorld(now);
const modules = {
  draw: () => import('../../../helpdesks/chatra/page/main'),
  adapter: async () => (await import('../../../../lib/platforms/chatra/page/adapter')).chatraPage,
};

beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Takes down what is on screen, then scrolls up, until nothing older comes. */
async function captureAll(page: PageAdapter, client: Client, most: number): Promise<Message[]> {
  let stored: Message[] = [];
  const conversation = {
    connectionId: 'c1',
    contactId: client.chatId,
    conversationId: client.chatId,
    now: Date.now(),
  };
  const shownCount = () => document.querySelectorAll('.chat-message').length;
  for (let shown = 0; ; ) {
    await eventually(() => expect(shownCount()).toBeGreaterThan(shown));
    shown = shownCount();
    stored = chatra.mergeCapture?.(stored, wholeCapture(page) ?? [], conversation) ?? [];
    if (shown >= most) return stored;
    for (const turned of ['wheel', 'scroll']) {
      document.querySelector('.chat-message-area')?.dispatchEvent(new Event(turned));
    }
  }
}

const blocked = { composer: undefined, start: 'join-first', away: 'join-first' } as const;

test.each(throwsOf(chatraValues))(
  'the page of Chatra, $name: who is on screen, all that was said, and where text goes',
  async ({ switches }) => {
    const emulator = createChatra(world, { switches });
    const client = lengthen(emulator, 'amelie', 40);
    const page = await openDrawn(emulator, emulator.pageOf('amelie'), modules);
    expect(page.recognises(document, location)).toBe(true);

    if (switches.signedIn === false) {
      await eventually(() => expect(read(page).view).toBe('signed-out'));
      return;
    }
    if (switches.urlScheme !== undefined && switches.urlScheme !== 'conversations') {
      // Nothing tells which conversation is open, so nothing is taken down.
      await eventually(() => expect(document.querySelector('.nav-item')).not.toBeNull());
      expect([read(page).view, wholeCapture(page)]).toEqual(['none', []]);
      return;
    }
    if (switches.classNames === 'obfuscated') {
      await eventually(() => expect(read(page).unreadable).toBe(true));
      expect(read(page)).toMatchObject({ view: 'person', conversationId: client.chatId });
      expect(wholeCapture(page)).toEqual([]);
      return;
    }
    await eventually(() => expect(read(page).hints.emails).toEqual([client.basic.email]));
    expect(read(page)).toMatchObject({
      view: 'person',
      conversationId: client.chatId,
      hints: { name: client.displayedName },
    });
    expect(read(page).unreadable).toBeUndefined();

    const everything = await captureAll(page, client, 40);
    const captured = everything.filter(({ kind }) => kind !== 'activity');
    const lines = client.messages.filter(({ type }) => type === 'system').length;
    expect(everything.length - captured.length).toBe(
      switches.systemLines === 'as-message' ? lines : 0,
    );
    expect(captured.map(({ text, attachments }) => text || attachments[0]?.name)).toEqual(
      toldInChat(client),
    );
    const said = client.messages.filter(({ type }) => type !== 'system');
    expect(captured.map(({ kind }) => kind === 'note')).toEqual(
      said.map((each) => each.note === true),
    );
    expect(captured.map(({ author }) => author.name)).toEqual(
      said.map((each) => (each.type === 'client' ? client.displayedName : each.agentName)),
    );
    // To the minute, also where a joined message has only the time of the first of its group.
    const late = captured.filter(
      ({ sentAt }, index) => Math.abs(sentAt - (said[index]?.at ?? 0)) > 5 * 60_000,
    );
    if (switches.messageTime !== 'relative') expect(late).toEqual([]);

    const composer = page.composer?.(document);
    const why = blocked[switches.footer ?? 'composer'];
    expect([composer?.mode, composer?.state.blocked]).toEqual(['reply', why]);
    expect(composer?.element ?? null).toBe(
      why === undefined ? document.querySelector('.chat-textarea') : null,
    );
  },
);
