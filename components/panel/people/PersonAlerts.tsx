import type { Frame } from '../../../lib/storage/panel-queries';

interface PersonAlertsProps {
  frame: Frame;
  anchor: string;
  windowId: number;
}

/** What must not be missed about who this is and where else they write right now. */
export function PersonAlerts(_props: PersonAlertsProps) {
  return null;
}
