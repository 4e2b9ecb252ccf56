import { expect, it } from 'vitest';
import { reportedTime } from '../../../../../lib/platforms/chatra/history/times';

// A Friday.
const now = new Date(2026, 10, 20, 18).getTime();
const at = (timeLabel: string, dateLabel?: string) =>
  reportedTime(
    { kind: 'message', direction: 'in', text: 'a', attachments: [], timeLabel, dateLabel },
    now,
  )?.at;
const time = (month: number, day: number, hours = 14, year = 2026) =>
  new Date(year, month - 1, day, hours, 5).getTime();

it.each([
  ['14:05 Uhr', time(11, 20)],
  ['2:05 pm', time(11, 20)],
  ['下午2:05', time(11, 20)],
  ['오후 2:05', time(11, 20)],
  ['中午11:05', time(11, 20, 11)],
  ['中午12:05', time(11, 20, 12)],
  ['中午1:05', time(11, 20, 13)],
  ['午前2:05', time(11, 20, 2)],
  ['12:05 am', time(11, 20, 0)],
  ['١٤:٠٥', time(11, 20)],
  ['2:05 م', time(11, 20)],
  ['٩:٠٥ ص', time(11, 20, 9)],
  ['2:05 μ.μ.', time(11, 20)],
  ['9:05 π.μ.', time(11, 20, 9)],
  // As Spanish is written in Colombia and Argentina, and Korean in today's browsers.
  ['2:05 p.\u00a0m.', time(11, 20)],
  ['12:05 a. m.', time(11, 20, 0)],
  ['PM 2:05', time(11, 20)],
  ['AM 12:05', time(11, 20, 0)],
  ['Nov 20, PM 2:05', time(11, 20)],
  // As French is written in Canada.
  ['14 h 05', time(11, 20)],
  ['20 nov., 14h05', time(11, 20)],
  ['14 h 05 min', undefined],
  ['14:05 🙂', undefined],
])('the clock of %s', (label, expected) => {
  expect(at(label, 'Today')).toBe(expected);
});

it.each([
  ['Yesterday at 2:05 PM', time(11, 19)],
  ['Gestern um 14:05 Uhr', time(11, 19)],
  ['вчера в 14:05', time(11, 19)],
  ['hier à 14:05', time(11, 19)],
  ['Monday at 2:05 PM', time(11, 16)],
  ['Last Friday at 2:05 PM', time(11, 13)],
  ['Sprint 3, yesterday at 14:05', undefined],
])('reads the day in front of the clock in %s', (label, expected) => {
  expect(at(label)).toBe(expected);
});

it('takes the day of the time itself where the heading names one too', () => {
  expect(at('Nov 18, 14:05', 'November')).toBe(time(11, 18));
});

it.each([
  ['Today', '23:50', [19, 23, 50]],
  ['Heute', '19:00', [19, 19, 0]],
  // Clocks differ a little.
  ['Today', '18:05', [20, 18, 5]],
  ['Today', '17:59', [20, 17, 59]],
  // A day that is named for good is no other one, whatever the time zone of the page.
  ['20 November', '23:50', [20, 23, 50]],
  ['21 November', '01:00', [21, 1, 0]],
])(
  'under a heading that was written before midnight, %s, %s',
  (heading, label, [day, ...clock]) => {
    const [hours = 0, minutes = 0] = clock;
    expect(at(label, heading)).toBe(new Date(2026, 10, day, hours, minutes).getTime());
  },
);
