import { t } from '@lingui/core/macro';
import { linkWords } from '../../../lib/identity/decision-words';
import { formatTag } from '../../../lib/language/language';
import type { Contact } from '../../../lib/model/contact';
import type { Conversation, Message } from '../../../lib/model/history';
import { contactRef, itemKey } from '../../../lib/model/ids';
import type { LinkRow } from '../../../lib/model/link';
import type { NativeNoteRow, NoteRow, NoteVersion, ReplicaRow } from '../../../lib/model/note';
import { replicaWords } from '../../../lib/notes/replica-words';
import { markdownWords } from '../../../lib/replies/markdown-words';
import { channelWords } from '../../../lib/text/channel-words';
import type { WordRun } from '../../../lib/text/composed-words';
import { formatList } from '../../../lib/text/format-list';
import { formatExactTime } from '../../../lib/text/format-time';
import { joinRemarks, labelled } from '../../../lib/text/join-words';
import { newestFirst } from '../../../lib/timeline/order';
import { roleWord } from '../history/MessageBubble';
import { urgencyWord } from '../notes/UrgencyLabel';

/** Everything that a page about a person tells. */
export interface PersonFile {
  /** What the person is called. */
  title: string;
  contacts: readonly Contact[];
  conversations: readonly Conversation[];
  messages: readonly Message[];
  notes: readonly NoteRow[];
  replicas: readonly ReplicaRow[];
  natives: readonly NativeNoteRow[];
  links: readonly LinkRow[];
  /** Why a contact was taken for the same human as the others. */
  why(contact: Contact): string[];
  /** What a connection's platform is called. */
  labelOf(connectionId: string): string;
  /** Epoch ms. */
  now: number;
}

/**
 * A page to read and print: a person's records and why they belong together, notes, and the whole
 * timeline of all platforms, oldest first. Nothing in it is loaded or executed, and no text of others
 * is read as markup.
 */
export function personPage(file: PersonFile): string {
  const { title } = file;
  const now = formatExactTime(file.now);
  const decisions = file.links.map((link) => decisionWords(link, file.now));
  return `<!doctype html>
<html lang="${formatTag()}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(t`Everything that Deskside had stored about this person in this browser on ${now}.`)}</p>
${heading(t`Records`)}${file.contacts.map((contact) => recordOf(contact, file)).join('')}
${heading(t`Decisions`)}${listOf(decisions)}
${heading(t`Notes`)}${file.notes.map((note) => noteOf(note, file)).join('') || nothing()}
${heading(t`Notes in the helpdesks`)}${file.natives.map((note) => nativeOf(note, file)).join('') || nothing()}
${heading(t`Timeline`)}${timelineOf(file) || nothing()}
</body></html>`;
}

const heading = (words: string) => `<h2>${escaped(words)}</h2>`;

const nothing = () =>
  `<p>${escaped(t({ message: 'None.', context: 'an empty part of a page' }))}</p>`;

function decisionWords(link: LinkRow, now: number): string {
  const { a, b } = link;
  const words = linkWords(link, now);
  return t`${a} and ${b}: ${words}`;
}

const style =
  'body{font:14px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}' +
  'pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.2em 0}' +
  'article{border-top:1px solid #ccc;padding:.5em 0}small{color:#555}';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function listOf(lines: readonly string[]): string {
  if (lines.length === 0) return nothing();
  return `<ul>${lines.map((line) => `<li><bdi>${escaped(line)}</bdi></li>`).join('')}</ul>`;
}

/** A text as its writer saw it: as it stands, or Markdown. */
type Text = string | { markdown: string } | undefined;

function entry(head: readonly (string | undefined)[], texts: readonly Text[]): string {
  const said = head.filter((each) => each !== undefined && each !== '');
  const small = said.map((each) => `<bdi>${escaped(each ?? '')}</bdi>`).join(' · ');
  const shown = texts.map((each) =>
    typeof each === 'object' ? styled(each.markdown) : escaped(each ?? ''),
  );
  const body = shown.map((each) => (each === '' ? '' : `<pre dir="auto">${each}</pre>`)).join('');
  return `<article><small>${small}</small>${body}</article>`;
}

function formatted(text: string, format: 'markdown' | undefined): Text {
  return format === 'markdown' ? { markdown: text } : text;
}

/** Markdown as elements of our own, with the addresses of links written out. */
function styled(markdown: string): string {
  const { text, blocks } = markdownWords(markdown);
  const runs = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.runs));
  let end = 0;
  const parts = runs.map((run) => {
    const between = escaped(text.slice(end, run.at));
    end = run.at + run.text.length;
    return between + styledRun(run);
  });
  return parts.join('') + escaped(text.slice(end));
}

const tags = { bold: 'b', italic: 'i', strike: 's', code: 'code' } as const;

function styledRun({ text, marks, link }: WordRun): string {
  const address = link === undefined || link === text ? '' : ` (${escaped(link)})`;
  return (
    marks.reduce((inner, mark) => `<${tags[mark]}>${inner}</${tags[mark]}>`, escaped(text)) +
    address
  );
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
    ...(contact.attributes ?? []).map(({ label, value }): [string, string] => [label, value]),
    [t`Last seen`, timeOf(contact.lastSeenAt)],
    [t({ message: 'Loaded', context: 'when a record was loaded' }), timeOf(contact.fetchedAt)],
  ];
  const lines = facts.flatMap(([label, value]) => (value ? [labelled(label, value)] : []));
  const reasons = why(contact).map((reason) => t`The same person: ${reason}`);
  const name = contact.name ?? contact.placeholderName ?? t`No name`;
  return `<h3><bdi>${escaped(name)}</bdi></h3><small>${escaped(
    joinRemarks(labelOf(contact.connectionId), contact.id),
  )}</small>${listOf([...lines, ...reasons])}`;
}

function timeOf(at: number | undefined): string | undefined {
  return at === undefined ? undefined : formatExactTime(at);
}

/** A version of a note, behind whose it is and when it was written. */
function versionOf(version: NoteVersion, lead: (who: string) => string): Text {
  const who = [version.author, timeOf(version.at)].filter(Boolean).join(' · ');
  return { markdown: `${lead(who)} ${version.text}` };
}

const earlierWords = (who: string) => t`Earlier version (${who}):`;
const otherWords = (who: string) => t`Another version (${who}):`;
const deletedWords = (time: string) => t`deleted ${time}`;
const undeliveredWords = (reason: string) => t`not delivered: ${reason}`;

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
  return entry(
    [note.author ?? note.createdBy, timeOf(note.at), urgencyWord(note.urgency), state, ...where],
    [{ markdown: note.text }, other, ...versions],
  );
}

function nativeOf(note: NativeNoteRow, { labelOf }: PersonFile): string {
  return entry(
    [labelOf(note.connectionId), note.author, timeOf(note.createdAt)],
    [formatted(note.text, note.format)],
  );
}

function kindWords(kind: Message['kind'], direction: Message['direction']): string {
  if (kind === 'note') return t`internal note`;
  if (kind === 'activity') return t`activity`;
  return direction === 'in' ? t`from the customer` : t`to the customer`;
}

function timelineOf({ messages, conversations, contacts, labelOf }: PersonFile): string {
  const subjects = new Map(
    conversations.map(({ connectionId, id, subject, channel }) => [
      itemKey(connectionId, id),
      [channel && channelWords(channel), subject].filter(Boolean).join(' · '),
    ]),
  );
  const names = new Map(
    contacts.map((contact) => [contactRef(contact), contact.name ?? contact.placeholderName]),
  );
  return messages
    .toSorted((one, other) => newestFirst(other, one))
    .map((message) => {
      const { connectionId, conversationId, contactId, author, kind, direction } = message;
      const own = names.get(contactRef({ connectionId, id: contactId }));
      const writer =
        author.name ?? (author.role === 'contact' ? own : undefined) ?? roleWord(author.role);
      return entry(
        [
          ...[formatExactTime(message.sentAt), labelOf(connectionId)],
          ...[subjects.get(itemKey(connectionId, conversationId)), writer],
          kindWords(kind, direction),
          ...(message.deleted === true ? [t`deleted`] : []),
          ...(message.deliveryError === undefined ? [] : [undeliveredWords(message.deliveryError)]),
        ],
        [
          message.subject,
          formatted(message.text, message.format),
          message.quoted?.text,
          ...(message.reactions ?? []),
          ...message.attachments.map(({ name, url }) => [name, url].filter(Boolean).join(': ')),
          ...message.attachments.map(({ transcript }) => transcript),
        ],
      );
    })
    .join('');
}
