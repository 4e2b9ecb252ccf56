import { vi } from 'vitest';

/** Waits until the assertion holds, for as long as a slow machine needs to read or to draw. */
export function eventually(assertion: () => void): Promise<void> {
  return vi.waitFor(assertion, { timeout: 10_000 });
}
