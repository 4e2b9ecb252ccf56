import { t } from '@lingui/core/macro';
import type { ConnectionTarget, FieldProblems, RecognisedTab } from '../contract/definition';

const organisationLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
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
    .replace(/[/?#].*/s, '')
    .replace(/:\d+$/, '');
  const name = host.replace(/(?:\.api)?\.kustomerapp\.com$/, '');
  return organisationLabel.test(name) && !notOrganisations.has(name) ? name : undefined;
}

/**
 * Reads the form. Calls always go to the organisation's own API host, which leads to the right
 * region by itself.
 */
export function readKustomerFields(
  fields: Readonly<Record<string, string>>,
): ConnectionTarget | FieldProblems {
  const raw = fields.org ?? '';
  if (raw.trim() === '') return problem(t`Enter the name of your Kustomer organisation.`);
  const org = organisationOf(raw);
  if (org === undefined) {
    return problem(
      t`This is not a Kustomer organisation. Enter the part before .kustomerapp.com in the address where you work, such as “acme”.`,
    );
  }
  return {
    apiOrigin: `https://${org}.api.kustomerapp.com`,
    pageOrigin: `https://${org}.kustomerapp.com`,
    label: org,
  };
}

/** A tab of an organisation's web app; no other product is on Kustomer's hosts. */
export function recogniseKustomer({ protocol, hostname }: URL): RecognisedTab | undefined {
  if (protocol !== 'https:' || !hostname.endsWith('.kustomerapp.com')) return undefined;
  const org = organisationOf(hostname);
  return org === undefined ? undefined : { fields: { org }, isSure: true };
}

function problem(words: string): FieldProblems {
  return { problems: { org: words } };
}
