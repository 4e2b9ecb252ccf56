// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { insertText } from '../../../../lib/insert/insert-text';
import { undoInsertion } from '../../../../lib/insert/undo-insertion';
import type { PageAdapter } from '../../../../lib/platforms/contract/page';
import { createChaport } from '../../../helpdesks/chaport/emulator';
import { createChatra } from '../../../helpdesks/chatra/emulator';
import type { Emulator } from '../../../helpdesks/core/emulator';
import { createWorld } from '../../../helpdesks/world/world';
import { eventually } from '../../eventually';
import { openDrawn, type PageModules } from './drawn-page';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
const { signal } = new AbortController();
const text = { blocks: [{ kind: 'paragraph' as const, spans: [{ text: 'On its way' }] }] };

interface ComposerSwitches {
  composer: 'textarea' | 'contenteditable';
  fieldEvent: 'input' | 'keyup';
}

interface DrawnHelpdesk extends PageModules {
  create(switches: ComposerSwitches): Emulator & { pageOf(person: string): string };
}

const helpdesks: Readonly<Record<string, DrawnHelpdesk>> = {
  chaport: {
    create: (switches) => createChaport(world, { switches }),
    draw: () => import('../../../helpdesks/chaport/page/main'),
    adapter: async () =>
      (await import('../../../../lib/platforms/chaport/page/adapter')).chaportPage,
  },
  chatra: {
    create: (switches) => createChatra(world, { switches }),
    draw: () => import('../../../helpdesks/chatra/page/main'),
    adapter: async () => (await import('../../../../lib/platforms/chatra/page/adapter')).chatraPage,
  },
};

const cases = Object.keys(helpdesks).flatMap((name) =>
  (['textarea', 'contenteditable'] as const).flatMap((composer) =>
    (['input', 'keyup'] as const).map((fieldEvent) => [name, composer, fieldEvent] as const),
  ),
);

/** What the page would send, as its own script knows it. */
const wouldSend = (): unknown => Reflect.get(window, 'emulator').composerModel();

function content(element: HTMLElement): string {
  return element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? '');
}

function write(element: HTMLElement, value: string): void {
  if (element instanceof HTMLTextAreaElement) element.value = value;
  else element.textContent = value;
}

/** The browser's commands, which tell the page as typing does: of the input, not of a key. */
function commandsOn(element: HTMLElement) {
  const before = content(element);
  return (name: string, _ui: boolean, value = ''): boolean => {
    write(element, name === 'undo' ? before : content(element) + value);
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return true;
  };
}

async function composerOf(page: PageAdapter): Promise<HTMLElement> {
  await eventually(() => expect(page.composer?.(document)?.element).toBeDefined());
  const element = page.composer?.(document)?.element;
  if (element === undefined) throw new TypeError('no composer');
  return element;
}

beforeEach(() => void vi.spyOn(document, 'hasFocus').mockReturnValue(true));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test.each(cases)(
  '%s, %s, listening to %s: what is in the composer is what the page would send',
  async (name, composer, fieldEvent) => {
    const helpdesk = helpdesks[name];
    if (helpdesk === undefined) throw new TypeError(name);
    const emulator = helpdesk.create({ composer, fieldEvent });
    const page = await openDrawn(emulator, emulator.pageOf('amelie'), helpdesk);
    const element = await composerOf(page);
    Object.assign(document, { execCommand: commandsOn(element) });

    const result = await insertText(
      text,
      {
        find: () => ({ element, formatting: [], hasPicker: false }),
        lastCaret: () => undefined,
        sinceTyping: () => Number.POSITIVE_INFINITY,
      },
      signal,
    );
    if (result.kind !== 'inserted') throw new TypeError(result.kind);
    expect([content(element), wouldSend()]).toEqual(['On its way', 'On its way']);

    expect(await undoInsertion(result.insertion, signal)).toEqual({ kind: 'undone' });
    expect([content(element), wouldSend()]).toEqual(['', '']);
  },
);
