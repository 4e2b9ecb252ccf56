import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ContactRef } from '../../lib/model/ids';
import type { PanelSnapshot } from '../../lib/storage/panel-snapshot';
import { indexPlatforms, PlatformIndexContext } from './platform-index';

/** What the panel of one window shows right now. */
export interface PanelContextValue {
  windowId: number;
  /**
   * `contactRef` of the contact on screen; `addressRef` of the conversation if it is not known who that is.
   */
  anchor: ContactRef | undefined;
  snapshot: PanelSnapshot;
}

const PanelContext = createContext<PanelContextValue | undefined>(undefined);

/** What the panel shows. Only below `PanelProvider`; a new snapshot makes the caller render again. */
export function usePanel(): PanelContextValue {
  const panel = useContext(PanelContext);
  if (panel === undefined) throw new Error('no panel around');
  return panel;
}

/** The contact on screen, or the conversation's address in its place. Only where there is one of them. */
export function useAnchor(): ContactRef {
  const { anchor } = usePanel();
  if (anchor === undefined) throw new Error('nobody on screen');
  return anchor;
}

/**
 * Provides what the panel shows to everything below. Rows of long lists read only the platforms and
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
  // Each read brings new objects; only changed contents are a reason to render the timeline again.
  const contents = JSON.stringify([platforms, connections]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `contents` represents both
  const index = useMemo(() => indexPlatforms(platforms, connections), [contents]);
  return (
    <PanelContext value={panel}>
      <PlatformIndexContext value={index}>{children}</PlatformIndexContext>
    </PanelContext>
  );
}
