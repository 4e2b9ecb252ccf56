/** What a service may turn a text into when it stores it; for none of the services this is known. */
export type KeptText =
  | 'as-is'
  | 'escaped'
  | 'collapsed'
  | 'dashes'
  | 'cut'
  | 'trimmed'
  | 'rows-trimmed'
  | 'crlf';

/** The values that the switch is set to in the tests. */
export const keptTextValues = [
  'as-is',
  'escaped',
  'collapsed',
  'dashes',
  'cut',
  'trimmed',
  'rows-trimmed',
  'crlf',
] as const satisfies readonly KeptText[];

/** Longest text that a service which cuts keeps. */
const cutAt = 160;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const ways: Readonly<Record<KeptText, (text: string) => string>> = {
  'as-is': (text) => text,
  escaped: (text) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign),
  collapsed: (text) => text.replace(/\s+/g, ' '),
  dashes: (text) => text.replace(/-{2,3}/g, '—').replace(/—/g, '–'),
  cut: (text) => text.slice(0, cutAt),
  trimmed: (text) => text.trim(),
  'rows-trimmed': (text) => text.replace(/[^\S\n]+$/gm, ''),
  crlf: (text) => text.replace(/\r?\n/g, '\r\n'),
};

/** The text as the service keeps it. */
export function keptText(text: string, form: KeptText): string {
  return ways[form](text);
}
