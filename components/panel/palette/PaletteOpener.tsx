import { lazy, Suspense, useCallback } from 'react';
import { type Hotkey, useHotkey } from '../../hooks/use-hotkey';
import { useEverywhereStore } from '../everywhere/everywhere-store';
import { usePalette } from './palette-store';

const LazyCommandPalette = lazy(async () => ({
  default: (await import('./CommandPalette')).CommandPalette,
}));
const LazyShortcutSheet = lazy(async () => ({
  default: (await import('./ShortcutSheet')).ShortcutSheet,
}));

const paletteKey: Hotkey = { key: 'k', isCommand: true };
const sheetKey: Hotkey = { key: '?' };

/** Opens the command palette and the sheet of shortcuts when their keys are pressed. */
export function PaletteOpener() {
  const { shown, show, close } = usePalette();
  const toggle = useCallback(() => {
    // A question that is open has to be answered first.
    if (document.querySelector('[role="alertdialog"]') !== null) return;
    useEverywhereStore.getState().close();
    if (shown === 'commands') close();
    else show('commands');
  }, [shown, show, close]);
  const showSheet = useCallback(() => show('shortcuts'), [show]);
  useHotkey(paletteKey, toggle);
  useHotkey(sheetKey, showSheet);
  return (
    <Suspense>
      {shown === 'commands' && <LazyCommandPalette />}
      {shown === 'shortcuts' && <LazyShortcutSheet />}
    </Suspense>
  );
}
