import { fold } from '../text/fold';
import {
  isUnmistakable,
  kindOfAddressWord,
  placesAndLanguages,
  regions,
} from './built-in-role-words';
import { canonicalDomain } from './email-domain';
import { isThrowAwayDomain } from './throw-away-domains';

/** Local parts that belong to no one person, at any domain. */
const nobody = new Set(
  `anonymous customer demo dummy example fake foobar guest guestuser kein keine none noemail nomail null
  nobody nomail nonname undefined unknown unbekannt test tester testing testuser sample user username
  usuario utilisateur invitado prueba probe teste visitor asdf asdfg asdfgh qwerty qwertz qwert abcdef abcd notprovided
  notavailable noname nouser johndoe janedoe maxmustermann erikamustermann testmail testemail testaccount fakemail fakeemail
  noone asdasd sdfsdf keinemail keineemail anonym`.split(/\s+/),
);

/** Local parts that are nobody's only where everybody may have an address, or at an invented domain. */
const typedToPlease = new Set(
  `a aa aaa ab abc abc123 asd bb email emailaddress first foo bar last hello me mail my myemail myname n.a name nan
  ejemplo essai exemple muster private no nope nothing qwe qq x xx xxx xxxx xy xyz you your youremail yourname zz zzz`.split(
    /\s+/,
  ),
);

const freeMail =
  /^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|aol|gmx|web|mail|email|proton|protonmail|yandex|qq|163)\.[a-z.]+$/;

/** Whether anybody may have an address at this domain. */
export function isFreeMail(domain: string): boolean {
  return freeMail.test(domain.toLowerCase());
}

/** Domains at which nobody who writes to a helpdesk has an address. */
const madeUpDomain =
  /^(?:(?:a+|b+|x+|y+|abc|def|asd|asdf|qwe|qwerty|domain|email|fake|foo|bar|mail|na|no|none|noemail|nomail|test|testing|unknown|user|xyz|you|your|company|yourcompany|yourdomain|mydomain|website|sample|123|1234|n)\.[a-z.]+|n\.a|example\.(?:com|net|org|edu)|.*\.(?:test|example|localhost|local))$/;

/** What lies between the words of a local part; digits too: "info2", "sales_eu". */
const betweenWords = /[^\p{L}\p{M}]+/u;

/**
 * True for an address that stands for a role rather than a human; it never links two contacts.
 * `ownWords` are those that the team added for itself.
 */
export function isRoleAddress(email: string, ownWords: readonly string[] = []): boolean {
  const { local, domain } = partsOf(email);
  const name = fold(local.split('+')[0] ?? '');
  const squeezed = name.replace(/[^\p{L}\p{M}]/gu, '');
  // Nobody has this name, whatever is beside it.
  if (
    /noreply|donotreply|nepasrepondre|norespond|naoresponda|nonrispondere|nichtantwort|keineantwort|mailerdaemon|bounce|callcenter|meetingroom|^email$/.test(
      squeezed,
    )
  )
    return true;
  const own = new Set(ownWords.map(fold));
  if (own.has(name) || own.has(squeezed)) return true;
  const tokens = name.split(betweenWords).filter((word) => word !== '');
  const company = new Set(
    domain
      .split('.')
      .slice(0, -1)
      .flatMap((label) => [label, ...label.split('-')]),
  );
  const kinds = tokens.map((word) => (own.has(word) ? 'office' : kindOf(word, company)));
  if (!kinds.includes('office')) return false;
  const [first = ''] = tokens;
  return kinds.every((kind) => kind !== undefined) || isUnmistakable(first);
}

type AddressWord = ReturnType<typeof kindOfAddressWord>;

function kindOf(word: string, company: ReadonlySet<string>): AddressWord {
  const kind = kindOfAddressWord(word);
  if (kind !== undefined) return kind;
  if (placesAndLanguages.has(word) || company.has(word)) return 'qualifier';
  return compoundKind(word, company);
}

/** "customerservice", "salesteam": words run together without a separator. */
function compoundKind(word: string, company: ReadonlySet<string>): AddressWord {
  if (word.length < 6 || word.length > 30) return undefined;
  const kindOfPart = (part: string): AddressWord => {
    if (part.length < 3) return regions.has(part) ? 'qualifier' : undefined;
    return kindOfAddressWord(part) ?? (company.has(part) ? 'qualifier' : undefined);
  };
  for (let end = 2; end <= word.length - 2; end += 1) {
    const head = kindOfPart(word.slice(0, end));
    if (head === undefined) continue;
    const tail = kindOfPart(word.slice(end));
    if (tail !== undefined && (head === 'office' || tail === 'office')) return 'office';
  }
  return undefined;
}

/** True for an address of a service that gives everybody the same mailbox, or a temporary one. */
export function isDisposableAddress(email: string): boolean {
  return isThrowAwayDomain(partsOf(email).domain);
}

/** True for what people type where an address is required and they give none: "test@test.com". */
export function isPlaceholderAddress(email: string): boolean {
  const { local, domain } = partsOf(email);
  // Reserved: no mail ever reaches it (RFC 2606).
  if (domain.endsWith('.invalid')) return true;
  const name = fold(local).replace(/[^\p{L}\p{N}]/gu, '');
  if (nobody.has(name.replace(/(?<!\p{N})\p{N}+$/u, ''))) return true;
  const [label = ''] = domain.split('.');
  // "john@doe.com".
  if (nobody.has(name + label)) return true;
  if (typedToPlease.has(name))
    return freeMail.test(domain) || madeUpDomain.test(domain) || name === label;
  // "asd@asd.com", "123@gmail.com", "jjj@jj.com": keys pressed until the form accepted it.
  const isPressed = /^(?:(.)\1*|123\d*|)$/u.test(name);
  return (
    (isPressed && (freeMail.test(domain) || new Set(name + label).size === 1)) ||
    (name === label && name.length <= 4)
  );
}

/** True for an address that says nothing about which human it is. */
export function isGenericAddress(email: string, ownWords?: readonly string[]): boolean {
  return (
    isRoleAddress(email, ownWords) || isDisposableAddress(email) || isPlaceholderAddress(email)
  );
}

function partsOf(email: string): { local: string; domain: string } {
  const at = email.lastIndexOf('@');
  return { local: email.slice(0, at), domain: email.slice(at + 1) };
}

/** Whether an e-mail address belongs to one of these domains or to a part of one. */
export function isOwnAddress(email: string, ownDomains: readonly string[]): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return ownDomains
    .map(canonicalDomain)
    .some((own) => domain === own || domain.endsWith(`.${own}`));
}
