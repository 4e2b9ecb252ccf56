import { t } from '@lingui/core/macro';
import { shownAttributeValue } from '../../../lib/identity/merge-details';
import { formatTag } from '../../../lib/language/per-language';
import type { Contact } from '../../../lib/model/contact';
import type { NativeNoteRow, NoteRow, NoteVersion, ReplicaRow } from '../../../lib/model/note';
import { urgencyWord } from '../../../lib/notes/note-urgency';
import { replicaWords } from '../../../lib/notes/replica-words';
import { writerWords } from '../../../lib/notes/unnamed-editor';
import { formatList } from '../../../lib/text/format-list';
import { formatExactTime } from '../../../lib/text/format-time';
import { joinRemarks, labelled } from '../../../lib/text/join-words';
import { type DecisionsFile, pageDecisions } from './page-decisions';
import { escapedText, type PageText, pageEntry, pageWords } from './page-markup';
import { pageTimeline, type TimelineFile } from './page-timeline';

/** Everything that a page about a person contains. */
export interface PersonFile extends TimelineFile, DecisionsFile {
  /** The person's name. */
  title: string;
  notes: readonly NoteRow[];
  replicas: readonly ReplicaRow[];
  natives: readonly NativeNoteRow[];
  /** Why a contact was identified as the same human as the others. */
  why(contact: Contact): string[];
}

/**
 * A page to read and print: a person's records and why they belong together, notes, and the whole timeline of
 * all platforms, oldest first. Nothing in it is loaded or executed, and no text written by others is read as
 * markup.
 */
export function personPage(file: PersonFile): string {
  const { title } = file;
  const now = formatExactTime(file.now);
  return `<!doctype html>
<html lang="${formatTag()}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapedText(title)}</title>
<style>${style}</style></head><body>
<h1>${pageWords(title)}</h1>
<p>${escapedText(t`Everything that Deskside had stored about this person in this browser on ${now}.`)}</p>
${heading(t`Records`)}${file.contacts.map((contact) => recordOf(contact, file)).join('')}
${heading(t`Decisions`)}${listOf(pageDecisions(file))}
${heading(t`Notes`)}${file.notes.map((note) => noteOf(note, file)).join('') || nothing()}
${heading(t`Notes in the helpdesks`)}${file.natives.map((note) => nativeOf(note, file)).join('') || nothing()}
${heading(t`Timeline`)}${pageTimeline(file) || nothing()}
</body></html>`;
}

const heading = (words: string) => `<h2>${escapedText(words)}</h2>`;

const nothing = () =>
  `<p>${escapedText(t({ message: 'None.', context: 'an empty part of a page' }))}</p>`;

const style =
  'body{font:14px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}' +
  'pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.2em 0}' +
  'article{border-top:1px solid #ccc;padding:.5em 0}small,figcaption{color:#555}' +
  'figure,blockquote{border-left:2px solid #ccc;margin:.3em 0;padding-left:.7em}' +
  'pre code{font-family:monospace}';

function listOf(lines: readonly string[]): string {
  if (lines.length === 0) return nothing();
  return `<ul>${lines.map((line) => `<li>${pageWords(line)}</li>`).join('')}</ul>`;
}

function recordOf(contact: Contact, { labelOf, why }: PersonFile): string {
  const facts: [string, string | undefined][] = [
    [t`E-mail`, formatList(contact.emails)],
    [t`Phone`, formatList(contact.phones)],
    [t`Ids in other systems`, formatList(contact.externalIds)],
    [t`Company`, contact.company],
    [t`Language`, contact.language],
    [t`Time zone`, contact.timeZone],
    [t`Location`, contact.location],
    ...(contact.socials ?? []).map(({ network, username }): [string, string] => [
      network,
      username,
    ]),
    ...(contact.attributes ?? []).map((each): [string, string] => [
      each.label,
      shownAttributeValue(each),
    ]),
    [t`Last seen`, timeOf(contact.lastSeenAt)],
    [t({ message: 'Loaded', context: 'when a record was loaded' }), timeOf(contact.fetchedAt)],
  ];
  const lines = facts.flatMap(([label, value]) => (value ? [labelled(label, value)] : []));
  const reasons = why(contact).map((reason) => t`The same person: ${reason}`);
  const name = contact.name ?? contact.placeholderName ?? t`No name`;
  return `<h3>${pageWords(name)}</h3><small>${escapedText(
    joinRemarks(labelOf(contact.connectionId), contact.id),
  )}</small>${listOf([...lines, ...reasons])}`;
}

function timeOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : formatExactTime(at);
}

/** A version of a note, introduced by its author and the time it was written. */
function versionOf(version: NoteVersion, lead: (who: string) => string): PageText {
  const who = [writerWords(version), timeOf(version.at)].filter(Boolean).join(' · ');
  return { text: version.text, format: 'markdown', label: lead(who) };
}

const earlierWords = (who: string) => t`Earlier version (${who}):`;
const otherWords = (who: string) => t`Another version (${who}):`;
const deletedWords = (time: string) => t`deleted ${time}`;

function noteOf(note: NoteRow, { replicas, labelOf, now }: PersonFile): string {
  const copies = replicas.filter(({ noteId }) => noteId === note.id);
  const isDeleted = note.deletedAt !== undefined;
  const where = copies.map((copy) => {
    const setting = { platformLabel: labelOf(copy.connectionId), now, isDeleted };
    return replicaWords(copy, setting).sentence;
  });
  const versions = note.versions.map((version) => versionOf(version, earlierWords));
  const state =
    note.deletedAt === undefined ? undefined : deletedWords(formatExactTime(note.deletedAt));
  const other = note.conflict && versionOf(note.conflict, otherWords);
  return pageEntry(
    [
      writerWords(note) ?? note.createdBy,
      timeOf(note.at),
      urgencyWord(note.urgency),
      state,
      ...where,
    ],
    [{ text: note.text, format: 'markdown' }, other, ...versions],
  );
}

function nativeOf(note: NativeNoteRow, { labelOf }: PersonFile): string {
  return pageEntry(
    [labelOf(note.connectionId), note.author, timeOf(note.createdAt)],
    [{ text: note.text, format: note.format }],
  );
}
