import type { Contact } from '../model/contact';
import type { LinkRow, Verdict } from '../model/link';

const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dateAndYearFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** The name of a contact in a sentence. */
export function contactTitle(contact: Contact): string {
  return (
    contact.name?.trim() ||
    contact.emails[0] ||
    contact.phones[0] ||
    contact.placeholderName ||
    'nameless'
  );
}

/** What was just done with a contact, e.g. "Unlinked Ana in Acme". */
export function decidedWords(
  title: string,
  platformLabel: string | undefined,
  verdict: Verdict | 'none',
): string {
  const where = platformLabel === undefined ? '' : ` in ${platformLabel}`;
  return `${doneWords[verdict]} ${title}${where}`;
}

const doneWords: Readonly<Record<Verdict | 'none', string>> = {
  same: 'Linked',
  unlinked: 'Unlinked',
  different: 'Not the same person:',
  none: 'Taken back:',
};

/** Who decided what and when, e.g. "linked by Lena, 3 Nov". `now` in epoch ms. */
export function linkWords(
  { verdict, by, at }: Pick<LinkRow, 'verdict' | 'by' | 'at'>,
  now: number,
): string {
  const who = by?.trim() || 'hand';
  return `${verdictPhrases[verdict]} by ${who}, ${shortDate(at, now)}`;
}

const verdictPhrases: Readonly<Record<Verdict, string>> = {
  same: 'linked',
  unlinked: 'unlinked',
  different: 'marked as different people',
};

function shortDate(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? dateFormat : dateAndYearFormat).format(at);
}
