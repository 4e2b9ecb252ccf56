import { type CoverageWords, coverageWords } from '../../../lib/coverage/coverage-words';
import type { Connection } from '../../../lib/model/connection';
import type { Contact } from '../../../lib/model/contact';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { SourceRow } from '../../../lib/model/screen';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';

/** One tile: a connection, or a platform without any. */
export interface SourceView {
  key: string;
  platform: PlatformDescriptor;
  connection: Connection | undefined;
  /** The connection's own label where a platform has several, else the platform's. */
  label: string;
  source: SourceRow | undefined;
  words: CoverageWords;
  /** Contacts of this connection that are the person. */
  contacts: Contact[];
}

/**
 * One view per connection, in the order of the platforms, plus one per platform without any. `now` in epoch
 * ms. Connections that the worker has not started on count as being searched.
 */
export function sourceViews(snapshot: PanelSnapshot, now: number): SourceView[] {
  return snapshot.platforms.flatMap((platform) => {
    const own = snapshot.connections.filter((entry) => entry.platform === platform.name);
    if (own.length === 0) return [unconnected(platform, now)];
    return own.map((connection) => {
      const label = own.length > 1 ? connection.label : platform.label;
      return connected(snapshot, { platform, connection, label, now });
    });
  });
}

function unconnected(platform: PlatformDescriptor, now: number): SourceView {
  return {
    key: platform.name,
    platform,
    connection: undefined,
    label: platform.label,
    source: undefined,
    words: coverageWords(
      { state: 'not-connected', dropped: 0, checkedAt: now },
      { platformLabel: platform.label, now, phase: 'settled' },
    ),
    contacts: [],
  };
}

interface Connected {
  platform: PlatformDescriptor;
  connection: Connection;
  label: string;
  /** Epoch ms. */
  now: number;
}

function connected(
  snapshot: PanelSnapshot,
  { platform, connection, label, now }: Connected,
): SourceView {
  const source = snapshot.sources.find((row) => row.connectionId === connection.id);
  return {
    key: connection.id,
    platform,
    connection,
    label,
    source,
    words: coverageWords(source?.coverage, {
      platformLabel: label,
      now,
      phase: source?.phase ?? 'finding',
    }),
    contacts: snapshot.contacts.filter((contact) => contact.connectionId === connection.id),
  };
}

/** Epoch ms; everything shown was checked then or later. `undefined` while nothing has settled. */
export function freshSince(views: readonly SourceView[]): number | undefined {
  const times = views.flatMap(({ source }) =>
    source?.phase === 'settled' ? [source.coverage?.checkedAt ?? source.updatedAt] : [],
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

/** The views for which older items can be requested. */
export function withOlderItems(views: readonly SourceView[]): SourceView[] {
  return views.filter((view) => view.source?.coverage?.more === true);
}

/** True while the worker is still searching or loading for any of them. */
export function isBusy(views: readonly SourceView[]): boolean {
  return views.some((view) => view.words.tone === 'busy');
}
