import { lazy, Suspense } from 'react';
import { type Hotkey, useHotkey } from '../../hooks/use-hotkey';
import { useEverywhereStore } from './everywhere-store';

const LazyEverywhereDialog = lazy(async () => ({
  default: (await import('./EverywhereDialog')).EverywhereDialog,
}));

const openKey: Hotkey = { key: 'f', isCommand: true, isShifted: true };

/** Has the search over everything held open when it is asked for, by its keys too. */
export function EverywhereOpener() {
  const isOpen = useEverywhereStore((store) => store.isOpen);
  const open = useEverywhereStore((store) => store.open);
  useHotkey(openKey, open);
  if (!isOpen) return null;
  return (
    <Suspense>
      <LazyEverywhereDialog />
    </Suspense>
  );
}
