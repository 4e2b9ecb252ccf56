import type { DirectoryPage, PlatformApi } from '../../platforms/contract/api';
import type { Urgency, WorkerPorts } from '../ports';
import type { PageWanted } from './next-page';
import { DirectoryGone } from './progress-store';

type ReadPage = NonNullable<PlatformApi['directoryPage']>;

/** The pages of one connection's list, as the platform serves them. */
export class DirectoryPages {
  readonly #trails = { head: new CursorTrail(), scan: new CursorTrail() };
  #readers: Record<Urgency, ReadPage> | undefined;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly connectionId: string,
  ) {}

  /**
   * Makes ready to read by the connection's present settings. Throws `DirectoryGone` when there is no
   * connection any more.
   */
  async open(): Promise<void> {
    const connection = await this.ports.database.connections.get(this.connectionId);
    if (connection === undefined) throw new DirectoryGone();
    const reader = (urgency: Urgency): ReadPage => {
      const { directoryPage } = this.ports.apiOf(connection, urgency);
      if (directoryPage !== undefined) return directoryPage;
      throw new TypeError(`${connection.platform} declares a directory it lacks`);
    };
    this.#readers = { foreground: reader('foreground'), background: reader('background') };
  }

  /**
   * Reads one page. A link back to a page read before would go round forever: the list ends there,
   * and the page counts one item as dropped. Throws what the platform throws.
   */
  async read(
    { part, cursor }: PageWanted,
    urgency: Urgency,
    signal: AbortSignal,
  ): Promise<DirectoryPage> {
    if (this.#readers === undefined) throw new TypeError('not opened');
    const page = await this.#readers[urgency](cursor, signal);
    const isLoop = this.#trails[part].leadsBack(cursor, page.next);
    if (!isLoop) return page;
    return { ...page, next: undefined, endUnproven: true, dropped: page.dropped + 1 };
  }
}

/** The cursors followed so far, to notice a list that leads round in a circle. */
class CursorTrail {
  readonly #followed = new Set<string>();

  /**
   * Stores that the page at `cursor` was read (`undefined`: the first one, which begins a new
   * trail) and says whether its `next` leads back to a page read before.
   */
  leadsBack(cursor: string | undefined, next: string | undefined): boolean {
    if (cursor === undefined) this.#followed.clear();
    else this.#followed.add(cursor);
    return next !== undefined && this.#followed.has(next);
  }
}
