import { path } from '../../http/path';
import type { Contact } from '../../model/contact';
import type { ContactTags } from '../contract/api';
import { accountOf, type Tools } from './calls';
import { readPayload } from './read-list';

/** Longest list that is shown; labels are made by hand, one by one. */
const MOST_LABELS = 100;

/**
 * The labels of a contact: they are not part of the contact itself (dossier §6.5), and every role may
 * read them. Throws `TransportError`, and `ConnectionProblem` for an answer of another form.
 */
export async function labelsOf(
  tools: Tools,
  contact: Contact,
  signal: AbortSignal,
): Promise<ContactTags> {
  const address = path`/api/v1/accounts/${accountOf(tools.ports)}/contacts/${contact.id}/labels`;
  const { rows } = readPayload(await tools.calls.get(address, signal));
  const tags = rows.filter((row): row is string => typeof row === 'string' && row.trim() !== '');
  return { tags: tags.slice(0, MOST_LABELS) };
}
