import { Composers } from './composers';
import { Conversation } from './conversation';
import type { PageConversation, PageCustomer, PageSettings } from './data';
import { cls } from './names';
import { Smartbar } from './smartbar';

/** A customer's timeline with one conversation open, and the customer's attributes. */
export function CustomerPage(props: {
  customer: PageCustomer;
  eventId: string | undefined;
  settings: PageSettings;
  onSent: () => void;
}) {
  const { customer, settings } = props;
  const open = openConversation(customer, props.eventId);
  return (
    <>
      <main className={cls('timeline')}>
        <header className={cls('timeline-head')}>
          <h1 dir="auto">{customer.name}</h1>
          <span>Timeline</span>
        </header>
        <div className={cls('cards')}>
          {customer.conversations.map((conversation) => (
            <Conversation
              key={conversation.id}
              customer={customer}
              conversation={conversation}
              open={conversation.id === open?.id}
            />
          ))}
          {customer.conversations.length === 0 && (
            <p className={cls('nothing')}>Nothing has happened with this customer yet.</p>
          )}
        </div>
        {open !== undefined && (
          <Composers
            key={open.id}
            conversation={open}
            to={customer.emails[0] ?? customer.phones[0] ?? customer.name}
            settings={settings}
            noteToo
            onSent={props.onSent}
          />
        )}
      </main>
      <Smartbar customer={customer} />
    </>
  );
}

/** The conversation an address opens: the named one, or that of the named item, or the newest. */
export function openConversation(
  customer: PageCustomer,
  eventId: string | undefined,
): PageConversation | undefined {
  return (
    customer.conversations.find(({ id }) => id === eventId) ??
    customer.conversations.find(({ items }) => items.some(({ id }) => id === eventId)) ??
    customer.conversations[0]
  );
}
