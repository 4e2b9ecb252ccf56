import type { FetchedFile } from '../../../../lib/http/fetch-file';
import type { Reply } from '../../../../lib/model/reply';
import { libraryHandlers } from '../../../../lib/worker/replies/handlers';
import type { ReplyPorts } from '../../../../lib/worker/replies/ports';
import { reply } from '../../replies/samples';
import { TestWorld } from '../world';

/** The worker's libraries with a team's file that a test writes. */
export class ReplyWorld extends TestWorld implements ReplyPorts {
  team: { url: string; isManaged: boolean } | undefined;
  /** What the team's host answers; an error is thrown. */
  answer: FetchedFile | Error = { kind: 'unchanged' };
  /** Every fetch of the team's file, with the etag it came with. */
  readonly fetches: [string, string | undefined][] = [];
  #ids = 0;

  readonly handlers = libraryHandlers(this, this);
  readonly #from = { kind: 'options' } as const;

  teamAddress = async () => this.team;
  keepTeamAddress = async (url: string | undefined) => {
    this.team = url === undefined ? undefined : { url, isManaged: false };
  };
  fetchTeamFile = async (address: string, etag: string | undefined) => {
    this.fetches.push([address, etag]);
    if (this.answer instanceof Error) throw this.answer;
    return this.answer;
  };
  newId = () => {
    this.#ids += 1;
    return `id-${this.#ids}`;
  };

  /** As when a list is opened, or when somebody asks for it now. */
  refresh = (isAsked = false) =>
    this.handlers['replies.refresh']({ olderThanMs: isAsked ? 0 : 60_000 }, this.#from);
  setTeam = (url: string) => this.handlers['replies.team']({ url }, this.#from);
  /** Deletes what is stored, or what never was. */
  remove = async (source: string, id: string) => {
    const stored = await this.database.replies.get([source, id]);
    const base = stored ?? reply({ source, id });
    return this.handlers['replies.remove']({ base }, this.#from);
  };
  restore = (id: string) => this.handlers['replies.restore']({ source: 'own', id }, this.#from);
  import = (replies: Reply[], bases: Reply[] = []) =>
    this.handlers['replies.import']({ replies, bases }, this.#from);
  /** What changes a stored response was opened from it, unless a base is given. */
  save = async (reply: Partial<Reply>, seen?: Reply) => {
    const key: [string, string] = [reply.source ?? 'own', reply.id ?? ''];
    const base = seen ?? (await this.database.replies.get(key));
    const empty = { source: 'own', title: '', shortcut: '', body: '', tags: [] };
    return this.handlers['replies.save'](
      { reply: { ...empty, variants: [], platforms: [], ...reply }, base },
      this.#from,
    );
  };

  titles = async (source: string) =>
    (await this.database.replies.where('source').equals(source).toArray()).map(
      ({ title }) => title,
    );
  source = (source: string) => this.database.replySources.get(source);
}
