import type { Connection } from '../../lib/model/connection';
import type { Contact } from '../../lib/model/contact';
import type { Coverage } from '../../lib/model/coverage';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import type { ContactRef } from '../../lib/model/ids';
import { addressRef } from '../../lib/model/screen-address';
import type { PanelSnapshot } from '../../lib/storage/panel-snapshot';

/** Which screen the panel shows, with what that screen needs. */
export type PanelState =
  | { kind: 'starting' }
  | { kind: 'welcome' }
  | { kind: 'no-helpdesk' }
  | { kind: 'signed-out'; platform: PlatformDescriptor | undefined }
  | { kind: 'no-person'; platform: PlatformDescriptor | undefined }
  | { kind: 'not-connected'; platform: PlatformDescriptor | undefined; origin: string }
  | {
      kind: 'identifying';
      platform: PlatformDescriptor | undefined;
      /** The person's name as the page shows it. */
      name: string | undefined;
    }
  | {
      kind: 'unknown';
      platform: PlatformDescriptor | undefined;
      connection: Connection | undefined;
      problem: Coverage | undefined;
      /** `addressRef` of the conversation, for choosing by hand who it is. */
      address: ContactRef | undefined;
    }
  | { kind: 'person'; anchor: ContactRef; onScreen: Contact };

/** Picks the one screen that fits the snapshot. Pure. */
export function panelState(snapshot: PanelSnapshot): PanelState {
  const { screen } = snapshot;
  const platform = snapshot.platforms.find((entry) => entry.name === screen?.context.platform);
  if (snapshot.connections.length === 0) return { kind: 'welcome' };
  if (snapshot.tabId === undefined) return { kind: 'starting' };
  if (screen === undefined) return { kind: 'no-helpdesk' };
  if (screen.context.view === 'signed-out') return { kind: 'signed-out', platform };
  if (screen.phase === 'not-connected') {
    return { kind: 'not-connected', platform, origin: screen.origin };
  }
  if (screen.context.view === 'none' || screen.phase === 'no-person') {
    return { kind: 'no-person', platform };
  }
  const onScreen = snapshot.contacts[0];
  // The person who was opened by hand may have been forgotten since.
  if (screen.isOpenedByHand === true && onScreen === undefined) return { kind: 'no-helpdesk' };
  if (screen.anchor !== undefined && onScreen !== undefined) {
    return { kind: 'person', anchor: screen.anchor, onScreen };
  }
  if (screen.phase === 'unknown') {
    const connection = snapshot.connections.find((entry) => entry.id === screen.connectionId);
    return {
      kind: 'unknown',
      platform,
      connection,
      problem: screen.problem,
      address: addressRef(screen),
    };
  }
  return { kind: 'identifying', platform, name: screen.context.hints.name };
}

/** The person or the conversation that the parts of the panel are about. */
export function anchorOf(state: PanelState): ContactRef | undefined {
  if (state.kind === 'person') return state.anchor;
  return state.kind === 'unknown' ? state.address : undefined;
}
