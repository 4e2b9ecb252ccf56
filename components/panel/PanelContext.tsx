import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ContactRef } from '../../lib/model/ids';
import type { PanelSnapshot } from '../../lib/storage/panel-snapshot';
import { indexPlatforms, PlatformIndexContext } from './platform-index';

/** What the panel of one window shows right now. */
export interface PanelContextValue {
  windowId: number;
  /**
   * `contactRef` of the contact on screen; `addressRef` of the conversation where nobody can tell
   * who that is.
   */
  anchor: ContactRef | undefined;
  snapshot: PanelSnapshot;
}

const PanelContext = createContext<PanelContextValue | undefined>(undefined);

/** What the panel shows. Only below `PanelProvider`; another snapshot has the caller drawn anew. */
export function usePanel(): PanelContextValue {
  const panel = useContext(PanelContext);
  if (panel === undefined) throw new Error('no panel around');
  return panel;
}

/** The contact on screen, or what stands for it. Only where there is one. */
export function useAnchor(): ContactRef {
  const { anchor } = usePanel();
  if (anchor === undefined) throw new Error('nobody on screen');
  return anchor;
}

/**
 * Gives everything below what the panel shows. Rows of long lists read only the platforms and
 * connections, which stay the same objects from one snapshot to the next.
 */
export function PanelProvider({
  windowId,
  anchor,
  snapshot,
  children,
}: PanelContextValue & { children: ReactNode }) {
  const panel = useMemo(() => ({ windowId, anchor, snapshot }), [windowId, anchor, snapshot]);
  const { platforms, connections } = snapshot;
  // Each reading brings new objects; only other contents are a reason to make the timeline anew.
  const contents = JSON.stringify([platforms, connections]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `contents` stands for both
  const index = useMemo(() => indexPlatforms(platforms, connections), [contents]);
  return (
    <PanelContext value={panel}>
      <PlatformIndexContext value={index}>{children}</PlatformIndexContext>
    </PanelContext>
  );
}
