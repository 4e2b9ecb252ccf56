const words = {
  'keeps-keys':
    'Deskside keeps your keys from this page, so that nothing is sent by mistake. Press Esc or click the page to type here again.',
  'kept-enter':
    'Deskside kept Enter from this page, so that nothing is sent by mistake. Press it again to use it here.',
};

const look =
  'all:initial;position:fixed;inset:12px auto auto 50%;transform:translateX(-50%);max-width:90vw;box-sizing:border-box;padding:8px 14px;border:0;border-radius:8px;background:#191d24;color:#fff;font:13px/19px system-ui,sans-serif;z-index:2147483647;pointer-events:none';

/** The element that holds the notice above the page. */
export const noticeTag = 'deskside-notice';

/**
 * Says in the page why keys do nothing there, or one did nothing, and what to do, until the signal aborts. Placed where the
 * page cannot read or change it, and above its dialogs.
 */
export function showKeysNotice(
  document: Document,
  signal: AbortSignal,
  what: keyof typeof words = 'keeps-keys',
): void {
  const host = document.createElement(noticeTag);
  host.style.cssText = look;
  host.role = 'alert';
  host.popover = 'manual';
  host.attachShadow({ mode: 'closed' }).textContent = words[what];
  document.documentElement.append(host);
  host.showPopover?.();
  signal.addEventListener('abort', () => host.remove(), { once: true });
}
