import { t } from '@lingui/core/macro';
import { isJsonObject } from '../model/json-object';
import { OWN_SOURCE, type Reply } from '../model/reply';
import { joinSentences } from '../text/join-sentences';
import { type CsvProblem, readCsvEntries } from './csv';
import { decodeFile } from './decode-file';
import { type RawEntry, readFileEntries } from './file-entries';
import { ofAnyTool, withMarkdown } from './foreign-entries';
import { entryKey, ImportLibrary, importedContent } from './import-library';
import { importLosses, inOneForEachRow } from './import-losses';
import { readBeeftext } from './other-tools/beeftext';
import { isYaml, readEspanso } from './other-tools/espanso';
import { readRaycast } from './other-tools/raycast';
import { readTextBlaze } from './other-tools/text-blaze';
import { type FileReplies, type FileReply, readEntries, type Skipped } from './reply-file';

/** What an import would do to the own library. Nothing is changed by asking. */
export interface ImportPlan {
  added: Reply[];
  changed: { before: Reply; after: Reply }[];
  skipped: Skipped[];
  /** What is different about responses that are accepted. */
  told: Skipped[];
  /** Columns or fields with unknown names. */
  notUnderstood: readonly string[];
}

/** The kind of a file that is not text, or not a text that can be read here, by how it begins. */
function otherFile(start: string): string | undefined {
  if (start.startsWith('PK\u0003\u0004')) {
    return t`This is an Excel workbook or another archive. Save the table as CSV.`;
  }
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    return t`This is an old Excel workbook. Save the table as CSV.`;
  }
  if (start.startsWith('%PDF')) return t`This is a PDF, not a JSON, CSV or YAML file.`;
  if (start.startsWith('{\\rtf')) return t`This is rich text (RTF), not a JSON, CSV or YAML file.`;
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?plist/i.test(start)) {
    return t`This is a property list, the format of TextExpander. Export CSV there instead.`;
  }
  if (/^<(?:!doctype|html|\?xml)/i.test(start)) {
    return t`This is a web page or XML, not a JSON or CSV file.`;
  }
  return start.includes('\0') ? t`This is not a text file. Export JSON, CSV or YAML.` : undefined;
}

/** A file that was read. */
export interface ReadFile extends FileReplies {
  /** What a person has to know of how its characters were read; absent where nothing is in doubt. */
  notice?: string | undefined;
}

/**
 * Reads the bytes of such a file as `readImport` does its text. `languages` are those of the browser: an
 * encoding that the file does not name is guessed from them. Never throws.
 */
export function readImportFile(
  bytes: Uint8Array<ArrayBuffer>,
  languages: readonly string[],
): ReadFile | CsvProblem {
  const { text, notice } = decodeFile(bytes, languages);
  const read = readImport(text);
  if ('problem' in read) return { problem: joinSentences(read.problem, notice) };
  return { ...read, notice };
}

/**
 * Reads a JSON, CSV or YAML file, of ours or of another tool, distinguished by how it begins. HTML
 * becomes Markdown. The problem is for a person. Never throws.
 */
export function readImport(text: string): FileReplies | CsvProblem {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') return { problem: t`The file is empty.` };
  const problem = otherFile(start.slice(0, 4_000));
  if (problem !== undefined) return { problem };
  if (isYaml(start)) return readAll(readEspanso(start));
  if (/^(?:\{\s*["}]|\[\s*[\]{])/.test(start)) return readJson(start);
  const table = readCsvEntries(text);
  if ('problem' in table) return table;
  const { entries, notUnderstood, isOwn } = table;
  return readEntries(isOwn ? entries : entries.map(ofAnyTool), notUnderstood);
}

function readJson(text: string): FileReplies | CsvProblem {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: t`The file is incomplete or not valid JSON. Export it again.` };
  }
  const foreign = readBeeftext(json) ?? readTextBlaze(json) ?? readRaycast(json);
  if (foreign !== undefined) return readAll(foreign);
  const file = readFileEntries(json);
  if (file === undefined) return { problem: t`The file has no list named “replies”.` };
  const isOwn = isJsonObject(json) && Object.hasOwn(json, 'deskside');
  return readEntries(isOwn ? file.entries : file.entries.map(ofAnyTool), file.notUnderstood);
}

function readAll(entries: RawEntry[] | CsvProblem): FileReplies | CsvProblem {
  return 'problem' in entries ? entries : readEntries(entries.map(withMarkdown));
}

/**
 * Compares a file with the own library. An entry changes the response with its id, else the one with its
 * shortcut, else one without a shortcut and with its title that no other entry is about; what is deleted is
 * not looked at. No shortcut is given twice. `newId` names those that are added; `now` is in epoch ms. `asWritten` decides
 * for all, whatever the file says, whether they are inserted exactly as written, except for those whose
 * Markdown is needed.
 */
export function planImport(
  file: FileReplies,
  existing: readonly Reply[],
  ports: { newId: () => string; now: number },
  asWritten?: boolean,
): ImportPlan {
  const entries = file.replies.map(({ row, reply, isMarkdown }) => ({
    row,
    reply: isMarkdown === true ? reply : asChosen(reply, asWritten),
  }));
  const known = new ImportLibrary(existing, entries);
  const { skipped, told = [], notUnderstood = [] } = file;
  const preview: ImportPlan = {
    added: [],
    changed: [],
    skipped: [...skipped],
    told: [...told],
    notUnderstood,
  };
  const rows = new Map<string, number>();
  for (const { row, reply } of entries) {
    const before = known.find(reply);
    const after: Reply = {
      ...reply,
      source: OWN_SOURCE,
      id: before?.id ?? ports.newId(),
      updatedAt: ports.now,
    };
    const key = before?.id ?? (reply.shortcut === '' ? importedContent(reply) : entryKey(reply));
    const why = skipReason(rows.get(key), before, after) ?? takenWords(known.holderOf(after));
    if (why !== undefined) preview.skipped.push({ row, name: reply.title, why });
    else if (before === undefined) preview.added.push(after);
    else {
      preview.changed.push({ before, after });
      preview.told.push(...importLosses(row, before, after));
    }
    if (why === undefined) known.give(after);
    if (!rows.has(key)) rows.set(key, row);
  }
  preview.skipped.sort((a, b) => a.row - b.row);
  preview.told = inOneForEachRow(preview.told);
  return preview;
}

function asChosen(reply: FileReply, asWritten: boolean | undefined): FileReply {
  const { asWritten: own, ...content } = reply;
  return (asWritten ?? own) === true ? { ...content, asWritten: true } : content;
}

function skipReason(
  earlier: number | undefined,
  before: Reply | undefined,
  after: Reply,
): string | undefined {
  if (earlier !== undefined) {
    return after.shortcut === ''
      ? t`Row ${earlier} has the same title.`
      : t`Row ${earlier} has the same shortcut.`;
  }
  return before !== undefined && importedContent(before) === importedContent(after)
    ? t`It is already there.`
    : undefined;
}

function takenWords(holder: Reply | undefined): string | undefined {
  if (holder === undefined) return undefined;
  const { title, shortcut } = holder;
  return t`“${title}” already has the shortcut “${shortcut}”. Choose another one.`;
}
