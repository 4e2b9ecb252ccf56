import type { ReactNode } from 'react';
import { Avatar } from './avatar';
import type { PageCustomer } from './data';
import { cls } from './names';
import { date } from './times';

/** The customer's attributes on the right. */
export function Smartbar({ customer }: { customer: PageCustomer }) {
  const open = customer.conversations.filter(({ status }) => status === 'open').length;
  return (
    <aside className={cls('smartbar')}>
      <div className={cls('who')}>
        <Avatar name={customer.name} colour={customer.colour} size="large" />
        <strong dir="auto">{customer.name}</strong>
        {customer.company !== '' && <span>{customer.company}</span>}
      </div>
      <div className={cls('figures')}>
        <span>
          <b>{customer.conversations.length}</b> conversations
        </span>
        <span>
          <b>{open}</b> open
        </span>
      </div>
      <h3>Details</h3>
      <dl>
        {customer.emails.map((email) => (
          <Detail key={email} name="Email">
            <a href={`mailto:${email}`}>{email}</a>
          </Detail>
        ))}
        {customer.phones.map((phone) => (
          <Detail key={phone} name="Phone">
            <a href={`tel:${phone}`}>{phone}</a>
          </Detail>
        ))}
        {customer.place !== '' && <Detail name="Location">{customer.place}</Detail>}
        {customer.externalId !== '' && <Detail name="External ID">{customer.externalId}</Detail>}
        <Detail name="Customer since">{date(customer.since)}</Detail>
      </dl>
      {customer.custom.length > 0 && <h3>Attributes</h3>}
      <dl>
        {customer.custom.map(([name, value]) => (
          <Detail key={name} name={labelOf(name)}>
            {value}
          </Detail>
        ))}
      </dl>
    </aside>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={cls('detail')}>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function labelOf(attribute: string): string {
  const words = attribute
    .replace(/(?:Str|Txt|Num|At|Bool|Url|Id)$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
