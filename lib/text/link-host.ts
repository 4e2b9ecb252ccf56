/**
 * The host to which a link leads, in ASCII and lower case; those of all to whom a mail would go. One that is no
 * host stays as it is written. None for any other link.
 */
export function linkHosts(href: string): string[] {
  const [, to, search] = /^mailto:([^?]*)(.*)/i.exec(href) ?? [];
  if (to === undefined) return /^https?:/i.test(href) ? [asciiHost(href)] : [];
  const copies = [...new URLSearchParams(search)].filter(([name]) => /^(?:to|b?cc)$/i.test(name));
  return [to.replace(/%40/g, '@').replace(/%2c/gi, ','), ...copies.map(([, list]) => list)]
    .flatMap((list) => list.split(/[,;]/))
    .filter((address) => address.includes('@'))
    .flatMap((address) => address.slice(address.lastIndexOf('@') + 1).split('>', 1))
    .map((domain) => domain.trim())
    .filter((domain) => domain !== '')
    .map((domain) => asciiHost(`http://${domain}`, domain));
}

/** The host of the address of a page, in ASCII and lower case; `otherwise` where it is none. */
export function asciiHost(page: string, otherwise = page): string {
  return URL.canParse(page) ? new URL(page).hostname.replace(/\.$/, '') : otherwise;
}

/** Whether a host has letters beyond ASCII, any of which may look like another, and the words do not say it in ASCII. */
export function isDisguised(host: string, words: string): boolean {
  return /(?:^|\.)xn--/.test(host) && !words.toLowerCase().includes(host);
}

/** An address as it is written, followed by its host in ASCII where that differs. */
export function withAsciiHost(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const host = /[^\p{ASCII}]/u.test(domain) ? asciiHost(`http://${domain}`, domain) : domain;
  return host === domain ? address : `${address} (${host})`;
}
