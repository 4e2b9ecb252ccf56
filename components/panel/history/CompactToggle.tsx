import { t } from '@lingui/core/macro';
import ChevronsDown from 'lucide-react/icons/chevrons-down';
import ChevronsUp from 'lucide-react/icons/chevrons-up';
import { type Hotkey, useHotkey } from '../../hooks/use-hotkey';
import { IconButton } from '../../ui/IconButton';
import { useCompactView } from './compact-view';
import { setCompact, useGivingWay } from './use-giving-way';

const toggleKey: Hotkey = { key: 'i' };

/** Hides and shows what is above the timeline, also by its key; without a timeline it does nothing. */
export function CompactToggle() {
  const isCompact = useCompactView((view) => view.isCompact);
  const hasList = useCompactView((view) => view.scroller !== null);
  const toggle = () => setCompact(!useCompactView.getState().isCompact);
  useGivingWay();
  useHotkey(toggleKey, toggle, hasList);
  if (!hasList) return null;
  return (
    <IconButton
      icon={isCompact ? ChevronsDown : ChevronsUp}
      label={t`Upper part of the panel`}
      title={isCompact ? t`Show the upper part (press i)` : t`Hide the upper part (press i)`}
      aria-keyshortcuts="i"
      aria-expanded={!isCompact}
      onClick={toggle}
      className="mt-0.5 bg-transparent!"
    />
  );
}
