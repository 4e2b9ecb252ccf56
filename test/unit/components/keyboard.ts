import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';

/** So many presses of Tab lead around everything there is. */
const mostTabs = 80;

/** A person who has a keyboard and nothing else, as `userEvent` writes keys: `{Control>}f{/Control}`. */
export function atKeyboard() {
  const user = userEvent.setup();
  return {
    press: (keys: string) => user.keyboard(keys),
    /** Has this, as what was done last comes to its end; a button that is switched off has nothing. */
    has: (role: string, name: string | RegExp) =>
      waitFor(() => {
        const found = screen.getByRole(role, { name });
        expect(document.activeElement).toBe(found);
        expect(found.matches(':disabled')).toBe(false);
      }),
    /** Goes there with Tab, and is never nowhere on the way. */
    reach: async (role: string, name: string | RegExp) => {
      const passed: string[] = [];
      while (passed.length < mostTabs) {
        await user.tab();
        const { activeElement } = document;
        if (screen.queryAllByRole(role, { name }).some((found) => found === activeElement)) return;
        passed.push(activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '');
      }
      throw new Error(`Tab does not lead to ${role} ${name}, but to ${passed.join(', ')}.`);
    },
  };
}
