import { perLocale } from '../../core/per-locale';

/** The time of day, like 14:05. */
export const clock = formats({ hour: '2-digit', minute: '2-digit' });

/** The date without its year, like 20 Nov. */
export const shortDate = formats({ day: 'numeric', month: 'short' });

/** The date, like 20 Nov 2026. */
export const mediumDate = formats({ dateStyle: 'medium' });

/** The date, like 20 November 2026. */
export const longDate = formats({ day: 'numeric', month: 'long', year: 'numeric' });

function formats(options: Intl.DateTimeFormatOptions) {
  const formatOf = perLocale((locale) => new Intl.DateTimeFormat(locale, options));
  return (at: number, locale: string) => formatOf(locale).format(at);
}
