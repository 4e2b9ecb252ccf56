const content = {
  ...{ title: 'Hello', shortcut: 'hi', body: 'Hello', tags: [], variants: [], platforms: [] },
};
const counts = { same: 0, refused: 0, open: 1, done: 1, left: 0, undone: 0, kept: 0 };

const context = {
  ...{ platform: 'chatwoot', view: 'person', account: '1', conversationId: '5', contactId: '7' },
  ...{ hints: { name: 'Ana Lind', emails: ['ana@example.com'], phones: [] }, composer: 'reply' },
};

/** Rows of all other tables, as each version wrote them; never to be changed. */
export const moreShippedRows: Readonly<
  Record<number, Readonly<Record<string, readonly object[]>>>
> = {
  1: {
    connections: [
      {
        ...{ id: 'chatwoot-1', platform: 'chatwoot', label: 'Chatwoot', account: '1' },
        ...{ apiOrigin: 'https://desk.example', pageOrigin: 'https://desk.example' },
        ...{ accountName: 'Lamps', agentName: 'Jo', version: '4.1.0', transport: 'direct' },
        ...{ health: { state: 'ok', checkedAt: 3 }, facts: { a: 'b' }, fields: { account: '1' } },
        createdAt: 1,
      },
    ],
    directories: [
      { connectionId: 'chatra-1', cursor: 'c', reachedEnd: false, indexed: 3, dropped: 1 },
    ],
    screens: [
      {
        ...{ tabId: 1, windowId: 1, context, origin: 'https://desk.example', subject: 's' },
        ...{ connectionId: 'chatwoot-1', round: 0, anchor: 'chatwoot-1/7', phase: 'identified' },
      },
    ],
    windows: [{ windowId: 1, tabId: 1 }],
    sightings: [
      { connectionId: 'chatwoot-1', address: 'conversation:5', contactId: '7', hints: '' },
    ],
    sources: [
      {
        ...{ anchor: 'chatwoot-1/7', connectionId: 'chatwoot-1', phase: 'settled' },
        ...{ coverage: { state: 'complete', dropped: 0, checkedAt: 3 }, contactIds: ['7'] },
        updatedAt: 3,
      },
    ],
  },
  3: {
    suggestions: [{ anchor: 'chatwoot-1/7', contact: 'chaport-1/x', updatedAt: 5 }],
    peopleSearches: [
      {
        ...{ windowId: 1, connectionId: 'chatwoot-1', query: 'ana', phase: 'done', contacts: [] },
        ...{ coverage: { state: 'complete', dropped: 0, checkedAt: 5 }, updatedAt: 5 },
      },
    ],
    replySources: [
      {
        ...{ source: 'team', writable: false, fetchedAt: 5, etag: 'e', dropped: ['No title.'] },
        ...{ address: 'https://x.example/team.json', isManaged: true },
        coverage: { state: 'complete', dropped: 1, checkedAt: 5 },
      },
    ],
  },
  4: { platforms: [{ name: 'chatwoot', label: 'Chatwoot' }] },
  6: {
    replyVersions: [
      {
        ...{ key: 1, source: 'own', id: 'r1', content, writtenAt: 5, keptAt: 7, isOwn: true },
        crossedAt: 8,
      },
    ],
    bulkRuns: [
      {
        ...{ id: 'run-1', kind: 'tag', sources: ['own'], state: 'stopped', phase: 'do', counts },
        ...{ acts: { change: 2, add: 0, remove: 0 }, message: 'It stopped.', failures: 1 },
        ...{ retryAt: 9, createdAt: 7 },
      },
    ],
    bulkItems: [
      {
        ...{ run: 'run-1', position: 0, source: 'own', act: 'change', state: 'done' },
        ...{ name: 'Hello', content, base: { ...content, source: 'own', id: 'r1' }, lost: [] },
        ...{ isSent: true, after: { ...content, source: 'own', id: 'r1' } },
      },
      {
        ...{ run: 'run-1', position: 1, source: 'own', act: 'change', state: 'open' },
        ...{ name: 'Goodbye', content, lost: ['language'], needs: 0 },
      },
    ],
  },
  7: {
    contactWrites: [
      {
        ...{ id: 'w1', connectionId: 'chatwoot-1', contactId: '7', field: 'phone' },
        ...{ value: '+46701234567', before: '0701', after: '+46701234567', by: 'Jo' },
        ...{ source: { connectionId: 'chatra-1', contactId: 'c1' }, at: 8, sentAt: 8 },
        ...{ state: 'written', message: 'It is there.' },
      },
    ],
    indexMarks: [
      { connectionId: 'chatwoot-1', contactId: '7', from: 1, until: 9, stamp: 'a' },
      { connectionId: 'chatwoot-1', contactId: '', from: 1, until: 0, stamp: 'b' },
    ],
    indexedContacts: [{ number: 1, connectionId: 'chatwoot-1', contactId: '7' }],
    indexSegments: [
      {
        ...{ id: 1, isOpen: true, contacts: Uint32Array.of(1), times: Float64Array.of(2) },
        ...{ prints: Uint32Array.of(3), kinds: Uint8Array.of(0), connections: Uint8Array.of(0) },
        connectionIds: ['chatwoot-1'],
      },
    ],
    indexBlocks: [{ segment: 1, bucket: '', data: Uint8Array.of(1, 2, 3) }],
    indexState: [{ id: 'index', form: 1, epoch: 2, seeding: { table: 'messages' }, total: 1 }],
    cards: [
      {
        ...{ id: 'card-1', name: 'Orders', key: 'orders', origin: 'https://shop.example' },
        ...{ address: 'https://shop.example/c?email={email}', header: 'X-Key', createdAt: 8 },
        isManaged: false,
      },
    ],
    cardAnswers: [
      {
        ...{ cardId: 'card-1', connectionId: 'chatwoot-1', contactId: '7', updatedAt: 8 },
        ...{ sent: { email: 'ana@example.com' }, borrowed: {}, fetchedAt: 8 },
        content: {
          ...{ title: 'Orders', tables: [], dropped: 0, problems: [] },
          fields: [{ key: 'total', label: 'Total', value: { kind: 'number', amount: '3' } }],
        },
      },
    ],
  },
};
