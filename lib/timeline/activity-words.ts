import { plural, t } from '@lingui/core/macro';
import { perLanguage } from '../language/per-language';
import { formatList } from '../text/format-list';
import { formatNumber } from '../text/format-number';
import { joinSentences } from '../text/join-sentences';
import type { ActivityMonth } from './monthly-activity';

const monthFormat = perLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric' }),
);

/** "March 2026". */
export function monthName(at: number): string {
  return monthFormat().format(at);
}

/** "March 2026: 12 messages (Chatwoot 8 and Kustomer 4). Not everything is known from Chaport." */
export function monthWords(month: ActivityMonth): string {
  const name = monthName(month.start);
  const gaps = formatList(month.unknown);
  if (month.total === 0) {
    return gaps === '' ? t`${name}: no messages.` : t`${name}: not known (${gaps}).`;
  }
  const shares = formatList(
    month.shares.map((share) => `${share.label} ${formatNumber(share.count)}`),
  );
  const { total } = month;
  return joinSentences(
    t`${name}: ${plural(total, { one: '# message', other: '# messages' })} (${shares}).`,
    gaps === '' ? undefined : t`Not everything is known from ${gaps}.`,
  );
}

/** The whole picture in sentences, for people who cannot see it. */
export function activityWords(months: readonly ActivityMonth[]): string {
  const total = months.reduce((sum, month) => sum + month.total, 0);
  const busiest = months.reduce<ActivityMonth | undefined>(
    (best, month) => (month.total > (best?.total ?? 0) ? month : best),
    undefined,
  );
  const unknown = months.filter((month) => month.unknown.length > 0).length;
  return joinSentences(
    plural(total, {
      one: '# message in the last twelve months.',
      other: '# messages in the last twelve months.',
    }),
    busiest && busiestWords(monthName(busiest.start), busiest.total),
    unknown === 0
      ? undefined
      : plural(unknown, {
          one: '# month is not fully known.',
          other: '# months are not fully known.',
        }),
  );
}

function busiestWords(month: string, count: number): string {
  const number = formatNumber(count);
  return t`The busiest month was ${month} (${number}).`;
}
