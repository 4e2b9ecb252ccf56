// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { PageContext } from '../../../lib/model/page';
import { ScreenReader } from '../../../lib/page/screen-reader';
import type { PageAdapter } from '../../../lib/platforms/contract/page';
import { toldInChat } from '../../browser/chatra-story';
import { createChaport } from '../../helpdesks/chaport/emulator';
import { createChatra } from '../../helpdesks/chatra/emulator';
import { createChatwoot } from '../../helpdesks/chatwoot/chatwoot';
import type { Emulator } from '../../helpdesks/core/emulator';
import type { PaneSwitches } from '../../helpdesks/core/panes';
import { createKustomer } from '../../helpdesks/kustomer/emulator';
import { createWorld } from '../../helpdesks/world/world';
import { eventually } from '../eventually';
import { Random } from '../worker/random';
import { openDrawn, type PageModules, read } from './switches/drawn-page';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
afterEach(() => vi.unstubAllGlobals());

type HelpdeskName = 'chatwoot' | 'kustomer' | 'chaport' | 'chatra';
const names = ['kustomer', 'chatwoot', 'chatra', 'chaport'] as const;

interface Desk {
  emulator: Emulator;
  modules: PageModules;
  /** Address of a person's conversation. */
  pageOf(person: string): string;
  people: readonly [string, string];
  /** What the page's hook is asked to go there. */
  turn(url: URL): readonly [method: string, place: string];
  /** What may be taken down of a conversation. */
  told?(person: string): string[];
}

const desks: Record<HelpdeskName, (switches: PaneSwitches) => Desk> = {
  chatwoot(switches) {
    const emulator = createChatwoot(world, { switches, now: () => world.now });
    return {
      emulator,
      modules: {
        async draw() {
          vi.stubGlobal('globalConfig', { APP_VERSION: emulator.switches.version });
          await import('../../helpdesks/chatwoot/page/main');
        },
        adapter: async () =>
          (await import('../../../lib/platforms/chatwoot/page/adapter')).chatwootPage,
      },
      pageOf: (person) => emulator.pageOf(person),
      people: ['amelie', 'haruka'],
      turn: ({ pathname }) => ['navigate', pathname],
    };
  },
  kustomer(switches) {
    const emulator = createKustomer(world, { switches });
    return {
      emulator,
      modules: {
        draw: () => import('../../helpdesks/kustomer/page/main'),
        adapter: async () =>
          (await import('../../../lib/platforms/kustomer/page/adapter')).kustomerPage,
      },
      pageOf: (person) => emulator.conversationPage(person),
      people: ['jonas', 'haruka'],
      turn: ({ pathname }) => ['navigate', pathname],
    };
  },
  chaport(switches) {
    const emulator = createChaport(world, { switches });
    return {
      emulator,
      modules: {
        draw: () => import('../../helpdesks/chaport/page/main'),
        adapter: async () =>
          (await import('../../../lib/platforms/chaport/page/adapter')).chaportPage,
      },
      pageOf: (person) => emulator.pageOf(person),
      people: ['amelie', 'ruth'],
      turn: ({ hash }) => ['open', hash],
    };
  },
  chatra(switches) {
    const emulator = createChatra(world, { switches });
    return {
      emulator,
      modules: {
        draw: () => import('../../helpdesks/chatra/page/main'),
        adapter: async () =>
          (await import('../../../lib/platforms/chatra/page/adapter')).chatraPage,
      },
      pageOf: (person) => emulator.pageOf(person),
      people: ['amelie', 'lucia'],
      turn: ({ pathname }) => ['open', pathname.split('/').at(-1) ?? ''],
      told: (person) => toldInChat(emulator.data.ofPerson(person)),
    };
  },
};

/** Opens a person's page anew and waits until it says whom it is about. */
async function open(desk: Desk, person: string): Promise<PageAdapter> {
  const page = await openDrawn(desk.emulator, desk.pageOf(person), desk.modules);
  await eventually(() => {
    expect(read(page).hints.emails.length + read(page).hints.phones.length).toBeGreaterThan(0);
    expect(page.composer?.(document)).toBeDefined();
  });
  return page;
}

/** Ways to keep the pane before that the document tells without a layout. */
const kept = ['removed', 'display-none', 'hidden', 'aria-hidden', 'inert', 'transparent'] as const;

for (let seed = 1; seed <= 20; seed += 1) {
  const random = new Random(seed);
  const name = names[Math.floor((seed - 1) / 5)] ?? 'chaport';
  const switches = {
    leftPane: random.pick(kept),
    turning: random.pick(['together', 'content-first', 'address-first'] as const),
    turningLag: random.pick([0, 120]),
  };
  test(`combination ${seed}, ${name}, ${Object.values(switches).join(', ')}: what is read and where text goes is the person’s in front`, async () => {
    const desk = desks[name](switches);
    const [first, second] = desk.people;
    const page = await open(desk, first);
    const screens = new ScreenReader(page, document, window.location);
    const { address, context } = screens.look() ?? {};
    expect(emailsIn(context)).toEqual([emailOf(name, first)]);

    const [method, place] = desk.turn(new URL(desk.pageOf(second)));
    Reflect.get(window, 'emulator')[method](place);
    const look = () => {
      const screen = screens.look();
      if (screen === undefined || screen.standing.kind !== 'settled') return undefined;
      const isSecond = JSON.stringify(screen.address) !== JSON.stringify(address);
      if (isSecond) expect(emailsIn(screen.context)).not.toContain(emailOf(name, first));
      const items = screens.capture(screen, Number.POSITIVE_INFINITY);
      const texts =
        typeof items === 'object'
          ? items.map(({ text, attachments }) => text || attachments[0])
          : undefined;
      const told = desk.told?.(isSecond ? second : first) ?? [];
      const plain = texts?.map((text) => text?.replace(/\s+/g, ' '));
      if (plain !== undefined)
        expect(plain.filter((text) => !told.includes(text ?? ''))).toEqual([]);
      return screen;
    };
    await eventually(() => {
      const screen = look();
      expect(screen?.address).not.toEqual(address);
      expect(emailsIn(screen?.context)).toEqual([emailOf(name, second)]);
      const composer = page.composer?.(document);
      expect(composer?.state.blocked).toBeUndefined();
      expect(composer?.element?.closest('[data-left-pane]') ?? null).toBeNull();
    });
  });
}

function emailsIn(context: PageContext | undefined): string[] | undefined {
  return context?.hints.emails.map((email) => email.toLowerCase());
}

function emailOf(name: HelpdeskName, person: string): string | undefined {
  const story = world.people.find(({ key }) => key === person);
  return story?.[name]?.[0]?.email?.toLowerCase();
}
