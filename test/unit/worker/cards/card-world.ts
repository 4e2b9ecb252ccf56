import type { FetchedFile, FileOptions } from '../../../../lib/http/fetch-file';
import { TransportError } from '../../../../lib/http/transport-error';
import type { PageContext } from '../../../../lib/model/page';
import type { ScreenRow } from '../../../../lib/model/screen';
import type { KeptLimit } from '../../../../lib/storage/rate-limits';
import type { Secrets } from '../../../../lib/storage/secrets';
import type { CardPorts } from '../../../../lib/worker/cards/ports';
import { ref } from '../../refs';
import { contact, TestWorld } from '../world';

const context: PageContext = {
  platform: 'alpha',
  view: 'person',
  conversationId: 'c1',
  hints: { emails: [], phones: [] },
  composer: 'reply',
};

/** The screen of a conversation with `alpha/<id>`. */
export function screenOf(id: string, windowId = 1): ScreenRow {
  return {
    ...{ tabId: windowId, windowId, context, origin: 'https://a.example', connectionId: 'alpha' },
    ...{ subject: id, round: 1, anchor: ref(`alpha/${id}`), phase: 'identified' },
  };
}

type Answer = (url: string, options: FileOptions) => Promise<unknown>;

/** Ports of data cards over an empty database; the server answers as a test tells it. */
export class CardWorld implements CardPorts {
  readonly #world = new TestWorld();
  readonly database = this.#world.database;
  clock = 1_790_000_000_000;
  isAllowed = true;
  readonly permissions = new Set(['https://shop.example']);
  readonly released: string[] = [];
  readonly secrets = new Map<string, { origin: string; secrets: Secrets }>();
  readonly drafts = new Map<string, Secrets>();
  readonly limits = new Map<string, KeptLimit>();
  readonly requests: { url: string; headers: Readonly<Record<string, string>> }[] = [];
  answer: Answer = async () => ({ fields: [{ label: 'Status', value: 'Shipped' }] });
  #ids = 0;

  now = (): number => this.clock;
  newId = (): string => {
    this.#ids += 1;
    return String(this.#ids);
  };
  fetchFile = async (url: string, options: FileOptions): Promise<FetchedFile> => {
    this.requests.push({ url, headers: options.headers ?? {} });
    const aborted = new Promise<never>((_resolve, reject) => {
      options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
    });
    const answer = await Promise.race([this.answer(url, options), aborted]);
    return { kind: 'file', text: typeof answer === 'string' ? answer : JSON.stringify(answer) };
  };
  permitted = async (origin: string): Promise<boolean> => this.permissions.has(origin);
  release = async (origin: string): Promise<void> => void this.released.push(origin);
  readSecrets = async (id: string, origin: string): Promise<Secrets | undefined> => {
    const kept = this.secrets.get(id);
    return kept?.origin === origin ? kept.secrets : undefined;
  };
  writeSecrets = async (id: string, origin: string, secrets: Secrets): Promise<void> =>
    void this.secrets.set(id, { origin, secrets });
  forgetSecrets = async (id: string): Promise<void> => void this.secrets.delete(id);
  readDraftSecrets = async (id: string): Promise<Secrets> => this.drafts.get(id) ?? {};
  forgetDraft = async (id: string): Promise<void> => void this.drafts.delete(id);
  readLimit = async (id: string): Promise<KeptLimit | undefined> => this.limits.get(id);
  writeLimit = async (id: string, limit: KeptLimit): Promise<void> =>
    void this.limits.set(id, limit);
  allowsOwnCards = async (): Promise<boolean> => this.isAllowed;

  /** The server fails in this way from now on. */
  fails(...how: ConstructorParameters<typeof TransportError>): void {
    this.answer = async () => {
      throw new TransportError(...how);
    };
  }

  /** The server answers this from now on. */
  answers(answer: unknown): void {
    this.answer = async () => answer;
  }

  /** Ana, with a record on screen; what more it says can be given. */
  async ana(more: Parameters<typeof contact>[2] = { emails: ['ana@x.example'] }): Promise<void> {
    await this.database.contacts.put(contact('alpha', '1', more));
  }

  row() {
    return this.database.cardAnswers.get(['card-1', 'alpha', '1']);
  }
}
