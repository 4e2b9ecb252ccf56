/** Rows as each version wrote them, with the fields it knew; never to be changed. */
export const shippedRows: Readonly<Record<number, Readonly<Record<string, readonly object[]>>>> = {
  1: {
    contacts: [
      {
        ...{ connectionId: 'chatwoot-1', id: '7', platform: 'chatwoot', name: 'Ana Lind' },
        ...{ placeholderName: 'Visitor #12', avatarUrl: 'https://desk.example/a.png' },
        ...{ emails: ['Ana@Example.com'], phones: ['070-123 45 67'] },
        ...{ emailKeys: ['ana@example.com'], phoneKeys: ['+46701234567'], externalIds: ['u-1'] },
        ...{ company: 'Lamps', language: 'sv', timeZone: 'Europe/Stockholm', location: 'Lund' },
        ...{ lastSeenAt: 5, conversationCount: 2, url: 'https://desk.example/7', fetchedAt: 6 },
      },
      {
        ...{ connectionId: 'chatra-1', id: 'c1', platform: 'chatra', handle: 'secret' },
        ...{ emails: [], phones: [], emailKeys: [], phoneKeys: [], externalIds: [], fetchedAt: 6 },
      },
    ],
    conversations: [
      {
        ...{ connectionId: 'chatwoot-1', id: '5', contactId: '7', subject: 'Lamp' },
        ...{ channel: 'E-mail', status: 'resolved', assignee: 'Jo', createdAt: 1 },
        ...{ lastActivityAt: 3, url: 'https://desk.example/5' },
      },
      { connectionId: 'chatra-1', id: 'c1', contactId: 'c1', status: 'unknown' },
    ],
    messages: [
      {
        ...{ connectionId: 'chatwoot-1', id: '9', contactId: '7', conversationId: '5' },
        ...{ kind: 'message', direction: 'in', author: { name: 'Ana', role: 'contact' } },
        ...{ text: 'It is broken', subject: 'Lamp', sentAt: 2, timeQuality: 'exact', sequence: 1 },
        attachments: [{ name: 'a.png', url: 'https://desk.example/a', kind: 'image', size: 3 }],
        ...{ deleted: false, edited: true, deliveryError: 'bounced' },
      },
    ],
    lookups: [
      {
        ...{ connectionId: 'chatwoot-1', identifier: 'email:ana@example.com' },
        ...{ contactIds: ['7'], checkedAt: 1 },
      },
    ],
    histories: [
      {
        ...{ connectionId: 'chatwoot-1', contactId: '7', cursor: 'older', fetchedAt: 3 },
        coverage: { state: 'partial', reason: 'more-on-platform', dropped: 1, checkedAt: 3 },
      },
    ],
  },
  2: {
    views: [{ anchor: 'chatwoot-1/7', viewedAt: 4 }],
    links: [{ a: 'chatra-1/c1', b: 'chatwoot-1/7', at: 4, by: 'Jo' }],
  },
  3: {
    links: [
      { a: 'chaport-1/x', b: 'chatwoot-1/7', at: 5, verdict: 'unlinked' },
      { a: 'chatra-1/c1', b: 'chatwoot-1/7', at: 4, by: 'Jo', verdict: 'same' },
    ],
    replies: [
      {
        ...{ source: 'own', id: 'r1', title: 'Hello', shortcut: 'hi', tags: ['greeting'] },
        ...{ body: 'Hello {{contact.first_name}}', language: 'en', platforms: ['chatwoot'] },
        ...{ variants: [{ language: 'sv', body: 'Hej' }], audience: 'customer', updatedAt: 5 },
      },
    ],
    usage: [{ source: 'own', id: 'r1', count: 3, lastUsedAt: 5 }],
    notes: [
      {
        ...{ id: 'n1', revision: 2, text: 'VIP', author: 'Jo', at: 5, contacts: ['chatwoot-1/7'] },
        ...{ pinned: true, urgency: 'urgent', scope: { kind: 'everywhere' }, createdAt: 4 },
        ...{ createdBy: 'Sam', versions: [{ revision: 1, text: 'V', author: 'Sam', at: 4 }] },
      },
    ],
    replicas: [
      {
        ...{ noteId: 'n1', contact: 'chatwoot-1/7', connectionId: 'chatwoot-1', remoteId: '3' },
        ...{ revision: 2, state: 'delivered', updatedAt: 5, seenAt: 5 },
      },
    ],
    nativeNotes: [
      {
        ...{ connectionId: 'chaport-1', contactId: 'x', id: 'text', kind: 'free-text' },
        ...{ text: 'Likes blue', fetchedAt: 5 },
      },
    ],
    noteDrafts: [{ anchor: 'chatwoot-1/7', noteId: '', text: 'to be', updatedAt: 5 }],
  },
  4: {
    replyDrafts: [
      {
        ...{ source: 'own', updatedAt: 6 },
        draft: {
          ...{ source: 'own', id: 'r1', title: 'Hello', shortcut: 'hi', body: 'Hello' },
          ...{ tags: 'a, b', language: '', variants: [], platforms: [], audience: '' },
        },
      },
    ],
    fillDrafts: [
      {
        ...{ subject: 's', reply: 'own/r1', connectionId: 'chatwoot-1', body: 'Hello' },
        ...{ answers: [['order', '42']], updatedAt: 6 },
      },
    ],
  },
};
