/** Whether two rows of plain values say the same, so that none has to be written; absent is `undefined`. */
export function isSameRow(one: object, other: object): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => Reflect.get(one, key) === Reflect.get(other, key));
}
