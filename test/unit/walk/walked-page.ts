import { vi } from 'vitest';
import type { Capture, PageContext } from '../../../lib/model/page';
import type { WalkReport } from '../../../lib/model/walk';
import {
  provideWalkTools,
  type WalkHost,
  type WalkTools,
} from '../../../lib/walk/conversation-walk';
import { FakeList } from './fake-list';

/** Messages of the conversation. */
export const total = 400;

/** A page with a long conversation, the content script that lends it to walks, and a clock of its own. */
export class WalkedPage {
  readonly list: FakeList;
  readonly life = new AbortController();
  readonly reports: WalkReport[] = [];
  readonly captured: Capture[] = [];
  readonly held: boolean[] = [];
  /** Where the list stood at each scroll. */
  readonly scrolls: number[] = [];
  /** How the worker takes each word. */
  takes: (type: string) => Promise<boolean> = async () => true;
  context: PageContext = {
    ...{ platform: 'chatra', view: 'person', conversationId: 'a', composer: 'reply' },
    hints: { name: 'Ana', emails: [], phones: [] },
  };

  constructor() {
    vi.useFakeTimers({
      toFake: [
        ...(['setTimeout', 'clearTimeout', 'performance'] as const),
        ...(['requestAnimationFrame', 'cancelAnimationFrame'] as const),
      ],
    });
    const messages = Array.from({ length: total }, (_, index) => ({
      text: `${index}`,
      height: 50,
    }));
    this.list = new FakeList({
      ...{ messages, window: 400, batch: 40, drawsAll: false, redraws: false, latency: 2 },
      ...({ onLoad: 'keeps-place', loads: 'by-scroll', hasMark: true } as const),
    });
    this.list.onScroll = () => this.scrolls.push(this.list.area.scrollTop);
    provideWalkTools();
  }

  get host(): WalkHost {
    return {
      adapter: {
        platform: 'chatra',
        recognises: () => true,
        read: () => this.context,
        composer: () => undefined,
        walkable: () => this.list.list(),
      },
      document,
      hold: (isHeld) => void this.held.push(isHeld),
      tell: (type, payload) => {
        if (type === 'page.walk') this.reports.push(Object(payload));
        else this.captured.push(Object(payload));
        return this.takes(type);
      },
      signal: this.life.signal,
    };
  }

  get tools(): WalkTools {
    const known = globalThis.desksideWalk;
    if (known === undefined) throw new Error('no tools');
    return known;
  }

  start(conversationId = 'a'): void {
    this.tools.start(conversationId, this.host);
  }

  /** The end that was told last. */
  get end(): WalkReport['end'] {
    return this.reports.at(-1)?.end;
  }

  /** How many ends were told. */
  get ends(): number {
    return this.reports.filter(({ end }) => end !== undefined).length;
  }

  /** Px between what is in sight and the newest message. */
  get standing(): number {
    return this.list.area.scrollHeight - this.list.area.scrollTop;
  }

  wheel(): void {
    this.list.area.dispatchEvent(new Event('wheel', { bubbles: true }));
  }

  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** Longer than every wait of a walk. */
  finish(): Promise<void> {
    return this.pass(120_000);
  }

  /** The worker takes its time for the next word; returns how it comes to an answer. */
  async holdWorker(): Promise<() => void> {
    let answer: () => void = () => undefined;
    this.takes = () =>
      new Promise((resolve) => {
        answer = () => resolve(true);
      });
    await this.pass(1_000);
    this.takes = async () => true;
    return answer;
  }

  async leave(): Promise<void> {
    this.tools.stop();
    await this.finish();
    vi.useRealTimers();
    vi.restoreAllMocks();
    globalThis.desksideWalk = undefined;
    document.body.replaceChildren();
  }
}
