import { Avatar } from './avatar';
import type { ListEntry } from './data';
import { Icon } from './icons';
import { Link } from './link';
import { cls } from './names';
import { pathTo } from './routes';
import { short } from './times';

/** The customers beside the timeline; `shown` is the one that is open. */
export function CustomerList(props: { title: string; entries: ListEntry[]; shown: string }) {
  return (
    <aside className={cls('list')} aria-label="Customers">
      <header className={cls('list-head')}>
        <h2>{props.title}</h2>
        <span className={cls('count')}>{props.entries.length}</span>
      </header>
      <search className={cls('find')}>
        <Icon name="search" size={14} />
        <input type="search" placeholder="Search customers" aria-label="Search customers" />
      </search>
      <div className={cls('entries')}>
        {props.entries.map((entry) => (
          <Link
            key={entry.id}
            to={pathTo(entry.id)}
            current={entry.id === props.shown}
            className={cls('entry', entry.id === props.shown ? 'entry-here' : '')}
          >
            <Avatar name={entry.name} colour={entry.colour} size="medium" />
            <span className={cls('entry-text')}>
              <span className={cls('entry-line')}>
                <strong dir="auto">{entry.name}</strong>
                <time>{short(entry.at)}</time>
              </span>
              <span className={cls('entry-line')}>
                <i className={cls('dot', `dot-${entry.status}`)} />
                <span className={cls('entry-preview')} dir="auto">
                  {entry.preview || 'No messages yet'}
                </span>
              </span>
            </span>
          </Link>
        ))}
      </div>
    </aside>
  );
}
