import { t } from '@lingui/core/macro';
import DatabaseZap from 'lucide-react/icons/database-zap';
import { Button } from '../ui/Button';
import { StateScreen } from '../ui/StateScreen';

/** Names of errors in the panel itself: the storage has nothing to do with them. */
const faults = /^(Type|Range|Reference)Error$/;

/** Says what broke, by the name of the error, and what to do. */
export function PanelFailure({ failure }: { failure: string }) {
  const isFault = faults.test(failure);
  return (
    <StateScreen
      icon={DatabaseZap}
      tone="bad"
      title={isFault ? t`The panel ran into a fault` : t`The panel can’t read its data`}
      text={
        isFault
          ? t`Something in Deskside went wrong (${failure}). Nothing in your helpdesks is affected and nothing stored is lost.`
          : t`The browser’s storage for Deskside did not open (${failure}). Nothing in your helpdesks is affected. If this happens again, free some disk space and restart the browser.`
      }
    >
      <Button
        variant="primary"
        onClick={() => window.location.reload()}
      >{t`Reload the panel`}</Button>
    </StateScreen>
  );
}
