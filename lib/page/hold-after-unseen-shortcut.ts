import { wait } from '../async/wait';
import { modifiersOf, suggestedKeys } from '../model/shortcut';
import { HeldTyping } from './held-typing';
import { showKeysNotice } from './keys-notice';
import { type HiddenKey, heldAt, isModifierKey, ModifierWatch } from './recognise-hidden-key';

/** What this needs from the other parts of the content script. */
export interface UnseenShortcutPorts {
  /**
   * The keys of the command, as the browser writes them; empty when there are none, absent when there
   * is no answer. By then the worker has dealt with all that was pressed before it was asked.
   */
  shortcut(): Promise<string | undefined>;
  /** Whether all keys are being kept from the page already. */
  isHolding(): boolean;
}

/** What the worker asks of the page may arrive up to this long (ms) after its answer. */
const AFTER_MS = 200;

/** A person who sees nothing happen for this long (ms) is told why. */
const SOON_MS = 1_500;

/** The `keyCode` that browsers give to a key that went to an input method. */
const COMPOSED = 229;

/** How long (ms) the notice about a kept Enter is shown. */
const TOLD_MS = 6_000;

interface Doubt {
  typing: HeldTyping;
  ending: AbortController;
  isAlone: boolean;
  hasKeptEnter: boolean;
  /** Modifiers with which a key may have been hidden. */
  possible: ReadonlySet<string>[];
}

/**
 * Keeps keys from the page from when the browser took a shortcut for itself until the worker has said
 * whether it was the one for the canned responses. If it was, what was typed goes to the search; else
 * it is put where it would have gone, in order. An Enter is never put back: a notice asks the person to
 * press it again. What an input method composes is left alone. Escape and a click end the doubt.
 *
 * An Enter pressed while the modifiers of the command are still held down may have followed a letter
 * that the page was not shown: it is kept as well, unless they are those of Ctrl+Enter or Cmd+Enter.
 * Frames within the page have keys of their own, which are not seen here.
 */
export class UnseenShortcut {
  readonly #watch = new ModifierWatch();
  readonly #isMac = /mac/i.test(navigator.userAgent);
  /** The command's modifiers; unknown once it may have been changed. */
  #modifiers: ReadonlySet<string> | undefined;
  #lastKnown = modifiersOf(suggestedKeys.chromium, this.#isMac) ?? new Set<string>();
  #doubt: Doubt | undefined;
  /** Runs while the notice about a kept Enter is shown: the next Enter goes to the page. */
  #told = new AbortController();
  readonly #keptDown = new Set<string>();

  constructor(
    private readonly document: Document,
    private readonly ports: UnseenShortcutPorts,
    signal: AbortSignal,
  ) {
    const window = document.defaultView;
    this.#told.abort();
    const options = { capture: true, signal };
    window?.addEventListener('keydown', (event) => this.#down(event), options);
    window?.addEventListener('keyup', (event) => this.#up(event), options);
    window?.addEventListener('beforeinput', (event) => this.#input(event), options);
    const forget = ({ target }: Event): void => void (target instanceof Node || this.#leave());
    window?.addEventListener('blur', forget, options);
    const click = ({ isTrusted }: Event): void => void (isTrusted && this.#release());
    window?.addEventListener('pointerdown', click, options);
    signal.addEventListener('abort', () => this.#stop(), { once: true });
    void this.#learn();
  }

  /** It was the command: ends the doubt and returns what was typed since. */
  take(): string {
    this.#watch.forget();
    return this.#end()?.typing.text ?? '';
  }

  #down(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    this.#look(event);
    if (isModifierKey(event.key) || this.ports.isHolding()) return;
    const isMeant = !this.#told.signal.aborted;
    this.#told.abort();
    const modifiers = this.#lastKnown;
    if (!isMeant && isEnterWith(modifiers, event)) this.#begin({ modifiers, isAlone: true });
    if (this.#doubt === undefined || !this.#keeps(this.#doubt, event)) return;
    this.#keptDown.add(event.code || event.key);
    keep(event);
  }

  #keeps(doubt: Doubt, event: KeyboardEvent): boolean {
    const { key, isComposing, keyCode } = event;
    if (key === 'Enter') doubt.hasKeptEnter = true;
    else if (key === 'Escape') this.#release();
    else if (isComposing || keyCode === COMPOSED || key === 'Dead') return false;
    else if (!doubt.typing.take(event) && !doubt.isAlone && doubt.typing.isNew) {
      this.#release();
      return false;
    }
    return true;
  }

  #up(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    this.#look(event);
    if (this.#keptDown.delete(event.code || event.key)) keep(event);
  }

  /** Text that no visible key press produced. */
  #input(event: InputEvent): void {
    const { isTrusted, isComposing, inputType, data } = event;
    if (!isTrusted || isComposing || inputType !== 'insertText' || data === null) return;
    if (this.#doubt === undefined) return;
    this.#doubt.typing.takeText(data);
    keep(event);
  }

  #look(event: KeyboardEvent): void {
    const hidden = this.#watch.look(event);
    const isInDoubt = hidden !== undefined && this.#mayBe(hidden.modifiers);
    if (isInDoubt && !this.ports.isHolding()) this.#begin(hidden);
  }

  #begin({ modifiers, isAlone }: HiddenKey): void {
    let doubt = this.#doubt;
    if (doubt === undefined) {
      const ending = new AbortController();
      const typing = new HeldTyping(this.document, this.#isMac);
      doubt = { typing, ending, isAlone, hasKeptEnter: false, possible: [] };
      this.#doubt = doubt;
      const { signal } = ending;
      const tell = () => showKeysNotice(this.document, signal);
      wait(SOON_MS, signal).then(tell, () => undefined);
    }
    doubt.isAlone ||= isAlone;
    doubt.possible.push(modifiers);
    void this.#ask(doubt);
  }

  async #ask(doubt: Doubt): Promise<void> {
    const count = doubt.possible.length;
    await this.#learn();
    const { signal } = doubt.ending;
    const isPossible = doubt.possible.some((modifiers) => this.#mayBe(modifiers));
    if (isPossible) await wait(AFTER_MS, signal).catch(() => undefined);
    // Only the last question ends the doubt.
    if (this.#doubt === doubt && doubt.possible.length === count) this.#release();
  }

  async #learn(): Promise<void> {
    const shortcut = await this.ports.shortcut();
    this.#modifiers = shortcut === '' ? new Set() : modifiersOf(shortcut ?? '', this.#isMac);
    this.#lastKnown = this.#modifiers ?? this.#lastKnown;
  }

  #mayBe(modifiers: ReadonlySet<string>): boolean {
    return this.#modifiers === undefined || areSame(modifiers, this.#modifiers);
  }

  #stop(): void {
    this.#release();
    this.#told.abort();
  }

  /** The keys of the command can be changed in another window. */
  #leave(): void {
    this.#watch.forget();
    this.#modifiers = undefined;
  }

  #release(): void {
    this.#told.abort();
    const doubt = this.#end();
    doubt?.typing.putBack();
    if (doubt?.hasKeptEnter !== true) return;
    const told = new AbortController();
    const { signal } = told;
    this.#told = told;
    showKeysNotice(this.document, signal, 'kept-enter');
    wait(TOLD_MS, signal).then(
      () => told.abort(),
      () => undefined,
    );
  }

  #end(): Doubt | undefined {
    const doubt = this.#doubt;
    this.#doubt = undefined;
    doubt?.ending.abort();
    return doubt;
  }
}

function keep(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function areSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

/** Whether Enter is pressed with exactly these modifiers. Alone, or with Ctrl or Cmd alone, it sends. */
function isEnterWith(modifiers: ReadonlySet<string>, event: KeyboardEvent): boolean {
  const held = [...heldAt(event)].filter(([, isHeld]) => isHeld).map(([name]) => name);
  const sends = held.length === 0 || (held.length === 1 && held[0] !== 'Alt');
  return event.key === 'Enter' && !sends && areSame(new Set(held), modifiers);
}
