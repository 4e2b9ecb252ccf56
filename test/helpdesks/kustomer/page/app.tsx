import { useEffect, useState } from 'react';
import { Composers } from './composers';
import { CustomerList } from './customer-list';
import { CustomerPage, openConversation } from './customer-page';
import {
  type ListEntry,
  loadCustomer,
  loadList,
  type PageCustomer,
  type PageSettings,
} from './data';
import { cls } from './names';
import { Rail } from './rail';
import { routeOf, usePath } from './routes';
import { useShown } from './shown';

/** The whole web app. `version` grows when the data behind it changed. */
export function App({ settings, version }: { settings: PageSettings; version: number }) {
  const path = usePath();
  const route = routeOf(path);
  const shown = useShown(route, settings);
  const [sent, setSent] = useState(0);
  const [entries, setEntries] = useState<ListEntry[]>([]);
  const customer = useCustomer(shown.customerId, version + sent);
  const renewed = () => setSent((count) => count + 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent or received moves the list
  useEffect(() => {
    void loadList().then((list) => setEntries(list ?? []));
  }, [version, sent]);
  useEffect(() => {
    document.title = customer === undefined ? 'Kustomer' : `${customer.name} · Kustomer`;
  }, [customer]);

  if (route.view === 'popout') {
    const conversation = customer && openConversation(customer, shown.eventId);
    return conversation === undefined ? null : (
      <Composers
        conversation={conversation}
        to={customer?.name ?? ''}
        settings={settings}
        noteToo={false}
        onSent={renewed}
      />
    );
  }
  return (
    <div className={cls('app')}>
      <Rail path={path} agent={settings.agent} />
      {route.view !== 'settings' && (
        <CustomerList
          title={route.view === 'list' ? route.title : 'All customers'}
          entries={entries}
          shown={shown.customerId ?? ''}
        />
      )}
      {customer === undefined ? (
        <Empty view={route.view} />
      ) : (
        <CustomerPage
          key={customer.id}
          customer={customer}
          eventId={shown.eventId}
          settings={settings}
          onSent={renewed}
        />
      )}
    </div>
  );
}

/** The customer with this id; undefined while another one or none is there. */
function useCustomer(id: string | undefined, version: number): PageCustomer | undefined {
  const [customer, setCustomer] = useState<PageCustomer>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the same customer
  useEffect(() => {
    let wanted = true;
    if (id === undefined) return;
    void loadCustomer(id).then((loaded) => {
      if (wanted) setCustomer(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [id, version]);
  return customer?.id === id ? customer : undefined;
}

function Empty({ view }: { view: string }) {
  const text = {
    settings: 'Settings',
    list: 'Choose a customer to see the timeline.',
  }[view];
  return (
    <main className={cls('empty')}>
      <p>{text ?? 'Loading…'}</p>
    </main>
  );
}
