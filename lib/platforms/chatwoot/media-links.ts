const LONGEST_LINK = 2_000;

/** A file's address that a person may open: http or https, of a length that can be stored. */
export function attachmentLink(raw: string | undefined, origin: string): string | undefined {
  const url = parseLink(raw, origin);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

/**
 * A picture's address that the panel may load by itself: https, or http on the installation's own
 * origin. Chatwoot writes `""` for "no picture".
 */
export function pictureLink(raw: string | undefined, origin: string): string | undefined {
  const url = parseLink(raw, origin);
  const own = url?.protocol === 'http:' && url.origin === origin;
  return url?.protocol === 'https:' || own ? url?.href : undefined;
}

function parseLink(raw: string | undefined, origin: string): URL | undefined {
  if (raw === undefined || raw === '' || !URL.canParse(raw, origin)) return undefined;
  const url = new URL(raw, origin);
  return url.href.length <= LONGEST_LINK && url.username === '' ? url : undefined;
}
