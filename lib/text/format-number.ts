import { perLanguage } from '../language/per-language';

const numberFormat = perLanguage((tag) => new Intl.NumberFormat(tag));

/** A number with separators: 2,400. */
export function formatNumber(value: number): string {
  return numberFormat().format(value);
}
