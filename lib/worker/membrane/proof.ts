import type { MembraneConnection } from '../../http/membrane/schemas';
import { TransportError } from '../../http/transport-error';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { PageContext } from '../../model/page';
import type { ScreenRow } from '../../model/screen';
import { ConnectionProblem, type PlatformApi } from '../../platforms/contract/api';
import type { RelayProfile } from '../../platforms/contract/definition';
import { membraneFailureWords } from './failure-words';

/** An id that cannot also occur in another account: long, and not counted up. */
const unguessable = /^(?=.*[a-z])[\w-]{12,}$/i;

/** What is typed under such a name is an address, but not the server's. */
const notServer = /hook|callback|redirect|^docs?|documentation|help|logo|avatar/i;

/**
 * Whether what was typed in Membrane when connecting names the server of this connection: `other` where it
 * names another one, `untold` where it names none, or where a server does not tell accounts apart. None of
 * it is stored.
 */
export function serverTold(
  connection: Pick<MembraneConnection, 'connectorParameters' | 'input'>,
  target: Pick<Connection, 'apiOrigin' | 'pageOrigin'>,
  { serverOf }: Pick<RelayProfile, 'serverOf'>,
): 'same' | 'other' | 'untold' {
  if (serverOf === undefined) return 'untold';
  const servers = [connection.connectorParameters, connection.input]
    .flatMap((values) => Object.entries(values ?? {}))
    .filter(([name]) => !notServer.test(name))
    .flatMap(([, value]) => hostIn(value).flatMap((host) => serverOf(host) ?? []));
  if (servers.length === 0) return 'untold';
  const own = [target.apiOrigin, target.pageOrigin].map((origin) => serverOf(new URL(origin).host));
  return servers.some((server) => own.includes(server)) ? 'same' : 'other';
}

function hostIn(value: unknown): string[] {
  if (typeof value !== 'string' || !/^https?:\/\/\S+$/i.test(value.trim())) return [];
  return URL.canParse(value.trim()) ? [new URL(value.trim()).host] : [];
}

/** What a contact that was read says about the account, compared with the page that shows them. */
export type PageProof = 'same' | 'other' | 'untold';

/**
 * Whether the contact that answered is the one that the page shows. A counted number is the same in
 * every account, so there an address has to agree, too; the name only where the page shows nothing else,
 * since many people have the same.
 */
export function comparedWithPage(contact: Contact, context: PageContext): PageProof {
  const { hints, contactId, conversationId } = context;
  const shown = [contactId, conversationId].filter((id) => id !== undefined);
  if (shown.some((id) => unguessable.test(id) && id === contact.id)) return 'same';
  const emails = hints.emails.map(folded).filter((email) => email !== '');
  const phones = hints.phones.map(digits).filter((phone) => phone !== '');
  if (contact.emails.some((email) => emails.includes(folded(email)))) return 'same';
  if (contact.phones.some((phone) => phones.includes(digits(phone)))) return 'same';
  const names = [hints.name, contact.name].map((name) => name && folded(name));
  if (names.some((name) => name === undefined || name === '')) return 'untold';
  if (names[0] === names[1]) return emails.length + phones.length === 0 ? 'same' : 'untold';
  return emails.length > 0 && contact.emails.length > 0 ? 'other' : 'untold';
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function digits(phone: string): string {
  return phone.replace(/\D/g, '');
}

/** Whether a person on one of these screens of the helpdesk is the one the connection answers with. */
export async function isOnScreen(
  screens: readonly ScreenRow[],
  { pageOrigin }: Connection,
  api: PlatformApi,
): Promise<boolean> {
  for (const { origin, context } of screens) {
    if (origin !== pageOrigin || context.view !== 'person') continue;
    const signal = AbortSignal.timeout(60_000);
    const answer = await api.identify(context, signal).catch(() => undefined);
    if (answer?.kind !== 'contact') continue;
    if (comparedWithPage(answer.contact, context) === 'same') return true;
  }
  return false;
}

export interface Proving {
  /** How many answers from the platform have come through the connection so far. */
  answers(): number;
  /** Called once it is certain that the right account answers. */
  onProven(): Promise<void>;
  /** The platform's name, for a person. */
  label: string;
}

/**
 * An API that shows nobody's data before it is certain that the right account answers: then only the
 * contact on screen is read, and what the platform answered is compared with the page.
 */
export function untilProven(api: PlatformApi, proving: Proving): PlatformApi {
  let isProven = false;
  const identify: PlatformApi['identify'] = async (context, signal) => {
    if (isProven) return api.identify(context, signal);
    const before = proving.answers();
    const answer = await api.identify(context, signal);
    // A contact made up from the page alone would agree with the page whichever account answers.
    const isTold = proving.answers() > before && answer.kind === 'contact';
    const proof = isTold ? comparedWithPage(answer.contact, context) : 'untold';
    if (proof === 'other') {
      const problem = new ConnectionProblem('other-account', '');
      throw new ConnectionProblem('other-account', membraneFailureWords(problem, proving.label));
    }
    if (proof === 'untold') throw unproven();
    isProven = true;
    await proving.onProven();
    return answer;
  };
  const refuse = async () => Promise.reject(unproven());
  const port = { read: refuse, write: refuse };
  const closed = new Map<unknown, unknown>([
    ['history', refuseParts],
    ['notes', port],
    ['contactFields', port],
    // It asks nobody.
    ['keptReply', api.keptReply],
  ]);
  return new Proxy(api, {
    get(inner, name): unknown {
      if (name === 'identify') return identify;
      const value: unknown = Reflect.get(inner, name, inner);
      return isProven || value === undefined ? value : (closed.get(name) ?? refuse);
    },
  });
}

function unproven(): TransportError {
  return new TransportError('relay-unproven', { isOfRelay: true });
}

// biome-ignore lint/correctness/useYield: the first part is refused already
async function* refuseParts(): AsyncGenerator<never, void, void> {
  throw unproven();
}
