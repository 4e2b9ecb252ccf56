import { expect, test } from 'vitest';
import {
  dateWord,
  learnCalendarWords,
} from '../../../../../lib/platforms/chatra/history/calendar-words';

const { months, days, weekdays } = learnCalendarWords();

test.each([
  ['january', 0],
  ['jänner', 0],
  ['juill', 6],
  ['มกราคม', 0],
  ['ม.ค', 0],
  ['gener', 0],
])('the month called %s', (word, month) => {
  expect(months.get(word)).toBe(month);
});

test('days that are called by a word, and days of the week', () => {
  expect(days.get('yesterday')).toBe(-1);
  expect(days.get('hôm nay')).toBe(0);
  expect(weekdays.get('freitag')).toBe(5);
});

test('a number is no word', () => {
  expect('2 ม.ค. 2569'.match(dateWord)).toEqual(['ม.ค']);
});
