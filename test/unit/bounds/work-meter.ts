const costs = {
  // A whole pass over the text, whatever comes of it.
  whole: [
    'split',
    'replace',
    'replaceAll',
    'match',
    'matchAll',
    'search',
    'trim',
    'trimStart',
    'trimEnd',
    'toLowerCase',
    'normalize',
    'codePointAt',
  ],
  // What comes out is as long as what was read.
  result: ['slice', 'substring', 'repeat', 'padEnd', 'concat'],
} as const;

/**
 * Runs something and counts its work on texts and lists: for each call of a built-in method the
 * characters or items it may pass over. The same on every machine, however busy. What a pattern does
 * within one pass is not counted: `patterns.test.ts` holds that to be proportional.
 */
export function workOf(run: () => unknown): number {
  let work = 0;
  const restore: (() => void)[] = [];
  const count = (
    target: object,
    name: string,
    costOf: (self: unknown, result: unknown) => number,
  ) => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    const method: unknown = before?.value;
    if (before === undefined || typeof method !== 'function') throw new Error(`No method ${name}`);
    Object.defineProperty(target, name, {
      ...before,
      value(this: unknown, ...args: unknown[]) {
        const result: unknown = Reflect.apply(method, this, args);
        work += costOf(this, result);
        return result;
      },
    });
    restore.push(() => Object.defineProperty(target, name, before));
  };
  const lengthOf = (value: unknown) =>
    typeof value === 'string' || Array.isArray(value) ? value.length + 1 : 1;
  const ofSelf = (self: unknown) => lengthOf(self);
  const ofResult = (_self: unknown, result: unknown) => lengthOf(result);
  try {
    for (const name of costs.whole) count(String.prototype, name, ofSelf);
    for (const name of costs.result) count(String.prototype, name, ofResult);
    count(Array.prototype, 'slice', ofResult);
    count(Array.prototype, 'join', ofResult);
    for (const name of ['map', 'filter', 'flatMap', 'every', 'some', 'find', 'findLastIndex']) {
      count(Array.prototype, name, ofSelf);
    }
    run();
    return work;
  } finally {
    for (const undo of restore) undo();
  }
}
