import { useState } from 'react';
import * as v from 'valibot';

const key = 'replies-left-out-noted';

/** The number that was dismissed, by source. */
const notedSchema = v.fallback(v.record(v.string(), v.number()), {});

export interface Noted {
  /** Whether a person took note that so many responses of this source are left out. */
  isNoted(source: string, count: number): boolean;
  note(source: string, count: number): void;
}

/** What a person dismissed, kept in this browser: another number is told again. */
export function useNoted(): Noted {
  const [noted, setNoted] = useState(readNoted);
  return {
    isNoted: (source, count) => noted[source] === count,
    note: (source, count) => {
      const next = { ...noted, [source]: count };
      localStorage.setItem(key, JSON.stringify(next));
      setNoted(next);
    },
  };
}

function readNoted(): Record<string, number> {
  try {
    return v.parse(notedSchema, JSON.parse(localStorage.getItem(key) ?? '{}'));
  } catch {
    return {};
  }
}
