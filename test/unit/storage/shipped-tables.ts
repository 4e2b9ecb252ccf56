/** The tables of each version as it was shipped; never to be changed. A new version adds its own. */
const shipped: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  1: {
    platforms: 'name',
    connections: 'id, platform',
    contacts: '[connectionId+id], connectionId, *emailKeys, *phoneKeys, *externalIds',
    conversations: '[connectionId+id], [connectionId+contactId]',
    messages: '[connectionId+id], [connectionId+contactId], [connectionId+conversationId]',
    lookups: '[connectionId+identifier]',
    histories: '[connectionId+contactId]',
    directories: 'connectionId',
    screens: 'tabId, windowId',
    windows: 'windowId',
    sightings: '[connectionId+address]',
    sources: '[anchor+connectionId], anchor',
  },
  2: {
    views: 'anchor, viewedAt',
    links: '[a+b], a, b',
    messages:
      '[connectionId+id], [connectionId+contactId], [connectionId+conversationId], [connectionId+contactId+sentAt]',
  },
  3: {
    contacts:
      '[connectionId+id], connectionId, *emailKeys, *phoneKeys, *externalIds, name, *phoneTails',
    suggestions: '[anchor+contact], anchor',
    peopleSearches: '[windowId+connectionId], windowId',
    replies: '[source+id], source',
    replySources: 'source',
    usage: '[source+id]',
    notes: 'id, *contacts',
    replicas: '[noteId+contact], noteId, contact, connectionId, state',
    nativeNotes: '[connectionId+contactId+id], [connectionId+contactId]',
    noteDrafts: '[anchor+noteId], anchor',
  },
  4: { replyDrafts: 'source', fillDrafts: '[subject+reply], connectionId, updatedAt' },
  5: {
    messages:
      '[connectionId+id], [connectionId+contactId], [connectionId+conversationId], [connectionId+contactId+sentAt], [connectionId+contactId+kind]',
  },
  6: {
    replies: '[source+id], source, [source+title]',
    replyVersions: '++key, [source+id], [source+keptAt], source, crossedAt',
    bulkRuns: 'id, state',
    bulkItems: '[run+position], run, [run+state], source',
  },
  7: {
    contactWrites: 'id, at, state, connectionId, [connectionId+contactId]',
    indexMarks: '[connectionId+contactId]',
    indexedContacts: '++number, &[connectionId+contactId]',
    indexSegments: 'id',
    indexBlocks: '[segment+bucket]',
    indexState: 'id',
    cards: 'id',
    cardAnswers: '[cardId+connectionId+contactId], cardId, [connectionId+contactId], updatedAt',
  },
};

/** All versions that were shipped. */
export const versions = Object.keys(shipped).map(Number);

/** All tables of a version. */
export function tablesOf(version: number): Record<string, string> {
  const upTo = versions.filter((each) => each <= version).map((each) => shipped[each]);
  return Object.assign({}, ...upTo);
}
