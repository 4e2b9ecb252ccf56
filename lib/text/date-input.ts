import { type LocalDay, localDay } from './format-time';

const dateInputPattern = /^(\d{4,6})-(\d\d)-(\d\d)$/;

/** The local day a date input names ("2026-03-09"); `undefined` while it is empty or unfinished. */
export function parseDateInput(value: string): LocalDay | undefined {
  const [, year, month, day] = dateInputPattern.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(2000, Number(month) - 1, Number(day));
  date.setFullYear(Number(year), Number(month) - 1, Number(day));
  const isReal = date.getMonth() === Number(month) - 1 && date.getDate() === Number(day);
  return isReal ? localDay(date.getTime()) : undefined;
}

/** The local day of `at` (epoch ms) as a date input writes it. */
export function formatDateInput(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
