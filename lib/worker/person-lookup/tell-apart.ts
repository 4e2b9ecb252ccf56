import { countNames } from '../../identity/name-likeness';
import { isSameName } from '../../identity/person-name';
import type { Contact } from '../../model/contact';
import type { PageContext } from '../../model/page';
import type { PlatformApi } from '../../platforms/contract/api';

/**
 * Which of the contacts that carry what a page shows is the one on it: the one with the chat of its address,
 * else the only one of its name. A single one needs no proof, unless its name is another. `undefined` where
 * that decides for none: anybody can type an address, and the wrong person is worse than none. Throws
 * `TransportError`.
 */
export async function tellApart(
  api: PlatformApi,
  contacts: readonly Contact[],
  context: PageContext,
  signal: AbortSignal,
): Promise<Contact | undefined> {
  const { name } = context.hints;
  const [only, ...others] = contacts;
  const isAlone = others.length === 0;
  if (only === undefined || (isAlone && !isOtherName(only.name, name))) return only;
  const { conversationId } = context;
  const owner =
    conversationId === undefined
      ? undefined
      : await api.ownerOf?.(contacts, conversationId, signal);
  if (owner !== undefined || isAlone) return owner;
  const named = contacts.filter((each) => isOfName(each.name, name));
  return named.length === 1 ? named[0] : undefined;
}

function isOtherName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && countNames([one, other]) > 1;
}

function isOfName(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && isSameName(one, other);
}
