import { PlatformTile } from './PlatformTile';
import type { SourceView } from './source-views';

interface PlatformTilesProps {
  views: readonly SourceView[];
  windowId: number;
  now: number;
}

/** The row of platforms: a tile per connection and per platform still to connect. */
export function PlatformTiles({ views, windowId, now }: PlatformTilesProps) {
  return (
    <ul
      aria-label="Platforms"
      className="grid max-h-[88px] grid-cols-[repeat(auto-fit,minmax(65px,1fr))] gap-1 overflow-y-auto px-3 py-2"
    >
      {views.map((view) => (
        <li key={view.key} className="grid min-w-0">
          <PlatformTile view={view} windowId={windowId} now={now} />
        </li>
      ))}
    </ul>
  );
}
