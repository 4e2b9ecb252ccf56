import { asciiHost, isDisguised, linkHosts } from './link-host';
import { turns } from './visible-overrides';

const overrides = new RegExp(`[${turns}]`);
/** Invisible characters. */
const invisible = /[\p{Cf}\u115f\u1160\u3164\uffa0]/gu;
/** Too long to be examined for an address. */
const longestWords = 2_000;

/**
 * Where a link leads, where its words conceal it: they are, or contain, another address, or not all to
 * which a mail would go, or are written in letters that look like others, or with signs that reverse their
 * order. `undefined` where the words conceal nothing. A host is in ASCII, in which every letter is the one
 * that it looks like; of a link without one it is the whole address.
 */
export function hiddenHost(words: string, href: string): string | undefined {
  const hosts = linkHosts(href);
  const [host = href] = hosts;
  if (words.length > longestWords || overrides.test(words)) return host;
  const disguised = hosts.find((each) => isDisguised(each, words));
  if (disguised !== undefined) return disguised;
  if (URL.canParse(words) && new URL(words).href === href) return undefined;
  const read = words.replace(invisible, '').normalize('NFKC').replace(/[。｡]/g, '.');
  const said = hostsIn(read.toLowerCase());
  // A telephone number may look like an address by number.
  if (hosts.length === 0) return said.some((each) => /\p{L}/u.test(each)) ? href : undefined;
  if (said.length === 0) return undefined;
  const unsaid = hosts.find((each) => !said.some((address) => isWithin(each, address)));
  const isTold = (address: string) => hosts.some((each) => isWithin(each, address));
  return unsaid ?? (said.every(isTold) ? undefined : host);
}

function isWithin(host: string, address: string): boolean {
  const bare = address.replace(/^www\./, '');
  return bare.includes('.') ? `.${host}`.endsWith(`.${bare}`) : host === bare;
}

/** An address by number, or what ends like a domain. */
const hostLike = /^(?:\d+\.){3}\d+$|\.(?:[\p{L}\p{M}]{2,}|xn--[a-z\d-]+)$/u;

/**
 * What looks like a host in the words, unless it is in the path after one, and all that follows a scheme; for a
 * mail address its host.
 */
function hostsIn(words: string): string[] {
  const parts = words
    .split(/\s/)
    .flatMap((word) =>
      word.split('://').map((part, index) => ({ part, isAfterScheme: index > 0 })),
    );
  return parts.flatMap(({ part, isAfterScheme }) => {
    const front = part.replace(/[/?#].*/, '');
    const runs = front.match(/\[[\da-f:.]+\]|[\p{L}\p{N}\p{M}.@-]+/gu) ?? [];
    return runs
      .map((run) => run.slice(run.lastIndexOf('@') + 1).replace(/^\.+|(?<!\.)\.+$/g, ''))
      .filter((run, index) => (isAfterScheme && index === 0) || hostLike.test(run))
      .map((run) => asciiHost(`http://${run}`, run));
  });
}
