import { Reporter } from '../../lib/page/reporter';
import { ScreenReader } from '../../lib/page/screen-reader';
import { chatraPage } from '../../lib/platforms/chatra/page/adapter';
import { provideWalkTools } from '../../lib/walk/conversation-walk';
import { drawMessage } from '../helpdesks/chatra/page/message';
import styles from '../helpdesks/chatra/page/styles/messages.css?inline';
import { words } from '../helpdesks/chatra/page/words';
import type { Message } from '../helpdesks/chatra/records';
import { chatraDefaults } from '../helpdesks/chatra/switches';

/** Runs in a browser's page: a long conversation as Chatra draws it, and the walk through it. */
const MESSAGES = 5_000;
const AT_ONCE = 100;
const conversationId = 'abcdefghijkmnpqrs';

/** What the document contains: all of it, what was scrolled to, or only what is near the window. */
export type ListKind = 'whole' | 'growing' | 'near-window';

export interface WalkOutcome {
  /** Seconds until all was read. */
  took: number;
  /** Messages that were read, and whether they are all of them, in order. */
  count: number;
  isWhole: boolean;
}

/** Reads the whole conversation. */
async function measure(): Promise<WalkOutcome> {
  const seen: string[][] = [];
  const begun = performance.now();
  await walk((texts) => seen.push(texts));
  const took = (performance.now() - begun) / 1_000;
  const texts = seen.at(-1) ?? [];
  const isWhole = texts.every((text, index) => text === textOf(index));
  return { took, count: texts.length, isWhole };
}

/** Walks to the first message and back. */
function walk(onCapture: (texts: string[]) => void): Promise<void> {
  provideWalkTools();
  return new Promise((resolve) => {
    const tell = async (type: string, payload: unknown): Promise<boolean> => {
      const { items, end } = Object(payload);
      writeDown(payload);
      if (type === 'page.capture') onCapture(items.map(({ text }: { text: string }) => text));
      else if (end !== undefined) resolve();
      return true;
    };
    const { signal } = new AbortController();
    const host = { adapter: chatraPage, document, hold: () => undefined, tell, signal };
    globalThis.desksideWalk?.start(conversationId, host);
  });
}

/** As browsers do with messages from a page to the worker. */
function writeDown(payload: unknown): void {
  JSON.stringify(payload);
}

/** What the content script does when one message more comes in. */
async function report(): Promise<void> {
  // The address is that of the bench.
  const adapter = { ...chatraPage, recognises: () => true };
  const screens = new ScreenReader(adapter, document, location);
  const captured = new Promise<void>((resolve) => {
    const tell = async (type: string, payload: unknown): Promise<boolean> => {
      writeDown(payload);
      if (type === 'page.capture') resolve();
      return true;
    };
    const reporter = new Reporter(screens, { tell });
    document.querySelector('.chat-message-area__inner')?.append(...rowsBetween(1, 2));
    setTimeout(() => void reporter.report());
  });
  await captured;
}

/** The time the page itself takes when somebody scrolls to the first message. */
async function scrollAlone(list: OpenList): Promise<void> {
  while (list.area.scrollTop > 0 || list.hasOlder()) {
    list.area.scrollTo({ top: 0, behavior: 'instant' });
    await nextFrame();
  }
}

interface OpenList {
  area: HTMLElement;
  hasOlder(): boolean;
}

/** Puts the list on the page, at its newest message. */
function openList(kind: ListKind): OpenList {
  document.head.innerHTML = `<style>${styles} .chat-message-area { height: 800px }</style>`;
  document.body.innerHTML =
    '<div class="navbar__title-text">Ana</div><div class="chat-message-area"><div class="chat-message-area__inner"></div></div><div class="chat-input-area"><textarea class="chat-textarea"></textarea></div>';
  const [area, inner] = ['.chat-message-area', '.chat-message-area__inner'].map((name) =>
    document.querySelector<HTMLElement>(name),
  );
  if (!area || !inner) throw new Error('no list');
  if (kind === 'near-window') return nearWindow(area, inner);
  let first = kind === 'whole' ? 0 : MESSAGES - AT_ONCE;
  inner.append(...rowsBetween(first, MESSAGES));
  area.scrollTop = area.scrollHeight;
  area.addEventListener('scroll', () => {
    if (area.scrollTop > 80 || first === 0) return;
    const fromEnd = area.scrollHeight - area.scrollTop;
    const before = first;
    first = Math.max(0, first - AT_ONCE);
    inner.prepend(...rowsBetween(first, before));
    area.scrollTop = area.scrollHeight - fromEnd;
  });
  return { area, hasOlder: () => first > 0 };
}

/** Draws the rows near the window, with room for the others. */
function nearWindow(area: HTMLElement, inner: HTMLElement): OpenList {
  const height = 72;
  const space = (rows: number): HTMLElement => {
    const element = document.createElement('div');
    element.style.height = `${rows * height}px`;
    return element;
  };
  const draw = (): void => {
    const from = Math.max(0, Math.floor(area.scrollTop / height) - 2);
    const rows = rowsBetween(from, Math.min(MESSAGES, from + 16));
    for (const row of rows) row.style.cssText = `height: ${height}px; overflow: hidden; margin: 0`;
    inner.replaceChildren(space(from), ...rows, space(MESSAGES - from - rows.length));
  };
  inner.style.cssText = 'padding: 0';
  draw();
  area.scrollTop = area.scrollHeight;
  draw();
  area.addEventListener('scroll', draw);
  return { area, hasOlder: () => false };
}

/** Elements of their own each time, as virtual lists have them. */
function rowsBetween(from: number, to: number): HTMLElement[] {
  return rows.slice(from, to).map((row) => {
    const copy = row.cloneNode(true);
    if (!(copy instanceof HTMLElement)) throw new Error('no element');
    return copy;
  });
}

const visitor = 'Ana Sousa';

function drawRow(index: number): HTMLElement {
  const isAgent = index % 3 === 1;
  const message: Message = {
    ...{ id: `m${index}`, text: textOf(index), at: 1_750_000_000_000 + index * 1_000 },
    ...(isAgent ? { type: 'agent', agentName: 'Priya' } : { type: 'client' }),
  };
  return drawMessage(message, {
    ...{ visitor, grouped: index % 3 === 0 && index > 0, first: index === 0 },
    ...{ options: chatraDefaults, words: words.en },
  });
}

const rows = Array.from({ length: MESSAGES }, (_none, index) => drawRow(index));

/** Many messages say the same. */
function textOf(index: number): string {
  return index % 5 === 0 ? 'ok' : `Where is my order ${index}, please? It was to come on Monday.`;
}

async function quiet(): Promise<void> {
  for (let frame = 0; frame < 10; frame += 1) await nextFrame();
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

let list: OpenList | undefined;

Object.assign(globalThis, {
  async openList(kind: ListKind) {
    history.replaceState(null, '', `/conversations/${conversationId}`);
    list = openList(kind);
    await quiet();
  },
  scrollAlone: () => list && scrollAlone(list),
  measureWalk: measure,
  report,
});
