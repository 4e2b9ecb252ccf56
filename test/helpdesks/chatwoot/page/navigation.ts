import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** Goes to another address of the dashboard without loading the page, as vue-router does. */
export function navigate(path: string): void {
  history.pushState({}, '', path);
  for (const listener of listeners) listener();
}

/** The current path, following `navigate` and the browser's back and forward. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
