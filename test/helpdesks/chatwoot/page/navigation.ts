import { useSyncExternalStore } from 'react';
import { leavePane, turn } from '../../core/left-pane';
import { type PaneSwitches, paneDefaults } from '../../core/panes';

const listeners = new Set<() => void>();
let panes: PaneSwitches = paneDefaults;
/** The path whose content is on screen; the address may follow it, or be ahead of it. */
let shown = location.pathname;

/** How this dashboard changes to another address. */
export function setPanes(options: PaneSwitches): void {
  panes = options;
}

/** Goes to another address of the dashboard without loading the page, as vue-router does. */
export function navigate(path: string): void {
  leavePane(panes.leftPane);
  turn(
    panes,
    () => history.pushState({}, '', path),
    () => show(path),
  );
}

/** The path that is shown, following `navigate` and the browser's back and forward. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => shown);
}

function show(path: string): void {
  shown = path;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const follow = () => show(location.pathname);
  listeners.add(listener);
  window.addEventListener('popstate', follow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', follow);
  };
}
