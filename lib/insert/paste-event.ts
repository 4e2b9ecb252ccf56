/** What a content script of Firefox sees of the page behind its own view of it. */
interface PageScope {
  wrappedJSObject?: { ClipboardEvent: typeof ClipboardEvent };
}

declare global {
  /** Firefox's: copies a value for a page, which may not read what belongs to a content script. */
  function cloneInto<T>(value: T, scope: object): T;
}

const options: EventInit = { bubbles: true, cancelable: true };

/**
 * A paste of this content, by type, as if the person had pasted it. In Firefox the page's own
 * constructor has to make it: what a content script puts into an event of its own is hidden from the
 * page, and the constructor accepts no content.
 */
export function pasteEvent(content: Readonly<Record<string, string>>): ClipboardEvent {
  const event = import.meta.env.FIREFOX ? pageEvent(window) : ownEvent();
  for (const [type, data] of Object.entries(content)) event.clipboardData?.setData(type, data);
  return event;
}

function ownEvent(): ClipboardEvent {
  return new ClipboardEvent('paste', { ...options, clipboardData: new DataTransfer() });
}

function pageEvent(scope: Window & PageScope): ClipboardEvent {
  const { ClipboardEvent: PageEvent = ClipboardEvent } = scope.wrappedJSObject ?? {};
  return new PageEvent('paste', cloneInto(options, scope));
}
