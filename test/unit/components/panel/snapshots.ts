import type { Connection } from '../../../../lib/model/connection';
import type { Contact } from '../../../../lib/model/contact';
import type { PlatformDescriptor } from '../../../../lib/model/descriptor';
import type { ScreenRow, SourceRow } from '../../../../lib/model/screen';
import type { PanelSnapshot } from '../../../../lib/storage/panel-snapshot';
import { ref } from '../../refs';

/** A made-up platform with everything that must be there. */
export function platform(name: string, label: string): PlatformDescriptor {
  return {
    name,
    label,
    colour: { light: '#123456', dark: '#abcdef' },
    icon: `icons/${name}.svg`,
    capabilities: { find: 'api', history: 'api' },
    form: [],
    keyHelp: '',
    rights: [],
    limits: [],
  };
}

export function connection(id: string, platformName: string, label: string): Connection {
  return {
    id,
    platform: platformName,
    label,
    apiOrigin: 'https://desk.example',
    pageOrigin: 'https://desk.example',
    transport: 'direct',
    health: { state: 'ok' },
    facts: {},
    fields: {},
    createdAt: 0,
  };
}

export function contact(given: Partial<Contact> = {}): Contact {
  return {
    connectionId: 'cw',
    id: '1',
    platform: 'chatwoot',
    name: 'Ana Souza',
    emails: ['ana@example.com'],
    phones: [],
    emailKeys: ['ana@example.com'],
    phoneKeys: [],
    externalIds: [],
    fetchedAt: 0,
    ...given,
  };
}

export function screenRow(given: Partial<ScreenRow> = {}): ScreenRow {
  return {
    tabId: 7,
    subject: 's',
    round: 1,
    windowId: 1,
    context: {
      platform: 'chatwoot',
      view: 'person',
      hints: { emails: [], phones: [], name: 'Ana' },
      composer: 'reply',
    },
    origin: 'https://desk.example',
    connectionId: 'cw',
    anchor: ref('cw/1'),
    phase: 'identified',
    ...given,
  };
}

export function source(given: Partial<SourceRow> = {}): SourceRow {
  return {
    anchor: ref('cw/1'),
    connectionId: 'cw',
    phase: 'settled',
    coverage: { state: 'complete', dropped: 0, checkedAt: 0 },
    contactIds: ['1'],
    updatedAt: 0,
    ...given,
  };
}

/** A frame with one connected platform, one unconnected, and a person on screen. */
export function panelSnapshot(given: Partial<PanelSnapshot> = {}): PanelSnapshot {
  return {
    tabId: 1,
    screen: screenRow(),
    platforms: [platform('chatwoot', 'Chatwoot'), platform('kustomer', 'Kustomer')],
    connections: [connection('cw', 'chatwoot', 'Support')],
    sources: [source()],
    contacts: [contact()],
    ...given,
  };
}
