import { Suspense } from 'react';
import type { Frame } from '../../../lib/storage/panel-queries';
import { LazyPeoplePart } from './LazyPeoplePart';

interface PersonAlertsProps {
  frame: Frame;
  anchor: string;
  windowId: number;
}

/** What must not be missed about who this is and where else they write right now. */
export function PersonAlerts(props: PersonAlertsProps) {
  return (
    <Suspense>
      <LazyPeoplePart part="alerts" {...props} />
    </Suspense>
  );
}
