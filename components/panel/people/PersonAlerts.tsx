import { lazy, Suspense } from 'react';
import type { Frame } from '../../../lib/storage/panel-queries';

// The timeline is there first: what this says takes a reading of its own.
const AlertList = lazy(async () => ({ default: (await import('./AlertList')).AlertList }));

interface PersonAlertsProps {
  frame: Frame;
  anchor: string;
  windowId: number;
}

/** What must not be missed about who this is and where else they write right now. */
export function PersonAlerts(props: PersonAlertsProps) {
  return (
    <Suspense>
      <AlertList key={props.anchor} {...props} />
    </Suspense>
  );
}
