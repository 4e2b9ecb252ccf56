import { useState } from 'react';
import * as v from 'valibot';
import { readLocal, writeLocal } from './local-value';

const name = 'replies-left-out-noted';

/** The number that was dismissed, by source. */
const notedSchema = v.record(v.string(), v.number());

export interface Noted {
  /** Whether a person took note that so many responses of this source are left out. */
  isNoted(source: string, count: number): boolean;
  note(source: string, count: number): void;
}

/** What a person dismissed, kept in this browser: another number is told again. */
export function useNoted(): Noted {
  const [noted, setNoted] = useState(() => readLocal(name, notedSchema) ?? {});
  return {
    isNoted: (source, count) => noted[source] === count,
    note: (source, count) => {
      const next = { ...noted, [source]: count };
      writeLocal(name, next);
      setNoted(next);
    },
  };
}
