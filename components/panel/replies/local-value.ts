import * as v from 'valibot';

/** What is kept under this name in this browser; `undefined` for nothing, and for what is no such thing. */
export function readLocal<T>(name: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  try {
    const kept = v.safeParse(schema, JSON.parse(localStorage.getItem(name) ?? 'null'));
    return kept.success ? kept.output : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value beyond the end of the panel; `undefined` forgets it. */
export function writeLocal(name: string, value: unknown): void {
  if (value === undefined) localStorage.removeItem(name);
  else localStorage.setItem(name, JSON.stringify(value));
}
