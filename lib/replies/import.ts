import { OWN_SOURCE, type Reply } from '../model/reply';
import { type CsvProblem, readCsv } from './csv';
import { type FileReplies, type FileReply, readReplyFile, type Skipped } from './reply-file';

/** What an import would do to the own library. Nothing is changed by asking. */
export interface ImportPlan {
  added: Reply[];
  changed: { before: Reply; after: Reply }[];
  skipped: Skipped[];
}

/** Reads a JSON or CSV file, distinguished by how it begins. The problem is for a person. */
export function readImport(text: string): FileReplies | CsvProblem {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') return { problem: 'The file is empty.' };
  if (/^<(?:!doctype|html|\?xml)/i.test(start)) {
    return { problem: 'This is a web page or XML, not a JSON or CSV file.' };
  }
  if (!/^(?:\{\s*["}]|\[\s*[\]{])/.test(start)) return readCsv(text);
  try {
    const file = readReplyFile(JSON.parse(start));
    return file ?? { problem: 'The file has no list named “replies”.' };
  } catch {
    return { problem: 'The file is cut off or is not valid JSON. Export it again.' };
  }
}

/**
 * Compares a file with the own library. An entry changes the response with its id, else the one with
 * its shortcut, else the one without a shortcut and with its title; what is deleted is not looked
 * at. `newId` names those that are added; `now` is in epoch ms.
 */
export function planImport(
  file: FileReplies,
  existing: readonly Reply[],
  ports: { newId: () => string; now: number },
): ImportPlan {
  const known = new Library(existing);
  const preview: ImportPlan = { added: [], changed: [], skipped: [...file.skipped] };
  const rows = new Map<string, number>();
  for (const { row, reply } of file.replies) {
    const before = known.find(reply);
    const after: Reply = {
      ...reply,
      source: OWN_SOURCE,
      id: before?.id ?? ports.newId(),
      updatedAt: ports.now,
    };
    const key = before?.id ?? keyOf(reply);
    const why = skipReason(rows.get(key), before, after);
    if (why !== undefined) preview.skipped.push({ row, name: reply.title, why });
    else if (before === undefined) preview.added.push(after);
    else preview.changed.push({ before, after });
    if (!rows.has(key)) rows.set(key, row);
  }
  preview.skipped.sort((a, b) => a.row - b.row);
  return preview;
}

function skipReason(
  earlier: number | undefined,
  before: Reply | undefined,
  after: Reply,
): string | undefined {
  if (earlier !== undefined) {
    const what = after.shortcut === '' ? 'title' : 'shortcut';
    return `Row ${earlier} has the same ${what}.`;
  }
  return before !== undefined && isSame(before, after) ? 'It is there already.' : undefined;
}

function isSame(before: Reply, after: Reply): boolean {
  return contentOf(before) === contentOf(after);
}

function contentOf({
  title,
  shortcut,
  body,
  tags,
  language,
  variants,
  platforms,
  audience,
  asWritten = false,
}: Reply) {
  const texts = [title, shortcut, body, language, variants, asWritten];
  return JSON.stringify([texts, tags, platforms, audience]);
}

/** What makes two entries one: the shortcut, or for want of one the title. */
function keyOf({ shortcut, title }: Pick<FileReply, 'shortcut' | 'title'>): string {
  return shortcut === '' ? `title ${title.toLowerCase()}` : `shortcut ${shortcut.toLowerCase()}`;
}

class Library {
  readonly #byId = new Map<string, Reply>();
  readonly #byKey = new Map<string, Reply>();

  constructor(replies: readonly Reply[]) {
    for (const reply of replies) {
      if (reply.source !== OWN_SOURCE || reply.deletedAt !== undefined) continue;
      this.#byId.set(reply.id, reply);
      if (!this.#byKey.has(keyOf(reply))) this.#byKey.set(keyOf(reply), reply);
    }
  }

  find(entry: FileReply): Reply | undefined {
    return this.#byId.get(entry.id ?? '') ?? this.#byKey.get(keyOf(entry));
  }
}

/**
 * The text of a file: UTF-8, UTF-16 where it says so, else the old Windows encoding that
 * spreadsheets still write. Never throws.
 */
export function decodeFile(bytes: Uint8Array<ArrayBuffer>): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
