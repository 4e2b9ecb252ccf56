import { useCallback } from 'react';
import type { TimelineRow } from '../../../lib/timeline/build';
import { type Place, placeOf } from '../../../lib/timeline/places';
import { usePlaceStore } from '../history/place-store';

/**
 * Goes to the newest item of a stretch of time (epoch ms), or the nearest to it, and says where that
 * is; `undefined` when the list holds no item.
 */
export function useJumpToTime(
  rows: readonly TimelineRow[],
): (stretch: { start: number; end: number }) => Place | undefined {
  return useCallback(
    (stretch) => {
      const place = placeOf(rows, stretch);
      if (place !== undefined) usePlaceStore.getState().jumpTo(place.key);
      return place;
    },
    [rows],
  );
}
