import { t } from '@lingui/core/macro';
import { perLanguage } from '../language/per-language';
import type { Contact } from '../model/contact';
import type { LinkRow, Verdict } from '../model/link-decision';
import { clampTime } from '../text/format-time';

const dateFormat = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' }),
);
const dateAndYearFormat = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }),
);

/** The name of a contact in a sentence. */
export function contactTitle(contact: Contact): string {
  return (
    contact.name?.trim() ||
    contact.emails[0] ||
    contact.phones[0] ||
    contact.placeholderName ||
    t`No name`
  );
}

/** What was just done with a contact, e.g. "Unlinked Ana in Acme". */
export function decidedWords(
  title: string,
  platform: string | undefined,
  verdict: Verdict | 'none',
): string {
  switch (verdict) {
    case 'same':
      return platform === undefined ? t`Linked ${title}` : t`Linked ${title} in ${platform}`;
    case 'unlinked':
      return platform === undefined ? t`Unlinked ${title}` : t`Unlinked ${title} in ${platform}`;
    case 'different':
      return platform === undefined
        ? t`Not the same person: ${title}`
        : t`Not the same person: ${title} in ${platform}`;
    case 'none':
      return platform === undefined ? t`Undone: ${title}` : t`Undone: ${title} in ${platform}`;
  }
}

/** Who decided what and when, e.g. "linked by Lena, 3 Nov". `now` in epoch ms. */
export function linkWords(
  { verdict, by, at }: Pick<LinkRow, 'verdict' | 'by' | 'at'>,
  now: number,
): string {
  const date = shortDate(at, now);
  const name = by?.trim() ?? '';
  if (verdict === 'same') return name ? t`linked by ${name}, ${date}` : t`linked manually, ${date}`;
  if (verdict === 'unlinked') {
    return name ? t`unlinked by ${name}, ${date}` : t`unlinked manually, ${date}`;
  }
  return name
    ? t`marked as different people by ${name}, ${date}`
    : t`marked as different people, ${date}`;
}

function shortDate(at: number, now: number): string {
  const date = clampTime(at);
  const isThisYear = new Date(date).getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? dateFormat() : dateAndYearFormat()).format(date);
}
