import { type KeysNotice, keysNotices } from '../messaging/page-request';
import { askWorker } from './runtime';

/** The notices as the worker gave them last; none where it never answered. */
const known = new Map<KeysNotice, string>();

const look =
  'all:initial;position:fixed;inset:12px auto auto 50%;transform:translateX(-50%);max-width:90vw;box-sizing:border-box;padding:8px 14px;border:0;border-radius:8px;background:#191d24;color:#fff;font:13px/19px system-ui,sans-serif;z-index:2147483647;pointer-events:none';

/** The element with the notice above the page. */
export const noticeTag = 'deskside-notice';

/** Asks for the words before they are needed: when they are, the worker may not answer. */
export async function learnNotices(): Promise<void> {
  await Promise.all(keysNotices.map(learn));
}

async function learn(notice: KeysNotice): Promise<string | undefined> {
  const words = await askWorker('page.notice', { notice });
  if (words !== undefined) known.set(notice, words);
  return words;
}

/**
 * Says in the page why keys do nothing there, or one did nothing, and what to do, until the signal aborts. Placed where the
 * page cannot read or change it, and above its dialogs. In the language of the moment as soon as the
 * worker answers; where its words never came, nothing is shown.
 */
export function showKeysNotice(
  document: Document,
  signal: AbortSignal,
  what: KeysNotice = 'keeps-keys',
): void {
  const host = document.createElement(noticeTag);
  host.style.cssText = look;
  host.role = 'alert';
  host.popover = 'manual';
  const inside = host.attachShadow({ mode: 'closed' });
  const say = (words: string | undefined): void => {
    if (words === undefined || signal.aborted) return;
    inside.textContent = words;
    if (host.isConnected) return;
    document.documentElement.append(host);
    host.showPopover?.();
  };
  say(known.get(what));
  void learn(what).then(say);
  signal.addEventListener('abort', () => host.remove(), { once: true });
}
