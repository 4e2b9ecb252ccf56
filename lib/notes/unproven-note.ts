/** The beginning of the ids of native notes that claim to be copies of ours. */
const prefix = 'copy:';

/** What a native note claims to be a copy of. */
interface ClaimedCopy {
  id: string;
  revision: number;
  /** Of a row in a list, where it is a copy of a note about another person: the platform's id. */
  remoteId?: string | undefined;
}

/** Id, among a platform's own notes, of one that claims to be a copy without proof. */
export function unprovenId({ id, revision, remoteId }: ClaimedCopy): string {
  return `${prefix}${id}.${revision}${remoteId === undefined ? '' : `/${remoteId}`}`;
}

/** The copy that such a native note claims to be; `undefined` for any other. */
export function claimedCopy(nativeId: string): ClaimedCopy | undefined {
  const match = /^copy:([a-z0-9-]{1,64})\.(\d{1,12})(?:\/(.+))?$/s.exec(nativeId);
  if (match === null) return undefined;
  return { id: match[1] ?? '', revision: Number(match[2]), remoteId: match[3] };
}
