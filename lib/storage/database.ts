import Dexie, { type EntityTable, type Table } from 'dexie';
import type { BulkItemRow, BulkRunRow } from '../model/bulk-run';
import type { ContactWriteRow } from '../model/completion';
import type { Connection } from '../model/connection';
import type { Contact } from '../model/contact';
import type { CardAnswerRow, DataCard } from '../model/data-card';
import type { PlatformDescriptor } from '../model/descriptor';
import type {
  IndexBlockRow,
  IndexedContactRow,
  IndexMarkRow,
  IndexSegmentRow,
  IndexStateRow,
} from '../model/full-text';
import type { Conversation, Message } from '../model/history';
import type { LinkRow } from '../model/link-decision';
import type { NativeNoteRow, NoteDraftRow, NoteRow, ReplicaRow } from '../model/note';
import type { PeopleSearchRow, SuggestionRow } from '../model/people-search';
import type { DirectoryRow, HistoryRow, LookupRow } from '../model/reading-progress';
import type { Reply, ReplySourceRow, UsageRow } from '../model/reply';
import type { FillDraftRow, ReplyDraftRow } from '../model/reply-draft';
import type { ReplyVersionRow } from '../model/reply-version';
import type { PageIdentityRow, ScreenRow, SourceRow, VisitRow, WindowRow } from '../model/screen';
import { databaseName } from './wake-storage';

/** The one database. The worker writes it; the panel and the options page read it live. */
export class DesksideDatabase extends Dexie {
  declare platforms: EntityTable<PlatformDescriptor, 'name'>;
  declare connections: EntityTable<Connection, 'id'>;
  declare contacts: Table<Contact, [string, string]>;
  declare conversations: Table<Conversation, [string, string]>;
  declare messages: Table<Message, [string, string]>;
  declare lookups: Table<LookupRow, [string, string]>;
  declare histories: Table<HistoryRow, [string, string]>;
  declare directories: EntityTable<DirectoryRow, 'connectionId'>;
  declare screens: EntityTable<ScreenRow, 'tabId'>;
  declare windows: EntityTable<WindowRow, 'windowId'>;
  declare sightings: Table<PageIdentityRow, [string, string]>;
  declare views: EntityTable<VisitRow, 'anchor'>;
  declare sources: Table<SourceRow, [string, string]>;
  declare links: Table<LinkRow, [string, string]>;
  declare suggestions: Table<SuggestionRow, [string, string]>;
  declare peopleSearches: Table<PeopleSearchRow, [number, string]>;
  declare replies: Table<Reply, [string, string]>;
  declare replySources: EntityTable<ReplySourceRow, 'source'>;
  declare usage: Table<UsageRow, [string, string]>;
  declare replyVersions: Table<ReplyVersionRow, number>;
  declare notes: EntityTable<NoteRow, 'id'>;
  declare replicas: Table<ReplicaRow, [string, string]>;
  declare nativeNotes: Table<NativeNoteRow, [string, string, string]>;
  declare noteDrafts: Table<NoteDraftRow, [string, string]>;
  declare replyDrafts: EntityTable<ReplyDraftRow, 'source'>;
  declare bulkRuns: EntityTable<BulkRunRow, 'id'>;
  declare bulkItems: Table<BulkItemRow, [string, number]>;
  declare fillDrafts: Table<FillDraftRow, [string, string]>;
  declare contactWrites: EntityTable<ContactWriteRow, 'id'>;
  declare indexMarks: Table<IndexMarkRow, [string, string]>;
  declare indexedContacts: Table<IndexedContactRow, number>;
  declare indexSegments: EntityTable<IndexSegmentRow, 'id'>;
  declare indexBlocks: Table<IndexBlockRow, [number, string]>;
  declare indexState: EntityTable<IndexStateRow, 'id'>;
  declare cards: EntityTable<DataCard, 'id'>;
  declare cardAnswers: Table<CardAnswerRow, [string, string, string]>;

  constructor(name = databaseName) {
    // What is read is never changed; copies of it would cost more than reading it again.
    super(name, { cache: 'disabled' });
    // Whoever starts pays for each version that stands here, as Dexie reads all of them again for each. So only
    // those stand here that changed rows, and the newest; older ones had some of these tables and keys.
    this.version(4)
      .stores({
        platforms: 'name',
        connections: 'id, platform',
        // By name and by the last digits of a number, contacts are suggested and found by hand.
        contacts:
          '[connectionId+id], connectionId, *emailKeys, *phoneKeys, *externalIds, name, *phoneTails',
        conversations: '[connectionId+id], [connectionId+contactId]',
        // With the time at the end it also tells the newest message of a contact without reading any.
        messages:
          '[connectionId+id], [connectionId+contactId], [connectionId+conversationId], [connectionId+contactId+sentAt]',
        lookups: '[connectionId+identifier]',
        histories: '[connectionId+contactId]',
        directories: 'connectionId',
        screens: 'tabId, windowId',
        windows: 'windowId',
        sightings: '[connectionId+address]',
        sources: '[anchor+connectionId], anchor',
        views: 'anchor, viewedAt',
        links: '[a+b], a, b',
        suggestions: '[anchor+contact], anchor',
        peopleSearches: '[windowId+connectionId], windowId',
        replies: '[source+id], source',
        replySources: 'source',
        usage: '[source+id]',
        notes: 'id, *contacts',
        replicas: '[noteId+contact], noteId, contact, connectionId, state',
        nativeNotes: '[connectionId+contactId+id], [connectionId+contactId]',
        noteDrafts: '[anchor+noteId], anchor',
        replyDrafts: 'source',
        fillDrafts: '[subject+reply], connectionId, updatedAt',
      })
      .upgrade(async (transaction) => {
        // Before version 3, a link could only say "the same".
        await transaction
          .table<Partial<LinkRow>>('links')
          .toCollection()
          .modify((link) => {
            link.verdict ??= 'same';
          });
        // Their colours were called otherwise; the worker publishes them again.
        await transaction.table('platforms').clear();
      });
    this.version(7).stores({
      // With the kind at the end it finds the few notes among a person's thousands of messages.
      messages:
        '[connectionId+id], [connectionId+contactId], [connectionId+conversationId], [connectionId+contactId+sentAt], [connectionId+contactId+kind]',
      // By its title, which a platform tells its responses apart by, a response is found among thousands.
      replies: '[source+id], source, [source+title]',
      replyVersions: '++key, [source+id], [source+keptAt], source, crossedAt',
      bulkRuns: 'id, state',
      bulkItems: '[run+position], run, [run+state], source',
      contactWrites: 'id, at, state, connectionId, [connectionId+contactId]',
      // The full-text index over everything held; the worker builds it of what is in the other tables.
      indexMarks: '[connectionId+contactId]',
      indexedContacts: '++number, &[connectionId+contactId]',
      indexSegments: 'id',
      indexBlocks: '[segment+bucket]',
      indexState: 'id',
      cards: 'id',
      cardAnswers: '[cardId+connectionId+contactId], cardId, [connectionId+contactId], updatedAt',
    });
  }
}

export const database = new DesksideDatabase();
