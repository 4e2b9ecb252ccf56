import { lazy, Suspense } from 'react';
import { type Hotkey, useHotkey } from '../../hooks/use-hotkey';
import { usePalette } from '../palette/palette-store';
import { useEverywhereStore } from './everywhere-store';

const LazyEverywhereDialog = lazy(async () => ({
  default: (await import('./EverywhereDialog')).EverywhereDialog,
}));

const openKey: Hotkey = { key: 'f', isCommand: true, isShifted: true };

function openByKey(): void {
  // A question that is open has to be answered first.
  if (document.querySelector('[role="alertdialog"]') !== null) return;
  usePalette.getState().close();
  useEverywhereStore.getState().open();
}

/** Opens the search over everything stored when it is asked for, also by its keys. */
export function EverywhereOpener() {
  const isOpen = useEverywhereStore((store) => store.isOpen);
  useHotkey(openKey, openByKey);
  if (!isOpen) return null;
  return (
    <Suspense>
      <LazyEverywhereDialog />
    </Suspense>
  );
}
