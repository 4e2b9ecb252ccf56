const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' });
const dayAndMonth = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric' });
const whole = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', day: 'numeric' });
const day = 86_400_000;

/** The time of day on the same day, the date for earlier days. */
export function short(at: number): string {
  const now = Date.now();
  if (Math.abs(now - at) < day) return clock.format(at);
  return Math.abs(now - at) < 300 * day ? dayAndMonth.format(at) : whole.format(at);
}

export function full(at: number): string {
  return `${whole.format(at)}, ${clock.format(at)}`;
}

export function date(at: number): string {
  return whole.format(at);
}
