import { typedWith } from '../../lib/model/typed-text';
import { isTyping } from '../hooks/typing-places';

/** Who opens the panel by its keys goes on typing at once: how long that is collected, and kept (ms). */
const [LOADING_MS, KEPT_MS] = [1_500, 4_000];

/** Who asks for the search waits for it, even while it is still being found out who is on screen (ms). */
const REQUESTED_MS = 30_000;

const requested = 'find';

/**
 * Collects what is typed before the search is there to receive it, until `takeEarlyKeys`: while the panel
 * is still loading, and again after each `expectEarlyKeys`; Escape and Tab give it up. Runs before everything else
 * in the page, as a script of its own. "/" at the beginning is the key that opens the search, and is not collected.
 */
export function collectEarlyKeys(document: Document): void {
  // An attribute passes the text to the panel's modules, which load later than this script.
  const { dataset } = document.documentElement;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  let end = 0;
  const begin = (collected: number, kept: number) => {
    dataset.typed ??= '';
    end = performance.now() + collected;
    clearTimeout(forgetting);
    forgetting = setTimeout(() => takeEarlyKeys(document), kept);
  };
  const collect = (event: KeyboardEvent) => {
    const { typed } = dataset;
    if (typed === undefined || performance.now() >= end || isTyping(event.target)) return;
    if (/^(?:Esc|Tab)/.test(event.key)) takeEarlyKeys(document);
    const now = typedWith(typed, event);
    const isHeldLetter = event.repeat && event.key.length === 1;
    // A space at the beginning presses the button that has the focus.
    if (!isHeldLetter && (now === typed || now === '/' || now === ' ')) return;
    // Single letters are also shortcuts of the panel; here they belong to what is being typed.
    event.preventDefault();
    dataset.typed = now;
  };
  ignoreKeysHeldElsewhere(document);
  document.addEventListener(requested, () => begin(REQUESTED_MS, REQUESTED_MS));
  document.addEventListener('keydown', collect, true);
  begin(LOADING_MS, KEPT_MS);
}

/**
 * The key of the command may still be held down when the keyboard comes here, its modifiers let go: then it repeats,
 * and would stand in the search as a letter that nobody typed.
 */
function ignoreKeysHeldElsewhere(document: Document): void {
  const pressedHere = new Set<string>();
  const press = (event: KeyboardEvent) => {
    if (!event.repeat) pressedHere.add(event.code);
    else if (!pressedHere.has(event.code)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  document.addEventListener('keydown', press, true);
  document.addEventListener('keyup', ({ code }) => pressedHere.delete(code), true);
  document.defaultView?.addEventListener('blur', () => pressedHere.clear());
}

/** The search has been asked for, and may have to be loaded: what is typed from now on is for it. */
export function expectEarlyKeys(document: Document): void {
  document.dispatchEvent(new Event(requested));
}

/** Returns, only once, what was typed before the search was there; ends the collecting. Empty when that was long ago. */
export function takeEarlyKeys(document: Document): string {
  const { dataset } = document.documentElement;
  const { typed = '' } = dataset;
  delete dataset.typed;
  return typed;
}
