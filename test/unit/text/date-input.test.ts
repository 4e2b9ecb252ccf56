import { describe, expect, it } from 'vitest';
import { formatDateInput, parseDateInput } from '../../../lib/text/date-input';

describe('dayOfInput', () => {
  it.each(['2026-03-09', '2024-02-29', '0002-01-01', '2026-10-25'])('reads %s', (value) => {
    const day = parseDateInput(value);
    expect(day && formatDateInput(day.start)).toBe(value);
    expect(day && formatDateInput(day.end - 1)).toBe(value);
  });

  it.each(['', '2026-02-30', '2026-13-01', '03/09/2026', 'x'])('does not take %s', (value) => {
    expect(parseDateInput(value)).toBeUndefined();
  });
});
