import { useSyncExternalStore } from 'react';
import { leavePane, turn } from '../../core/left-pane';
import { type PaneSwitches, paneDefaults } from '../../core/panes';

export type Route =
  | { view: 'customer'; customerId: string; eventId: string | undefined }
  | { view: 'conversation'; conversationId: string }
  | { view: 'popout'; conversationId: string }
  | { view: 'list'; title: string }
  | { view: 'settings' };

const id = '([0-9a-f]{24})';
const customer = new RegExp(`^/app/(?:.*/)?customers/${id}(?:/event/${id})?`);
const conversation = new RegExp(`^/app/conversations/${id}`);
const popout = new RegExp(`^/app/popout/${id}`);

/** What the path of an address shows. */
export function routeOf(path: string): Route {
  const shown = customer.exec(path);
  if (shown?.[1] !== undefined) {
    return { view: 'customer', customerId: shown[1], eventId: shown[2] };
  }
  const single = conversation.exec(path)?.[1];
  if (single !== undefined) return { view: 'conversation', conversationId: single };
  const window = popout.exec(path)?.[1];
  if (window !== undefined) return { view: 'popout', conversationId: window };
  if (path.startsWith('/app/search')) return { view: 'list', title: 'Search results' };
  if (path === '/app' || path.startsWith('/app/customers')) {
    return { view: 'list', title: 'All customers' };
  }
  return { view: 'settings' };
}

export function pathTo(customerId: string, conversationId?: string): string {
  const base = `/app/customers/${customerId}`;
  return conversationId === undefined ? base : `${base}/event/${conversationId}`;
}

// Going to an address by script raises no event, so the page notifies itself.
const moves = new EventTarget();

let panes: PaneSwitches = paneDefaults;
/** The path whose content is on screen; the address may follow it, or be ahead of it. */
let drawn = location.pathname;

/** How this app changes to another address. */
export function setPanes(options: PaneSwitches): void {
  panes = options;
}

/** Goes to an address without loading a page. */
export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') {
    history.replaceState(null, '', path);
    draw(path);
    return;
  }
  leavePane(panes.leftPane);
  turn(
    panes,
    () => history.pushState(null, '', path),
    () => draw(path),
  );
}

function draw(path: string): void {
  drawn = path;
  moves.dispatchEvent(new Event('move'));
}

/** The path that is shown; changes with the history. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => drawn);
}

function subscribe(changed: () => void): () => void {
  moves.addEventListener('move', changed);
  const follow = () => draw(location.pathname);
  window.addEventListener('popstate', follow);
  return () => {
    moves.removeEventListener('move', changed);
    window.removeEventListener('popstate', follow);
  };
}
