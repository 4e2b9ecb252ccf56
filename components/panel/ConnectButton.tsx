import { Plug } from 'lucide-react';
import type { PlatformDescriptor } from '../../lib/model/descriptor';
import { Button } from '../ui/Button';
import { usePanelCommand } from './use-panel-command';

/** Leads to the form that connects a platform, or to the choice of one. */
export function ConnectButton({
  platform,
  label,
}: {
  platform: PlatformDescriptor | undefined;
  label: string;
}) {
  const send = usePanelCommand();
  return (
    <Button
      look="primary"
      className="h-8 px-3 text-13"
      onClick={() => send('panel.connect', platform ? { platform: platform.name } : {})}
    >
      <Plug size={14} aria-hidden /> {label}
    </Button>
  );
}
