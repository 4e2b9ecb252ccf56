/**
 * Where a link leads, letter by letter, if that is somewhere a reader can go: a web page, an e-mail
 * address or a phone number.
 */
export function addressOf(href: string | undefined): string | undefined {
  // Line ends and tabs are ignored in an address.
  const address = href?.replace(/[\t\r\n]+/g, '').trim() ?? '';
  if (!/^(https?:\/\/|\/\/|mailto:|tel:|www\.)[^\s]/i.test(address)) return undefined;
  const whole = address.startsWith('//') ? `https:${address}` : address;
  const keepsBrackets = isBalanced(whole);
  // At its end they would be taken for the sentence's own punctuation.
  return whole.replace(/[\s<>"()]|[.,;:!?]$/g, (sign) =>
    keepsBrackets && /[()]/.test(sign)
      ? sign
      : `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/**
 * The same for a mail, whose addresses for other programs are of use to a reader too, and which may say
 * where its relative ones begin (`base`).
 */
export function addressInMail(href: string | undefined, base?: string): string | undefined {
  const [other] = /^\s*(?:ftp:\/\/|(?:sms|whatsapp|geo|skype|callto):)\S+/i.exec(href ?? '') ?? [];
  return other?.trim() ?? addressOf(href) ?? addressOf(resolved(href, base));
}

/** Where a relative address leads. A place in the mail itself is none. */
function resolved(href: string | undefined, base: string | undefined): string | undefined {
  if (base === undefined || href === undefined || /^\s*(?:#|$)/.test(href)) return undefined;
  return URL.canParse(href, base) ? new URL(href, base).href : undefined;
}

/** After its words an address is in brackets, which one of its own must not close. */
function isBalanced(address: string): boolean {
  let open = 0;
  for (const [bracket] of address.matchAll(/[()]/g)) {
    open += bracket === '(' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Whether a link's words do not show where it leads. */
export function addsToWords(address: string, words: string): boolean {
  if (/^tel:/i.test(address)) return !digitsOf(words).includes(digitsOf(address));
  const wanted = bareAddress(address);
  return [words.replace(/\s+/g, ''), ...words.split(/\s+/)].every(
    (said) => bareAddress(said) !== wanted,
  );
}

/** As people write it: without protocol, `www.`, the mail's subject, and signs around it. */
function bareAddress(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[([<"'“„]+/, '')
    .replace(/^mailto:([^?]*)(?:\?.*)?$/, '$1')
    .replace(/^(https?:\/\/)?(www\.)?/, '')
    .replace(/[\])>"'”.,;:!/]{1,4}$/, '');
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
