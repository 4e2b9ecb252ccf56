import type { CapturedItem } from '../../../../lib/model/page';
import type { WalkReport } from '../../../../lib/model/walk';
import { saveCapturedContact } from '../../../../lib/worker/history/captured-contact';
import { saveCapture } from '../../../../lib/worker/history/save-capture';
import { saveScreen } from '../../../../lib/worker/screens';
import { contact, context, message, TestWorld } from '../world';

export const tab = { tabId: 3, windowId: 1, origin: 'https://gamma.example' };

const item = (text: string): CapturedItem => ({
  ...({ kind: 'message', direction: 'in' } as const),
  ...{ text, attachments: [] },
});

/** What a page tells of its walk through conversation `a`. */
export const report = (end?: WalkReport['end'], more: Partial<WalkReport> = {}): WalkReport => ({
  ...{ platform: 'gamma', conversationId: 'a', count: 3, oldest: item('one') },
  end,
  ...more,
});

/** A worker with one account of a platform whose pages are captured; each message was said at 42. */
export class WalkWorld extends TestWorld {
  static async create(): Promise<WalkWorld> {
    const world = new WalkWorld();
    await world.connect('gamma', {}, undefined, {
      capturedAt: () => 42,
      contactFromPage: (page, { connection }) => contact(connection.id, page.conversationId ?? ''),
      mergeCapture: (stored, items, at) =>
        stored.length > 0
          ? [...stored]
          : items.map(({ text }, index) => ({
              ...message(contact('gamma', at.contactId), `${at.conversationId}-${index}`, text),
              ...{ conversationId: at.conversationId, sequence: index },
            })),
    });
    return world;
  }

  /** The tab shows this conversation, and what it says is held. */
  async show(conversationId: string): Promise<void> {
    const page = context('gamma', { conversationId });
    await saveCapturedContact(this, tab, page);
    await saveScreen(this, tab, page);
    const items = ['one', 'two', 'three'].map(item);
    await saveCapture(this, tab, { platform: 'gamma', conversationId, items });
  }

  async row() {
    const row = await this.database.screens.get(tab.tabId);
    if (row === undefined) throw new Error('the tab shows nothing');
    return row;
  }

  async walk() {
    return (await this.row()).walk;
  }
}
