import { isShortcut, suggestedKeys } from '../model/shortcut';
import { typedWith } from '../model/typed-text';
import { pickerTag } from '../platforms/shared/page/in-front';
import { keepKeys, onClick } from './hold-keys';
import { showKeysNotice } from './keys-notice';

/** What the picker needs of the extension. */
export interface PickerPorts {
  /** The keys for it, as the browser writes them; empty when there are none. */
  shortcut(): Promise<string | undefined>;
  /** The ticket that the worker issues for one frame; absent when it does not answer. */
  ticket(): Promise<string | undefined>;
  /** Address of the frame's page. */
  address: string;
}

/** The frame gets the keyboard within this time (ms), even when the worker has to be started. */
const SOON_MS = 2_500;

const hostLook =
  'all:initial;position:fixed;inset:8px 8px auto auto;width:min(400px,calc(100vw - 16px));height:min(560px,calc(100vh - 16px));border:1px solid #8888;border-radius:8px;overflow:hidden;box-shadow:0 8px 24px #0004;background:Canvas;z-index:2147483647';
const frameLook = 'display:block;width:100%;height:100%;border:0';

interface OpenPicker {
  closing: AbortController;
  host: HTMLElement;
  /** Absent until it is there. */
  frame: { element: HTMLIFrameElement; ticket: string } | undefined;
  /** What had the focus before. */
  before: Element | null;
  typed: string;
}

/**
 * The search for canned responses in a frame above the page: Firefox gives its sidebar no keyboard.
 * From the very press of the keys, which a page sees before the browser acts on them, no key reaches
 * the page until the person goes back on purpose, by Escape or a click, whether the frame comes or
 * not, and also where the page takes the focus from the frame.
 */
export class PickerFrame {
  #open: OpenPicker | undefined;
  /** Until the worker answers, those of the manifest. */
  #shortcut: string = suggestedKeys.firefox;
  /** How many texts are on their way into the page. */
  #writing = 0;
  readonly #window: Window;

  constructor(
    private readonly document: Document,
    private readonly ports: PickerPorts,
    private readonly signal: AbortSignal,
  ) {
    this.#window = document.defaultView ?? window;
    const isMac = /mac/i.test(navigator.userAgent);
    const listener = (event: KeyboardEvent): void => {
      if (!event.isTrusted || !isShortcut(event, this.#shortcut, isMac)) return;
      // The browser acts on them afterwards, unless a page takes them for its own.
      event.stopImmediatePropagation();
      this.open();
    };
    this.#window.addEventListener('keydown', listener, { capture: true, signal });
    // The keys may have been changed in another tab or window.
    this.#window.addEventListener('focus', () => void this.#learnShortcut(), { signal });
    signal.addEventListener('abort', () => this.close(), { once: true });
    void this.#learnShortcut();
  }

  /** Shows the picker, or gives it the keyboard again. Does nothing where the page has no focus. */
  open(): void {
    if (this.#open !== undefined) this.#takeKeyboard();
    else if (this.document.hasFocus()) this.#begin();
  }

  #begin(): void {
    void this.#learnShortcut();
    const closing = new AbortController();
    const host = this.document.createElement(pickerTag);
    host.style.cssText = hostLook;
    host.popover = 'manual';
    const { activeElement: before } = this.document;
    const open: OpenPicker = { closing, host, frame: undefined, before, typed: '' };
    this.#open = open;
    keepKeys(this.#window, (event) => this.#press(open, event), closing.signal);
    onClick(this.#window, ({ target }) => target === host || this.#remove(), closing.signal);
    void this.#show(open);
    setTimeout(() => {
      const isTyped = this.document.activeElement !== host;
      if (!closing.signal.aborted && isTyped) showKeysNotice(this.document, closing.signal);
    }, SOON_MS);
  }

  /** Takes the picker away and gives the keyboard back to where it was. */
  close(): void {
    const before = this.#open?.before;
    this.#remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  /** Lets something be written into the page, which takes the focus for it, and then takes the focus back. */
  async whileWriting<T>(write: () => Promise<T>): Promise<T> {
    this.#writing += 1;
    try {
      return await write();
    } finally {
      this.#writing -= 1;
      if (this.#writing === 0) this.#takeKeyboard();
    }
  }

  async #show(open: OpenPicker): Promise<void> {
    const ticket = await this.ports.ticket();
    if (open.closing.signal.aborted || ticket === undefined) return;
    const element = this.document.createElement('iframe');
    element.style.cssText = frameLook;
    element.title = 'Deskside';
    element.src = `${this.ports.address}#${ticket}`;
    element.addEventListener('load', () => {
      open.frame = { element, ticket };
      this.#takeKeyboard();
    });
    open.host.attachShadow({ mode: 'closed' }).append(element);
    this.document.documentElement.append(open.host);
    open.host.showPopover?.();
  }

  #press(open: OpenPicker, event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.close();
      return;
    }
    open.typed = typedWith(open.typed, event);
    if (this.#writing === 0) this.#takeKeyboard();
  }

  /** What was typed meanwhile goes to the search. */
  #takeKeyboard(): void {
    const open = this.#open;
    if (open?.frame === undefined) return;
    const { element, ticket } = open.frame;
    const { typed } = open;
    open.typed = '';
    element.focus({ preventScroll: true });
    const { origin } = new URL(this.ports.address);
    if (typed !== '') element.contentWindow?.postMessage({ ticket, typed }, origin);
  }

  #remove(): void {
    this.#open?.closing.abort();
    this.#open?.host.remove();
    this.#open = undefined;
  }

  async #learnShortcut(): Promise<void> {
    this.#shortcut = (await this.ports.shortcut()) ?? this.#shortcut;
  }
}
