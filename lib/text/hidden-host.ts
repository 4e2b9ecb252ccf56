/** Turn the direction of what follows, so that it appears in another order than it is written. */
export const turns = '\u202b\u202d\u202e\u2067';
const overrides = new RegExp(`[${turns}]`);
/** Invisible characters. */
const invisible = /[\p{Cf}\u115f\u1160\u3164\uffa0]/gu;
/** Too long to be examined for an address. */
const longestWords = 2_000;

/**
 * The host to which a link leads, where its words conceal it: they are, or contain, another address, or
 * are written in letters that look like others, or with signs that reverse their order. `undefined` where
 * the words conceal nothing. The host is in ASCII, in which every letter is the one that it looks like.
 */
export function hiddenHost(words: string, href: string): string | undefined {
  const host = hostOf(href);
  if (host === undefined) return undefined;
  if (words.length > longestWords || overrides.test(words)) return host;
  if (isForeign(host) && !words.toLowerCase().includes(host)) return host;
  if (URL.canParse(words) && new URL(words).href === href) return undefined;
  const read = words.replace(invisible, '').normalize('NFKC').replace(/[。｡]/g, '.');
  const said = hostsIn(read.toLowerCase());
  const isTold = (address: string) => {
    const bare = address.replace(/^www\./, '');
    return host === bare || host === `www.${bare}` || host.endsWith(`.${bare}`);
  };
  return said.every(isTold) ? undefined : host;
}

/** What looks like a host in the words, unless it is in the path after one; for a mail address its host. */
function hostsIn(words: string): string[] {
  const fronts = words.split(/\s/).flatMap((word) => word.split('://').map(withoutPath));
  const runs = fronts.flatMap((front) => front.match(/[\p{L}\p{N}\p{M}.@-]+/gu) ?? []);
  const labels = runs.map((run) =>
    run
      .slice(run.lastIndexOf('@') + 1)
      .split('.')
      .filter(Boolean),
  );
  return labels
    .filter((parts) => parts.length > 1 && /^[\p{L}\p{M}]{2,}$/u.test(parts.at(-1) ?? ''))
    .map((parts) => parts.join('.'));
}

function withoutPath(text: string): string {
  return text.split(/[/?#]/)[0] ?? '';
}

/** The host of an address, or of a mail address, in ASCII and lower case. */
function hostOf(href: string): string | undefined {
  const mail = /^mailto:[^?]*@([^?,\s]+)/i.exec(href)?.[1];
  const address = mail === undefined ? href : `http://${mail}`;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).hostname;
}

/** Whether a host has letters beyond ASCII, as its encoding shows. */
function isForeign(host: string): boolean {
  return host.split('.').some((label) => label.startsWith('xn--'));
}

/** An address as it is written, followed by its host in ASCII where that differs. */
export function withAsciiHost(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const host = /[^\p{ASCII}]/u.test(domain) ? hostOf(`http://${domain}`) : undefined;
  return host === undefined || host === domain ? address : `${address} (${host})`;
}
