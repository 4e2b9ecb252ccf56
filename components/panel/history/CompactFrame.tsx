import type { ReactNode } from 'react';
import { useCompactView } from './compact-view';

/**
 * The panel of a person. While its timeline is read, everything in it with the class `gives-way` is hidden.
 */
export function CompactFrame({ children }: { children: ReactNode }) {
  const isCompact = useCompactView((view) => view.isCompact);
  return (
    <div data-compact={isCompact || undefined} className="flex h-full flex-col">
      {children}
    </div>
  );
}
