import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { closePickerRequest, type KeysNotice } from '../../messaging/page-request';
import type { pickerCommands } from '../../messaging/picker-commands';
import type { HandlersOf } from '../router';
import { findReplyCommand } from './keyboard-command';

const key = 'picker-ticket';

/** A frame uses its ticket at once; an older one (ms) was meant for a page that is gone. */
const MAX_AGE_MS = 30_000;

const ticketSchema = v.object({ ticket: v.string(), windowId: v.number(), at: v.number() });

/**
 * What the worker does for the picker. Every page may frame the picker, and only the one from which
 * the person asked for it gets a ticket, good for one frame: no other page can show what belongs to
 * the person, or lay something over it.
 */
export function pickerHandlers(ports: {
  activeTab(windowId: number): Promise<number | undefined>;
}): HandlersOf<typeof pickerCommands> {
  return {
    'page.shortcut': async () => {
      const commands = await browser.commands.getAll();
      return commands.find(({ name }) => name === findReplyCommand)?.shortcut ?? '';
    },
    'page.notice': async ({ notice }) => noticeWords(notice),
    'page.picker': async (_nothing, { tab }) => {
      if (tab === undefined) throw new TypeError('not from a page');
      const { windowId } = tab;
      const ticket = crypto.randomUUID();
      await browser.storage.session.set({ [key]: { ticket, windowId, at: Date.now() } });
      return ticket;
    },
    'panel.open-picker': async ({ ticket }) => {
      const stored = v.safeParse(ticketSchema, (await browser.storage.session.get(key))[key]);
      if (!stored.success || stored.output.ticket !== ticket) return undefined;
      await browser.storage.session.remove(key);
      return Date.now() - stored.output.at < MAX_AGE_MS ? stored.output.windowId : undefined;
    },
    'panel.close-picker': async ({ windowId }) => {
      const tabId = await ports.activeTab(windowId);
      // A page that left has taken the picker with it.
      const asked = browser.tabs.sendMessage(tabId ?? -1, closePickerRequest, { frameId: 0 });
      await asked.catch(() => undefined);
    },
  };
}

function noticeWords(notice: KeysNotice): string {
  return notice === 'keeps-keys'
    ? t`Deskside keeps your keystrokes from this page so that nothing is sent by mistake. Press Esc or click the page to type here again.`
    : t`Deskside kept Enter from this page so that nothing was sent by mistake. Press it again to use it here.`;
}
