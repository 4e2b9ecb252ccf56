import { OWN_SOURCE, type Reply } from '../model/reply';
import type { FileReply } from './reply-file';

/** Everything that an import can change of a response, as a text that can be compared. */
export function importedContent({
  title,
  shortcut,
  body,
  tags,
  language,
  variants,
  platforms,
  audience,
  asWritten = false,
}: FileReply) {
  // A table has a column for each language, in one order for all.
  const inOrder = variants.toSorted((a, b) => (a.language < b.language ? -1 : 1));
  const texts = [title, shortcut, body, language, inOrder, asWritten];
  return JSON.stringify([texts, tags, platforms, audience]);
}

/** What makes two entries one: the shortcut, or for want of one the title. */
export function entryKey({ shortcut, title }: Pick<FileReply, 'shortcut' | 'title'>): string {
  return shortcut === '' ? `title ${title.toLowerCase()}` : `shortcut ${shortcut.toLowerCase()}`;
}

/** The own library as an import finds it, and what of it each entry of the file is about. */
export class ImportLibrary {
  readonly #byId = new Map<string, Reply>();
  readonly #byKey = new Map<string, Reply>();
  /** Without a shortcut: by all that they say. */
  readonly #byContent = new Map<string, Reply>();
  /** Without a shortcut, and no entry says which is meant: by title. */
  readonly #unclaimed = new Map<string, Reply[]>();

  readonly #given = new Map<string, Reply>();
  /** Ids of those that an entry is about. */
  readonly #claimed = new Set<string>();
  /** Ids of those that get another shortcut. */
  readonly #renamed = new Set<string>();

  constructor(replies: readonly Reply[], entries: readonly { reply: FileReply }[]) {
    const own = replies.filter(
      ({ source, deletedAt }) => source === OWN_SOURCE && deletedAt === undefined,
    );
    for (const reply of own) this.#index(reply);
    for (const { reply } of entries) {
      const before = this.#meantBy(reply);
      if (before === undefined) continue;
      this.#claimed.add(before.id);
      if (entryKey(before) !== entryKey(reply)) this.#renamed.add(before.id);
    }
    const isFree = ({ shortcut, id }: Reply) => shortcut === '' && !this.#claimed.has(id);
    for (const reply of own.filter(isFree)) {
      const namesakes = this.#unclaimed.get(entryKey(reply));
      if (namesakes === undefined) this.#unclaimed.set(entryKey(reply), [reply]);
      else namesakes.push(reply);
    }
  }

  #index(reply: Reply): void {
    this.#byId.set(reply.id, reply);
    if (!this.#byKey.has(entryKey(reply))) this.#byKey.set(entryKey(reply), reply);
    if (reply.shortcut === '') this.#byContent.set(importedContent(reply), reply);
  }

  /** What an entry changes; to be asked once for each, because titles may be shared. */
  find(entry: FileReply): Reply | undefined {
    const meant = this.#meantBy(entry);
    if (meant !== undefined) return meant;
    if (entry.shortcut === '') return this.#unclaimed.get(entryKey(entry))?.shift();
    const known = this.#byKey.get(entryKey(entry));
    return this.#claimed.has(known?.id ?? '') ? undefined : known;
  }

  #meantBy(entry: FileReply): Reply | undefined {
    const same = entry.shortcut === '' ? this.#byContent.get(importedContent(entry)) : undefined;
    return this.#byId.get(entry.id ?? '') ?? same;
  }

  /** Remembers that a response of the file is taken. */
  give(reply: Reply): void {
    this.#given.set(entryKey(reply), reply);
  }

  /** Another response that has the shortcut of this one, and keeps it. */
  holderOf(reply: Reply): Reply | undefined {
    if (reply.shortcut === '') return undefined;
    const known = this.#byKey.get(entryKey(reply));
    const isFree = known?.id === reply.id || this.#renamed.has(known?.id ?? '');
    return this.#given.get(entryKey(reply)) ?? (isFree ? undefined : known);
  }
}
