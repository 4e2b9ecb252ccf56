import type { NoteCopy } from './copy';
import { bare } from './text';

/**
 * Eight hex digits that tell whether a copy still is what we wrote. Against accidents and edits by
 * people, not against forgers.
 */
export function fingerprint(copy: Omit<NoteCopy, 'id' | 'revision'>): string {
  const { author, pinned, urgency, onlyHere, text, at } = copy;
  const minute = Math.floor(at / 60_000);
  return fnv(JSON.stringify([author ?? '', pinned, urgency, onlyHere, minute, bare(text)]));
}

function fnv(text: string): string {
  let mark = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    mark = Math.imul(mark ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return mark.toString(16).padStart(8, '0');
}
