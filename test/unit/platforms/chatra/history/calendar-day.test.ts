import { describe, expect, it } from 'vitest';
import { readDay } from '../../../../../lib/platforms/chatra/history/calendar-day';

// A Friday.
const now = new Date(2026, 10, 20, 18).getTime();
const dayOf = (heading: string) => readDay(heading, now)?.getTime();
const day = (month: number, date: number, year = 2026) => new Date(year, month - 1, date).getTime();

describe('the day that a heading names', () => {
  const languages = [
    ...['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'uk', 'tr', 'sv', 'da', 'nb', 'fi'],
    ...[
      'cs',
      'sk',
      'hu',
      'ro',
      'bg',
      'el',
      'he',
      'hi',
      'id',
      'ca',
      'ja',
      'zh',
      'ko',
      'ar-EG',
      'fa',
      'vi',
      'th',
      'de-AT',
      'fr-CA',
    ],
  ];
  const dates = [3, 70, 140, 200, 300].map((back) => new Date(2026, 10, 20 - back));

  it.each(languages)('is right, or not known, for every date in %s', (language) => {
    for (const date of dates) {
      for (const month of ['long', 'short'] as const) {
        const calendar = 'gregory';
        const heading = date.toLocaleDateString(language, { day: 'numeric', month, calendar });
        expect([undefined, date.getTime()]).toContain(dayOf(heading));
        const whole = date.toLocaleDateString(language, {
          ...{ weekday: 'long', day: 'numeric', month, year: 'numeric', calendar },
        });
        expect(dayOf(whole), whole).toBe(date.getTime());
      }
    }
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    expect(dayOf(relative.format(0, 'day'))).toBe(day(11, 20));
    expect(dayOf(relative.format(-1, 'day'))).toBe(day(11, 19));
  });

  it.each(languages)('is never another one, in any form of a date in %s', (language) => {
    const forms: Intl.DateTimeFormatOptions[] = [
      { dateStyle: 'full' },
      { dateStyle: 'long' },
      { dateStyle: 'medium' },
      { weekday: 'short', day: 'numeric', month: 'short' },
      { year: 'numeric', month: '2-digit', day: '2-digit' },
    ];
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(language, { calendar: 'gregory', ...form });
      for (let back = 1; back < 360; back += 3) {
        const date = new Date(2026, 10, 20 - back);
        const heading = format.format(date);
        expect([undefined, date.getTime()], heading).toContain(dayOf(heading));
      }
    }
  });

  it.each([
    ['mar. 28 avr.', day(4, 28)],
    ['mar, 3 mar', day(3, 3)],
    ['2026. 1. 5.', day(1, 5)],
    ['2026. 01. 05.', day(1, 5)],
    ['2026/01/05', day(1, 5)],
    ['Monday', day(11, 16)],
    ['Freitag', day(11, 13)],
    ['суббота', day(11, 14)],
    ['月曜日', day(11, 16)],
    ['20.11.', day(11, 20)],
    ['24. 12.', day(12, 24, 2025)],
    ['11月19日', day(11, 19)],
    ['2025年12月31日 水曜日', day(12, 31, 2025)],
    ['11월 19일', day(11, 19)],
    ['Thứ Hai, 5 tháng 1', day(1, 5)],
    ['5 thg 1, 2025', day(1, 5, 2025)],
    ['ngày 5 tháng 1 năm 2026', day(1, 5)],
    ['20 ม.ค.', day(1, 20)],
    ['วันศุกร์ที่ 2 มกราคม พ.ศ. 2569', day(1, 2)],
    // A year of the Persian calendar.
    ['۱۴۰۴/۱۰/۱۲', undefined],
    ['3/4/2026', undefined],
    ['31.2.2026', undefined],
    ['soon', undefined],
  ])('of %s', (heading, expected) => {
    expect(dayOf(heading)).toBe(expected);
  });
});
