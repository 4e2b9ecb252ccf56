import type { ConnectionTarget, FieldProblems } from '../contract/definition';

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** First labels of Kustomer's own hosts: the US API and the content network. */
const notOrganisations = new Set(['api', 'cdn']);

/**
 * The organisation a host or address belongs to: its subdomain in lower case. Takes `acme`,
 * `acme.kustomerapp.com`, `acme.api.kustomerapp.com` and any address on these hosts. `undefined`
 * for everything else, also for Kustomer's regional API hosts and its content network.
 */
export function organisationOf(raw: string): string | undefined {
  const host = raw
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/:\d+$/, '');
  const name = host.replace(/(?:\.api)?\.kustomerapp\.com$/, '');
  return label.test(name) && !notOrganisations.has(name) ? name : undefined;
}

/**
 * Reads the form. Calls always go to the organisation's own API host, which leads to the right
 * region by itself.
 */
export function readFields(
  fields: Readonly<Record<string, string>>,
): ConnectionTarget | FieldProblems {
  const raw = fields.org ?? '';
  if (raw.trim() === '') return problem('Enter the name of your Kustomer organisation.');
  const org = organisationOf(raw);
  if (org === undefined) {
    return problem(
      'This is not a Kustomer organisation. Enter the part before .kustomerapp.com in the address you work at, such as “acme”.',
    );
  }
  return {
    apiOrigin: `https://${org}.api.kustomerapp.com`,
    pageOrigin: `https://${org}.kustomerapp.com`,
    label: org,
  };
}

function problem(words: string): FieldProblems {
  return { problems: { org: words } };
}

/**
 * The header that authorises a call: `Bearer`, exactly one space, the key. Throws `TypeError` for
 * a missing key and for one with a blank, a line break or a non-ASCII character inside.
 */
export function authorise(secrets: Readonly<Record<string, string>>): Record<string, string> {
  const key = (secrets.key ?? '').trim();
  if (key === '') throw new TypeError('The API key is missing.');
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new TypeError('The API key holds a blank, a line break or a foreign character.');
  }
  return { Authorization: `Bearer ${key}` };
}
