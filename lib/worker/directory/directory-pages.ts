import type { DirectoryPage, PlatformApi } from '../../platforms/contract/api';
import { CursorTrail } from '../history/cursor-trail';
import type { WorkerPorts } from '../ports';
import { DirectoryGone, type PageWanted } from './directory-page';

type ReadPage = NonNullable<PlatformApi['directoryPage']>;

/** The pages of one connection's list, as the platform serves them. */
export class DirectoryPages {
  readonly #trails = { head: new CursorTrail(), scan: new CursorTrail() };
  #readPage: ReadPage | undefined;

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
    const { directoryPage } = this.ports.apiOf(connection);
    if (directoryPage === undefined)
      throw new TypeError(`${connection.platform} declares a directory it lacks`);
    this.#readPage = directoryPage;
  }

  /**
   * Reads one page. A link back to a page read before would go round for ever: the list ends there,
   * and the page counts one item as dropped. Throws what the platform throws.
   */
  async read({ part, cursor }: PageWanted, signal: AbortSignal): Promise<DirectoryPage> {
    if (this.#readPage === undefined) throw new TypeError('not opened');
    const page = await this.#readPage(cursor, signal);
    const isLoop = this.#trails[part].leadsBack(cursor, page.next);
    return isLoop ? { ...page, next: undefined, dropped: page.dropped + 1 } : page;
  }
}
