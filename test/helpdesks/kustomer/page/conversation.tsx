import { useLayoutEffect, useRef } from 'react';
import { Avatar } from './avatar';
import type { PageConversation, PageCustomer, PageItem } from './data';
import { Icon } from './icons';
import { Link } from './link';
import { cls } from './names';
import { pathTo } from './routes';
import { full, short } from './times';

/** A conversation on the timeline: a line, or with everything that was said when it is open. */
export function Conversation(props: {
  customer: PageCustomer;
  conversation: PageConversation;
  open: boolean;
}) {
  const { customer, conversation, open } = props;
  const last = conversation.items.at(-1);
  return (
    <article className={cls('card', open ? 'card-open' : '')}>
      <Link to={pathTo(customer.id, conversation.id)} className={cls('card-head')} current={open}>
        <span className={cls('card-icon')}>
          <Icon name={conversation.channel} size={15} />
        </span>
        <span className={cls('card-title')}>
          <strong dir="auto">{conversation.subject}</strong>
          <small dir="auto">{open ? conversation.assignee : last?.text.slice(0, 90)}</small>
        </span>
        <span className={cls('pill', `pill-${conversation.status}`)}>{conversation.status}</span>
        <time title={full(conversation.at)}>{short(conversation.at)}</time>
      </Link>
      {open && <Items customer={customer} conversation={conversation} />}
    </article>
  );
}

function Items(props: { customer: PageCustomer; conversation: PageConversation }) {
  const { customer, conversation } = props;
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further item scrolls down to it
  useLayoutEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [conversation.items.length]);
  return (
    <div className={cls('items')}>
      {conversation.tags.length > 0 && (
        <p className={cls('tags')}>
          {conversation.tags.map((tag) => (
            <span key={tag}>{tag}</span>
          ))}
        </p>
      )}
      {conversation.items.map((item) => (
        <Item key={item.id} item={item} colour={item.kind === 'in' ? customer.colour : 'Indigo'} />
      ))}
      <div ref={end} />
    </div>
  );
}

function Item({ item, colour }: { item: PageItem; colour: string }) {
  return (
    <div className={cls('item', `item-${item.kind}`)}>
      <Avatar name={item.author} colour={colour} size="small" />
      <div className={cls('bubble')}>
        <p className={cls('byline')}>
          <b dir="auto">{item.author}</b>
          {item.kind === 'note' && <span className={cls('note-mark')}>Note</span>}
          <time title={full(item.at)}>{short(item.at)}</time>
        </p>
        <div className={cls('text')} dir="auto">
          {item.redacted ? <em>Message redacted</em> : item.text}
        </div>
        {item.files.map((file) => (
          <span key={file} className={cls('file')}>
            <Icon name="clip" size={13} />
            {file}
          </span>
        ))}
        {item.failed !== undefined && <p className={cls('failed')}>Not delivered: {item.failed}</p>}
      </div>
    </div>
  );
}
