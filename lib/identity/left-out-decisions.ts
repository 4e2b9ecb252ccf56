import { plural } from '@lingui/core/macro';

/** How many entries of a file of decisions are left out for one reason. */
export interface LeftOutDecisions {
  reason: 'unreadable' | 'other-account' | 'about-itself' | 'future' | 'replaced';
  count: number;
}

/** Says how many entries of a file of decisions are left out, and why. */
export function leftOutDecisionWords({ reason, count }: LeftOutDecisions): string {
  switch (reason) {
    case 'unreadable':
      return plural(count, {
        one: '# entry is left out: it can’t be read as a decision.',
        other: '# entries are left out: they can’t be read as decisions.',
      });
    case 'other-account':
      return plural(count, {
        one: '# entry is left out: it is about an account that is not connected here.',
        other: '# entries are left out: they are about an account that is not connected here.',
      });
    case 'about-itself':
      return plural(count, {
        one: '# entry is left out: it compares a contact with itself.',
        other: '# entries are left out: they compare a contact with itself.',
      });
    case 'future':
      return plural(count, {
        one: '# entry is left out: its date is in the future.',
        other: '# entries are left out: their dates are in the future.',
      });
    case 'replaced':
      return plural(count, {
        one: '# entry is left out: a newer decision is about the same two contacts.',
        other: '# entries are left out: newer decisions are about the same contacts.',
      });
  }
}
