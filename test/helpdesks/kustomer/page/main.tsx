import { useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { openConversation } from './customer-page';
import { loadCustomer, loadOwner, type PageSettings, post } from './data';
import { navigate, routeOf, setPanes } from './routes';

const settings: PageSettings = JSON.parse(document.getElementById('settings')?.textContent ?? '{}');
if (settings.panes !== undefined) setPanes(settings.panes);
const changed = new EventTarget();
let version = 0;

function refresh(): void {
  version += 1;
  changed.dispatchEvent(new Event('change'));
}

function subscribe(listener: () => void): () => void {
  changed.addEventListener('change', listener);
  return () => changed.removeEventListener('change', listener);
}

function Root() {
  return <App settings={settings} version={useSyncExternalStore(subscribe, () => version)} />;
}

/** A message of the customer arrives in the conversation that is open. */
async function receive(text: string): Promise<void> {
  const conversationId = await openId();
  if (conversationId === undefined) throw new Error('no conversation is open');
  await post('receive', { conversationId, kind: 'reply', text });
  refresh();
}

async function openId(): Promise<string | undefined> {
  const route = routeOf(location.pathname);
  if (route.view === 'conversation' || route.view === 'popout') return route.conversationId;
  if (route.view !== 'customer') return undefined;
  const customer = await loadCustomer(route.customerId);
  return customer && openConversation(customer, route.eventId)?.id;
}

// For tests; the real page has nothing like it.
Object.assign(window, { emulator: { receive, navigate, refresh, owner: loadOwner } });
window.addEventListener('focus', refresh);

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Root />);
