/** The beginning of the ids of native notes that claim to be copies of ours. */
const prefix = 'copy:';

/** Id, among a platform's own notes, of one that claims to be a copy without proof. */
export function unprovenId({ id, revision }: { id: string; revision: number }): string {
  return `${prefix}${id}.${revision}`;
}

/** The copy that such a native note claims to be; `undefined` for any other. */
export function claimedCopy(nativeId: string): { id: string; revision: number } | undefined {
  const match = /^copy:([a-z0-9-]{1,64})\.(\d{1,12})$/.exec(nativeId);
  return match === null ? undefined : { id: match[1] ?? '', revision: Number(match[2]) };
}
