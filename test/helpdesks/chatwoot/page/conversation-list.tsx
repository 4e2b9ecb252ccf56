import Globe from 'lucide-react/icons/globe';
import Mail from 'lucide-react/icons/mail';
import MessageSquareMore from 'lucide-react/icons/message-square-more';
import Phone from 'lucide-react/icons/phone';
import { useState } from 'react';
import { Avatar } from './avatar';
import { Link } from './link';
import { navigate } from './navigation';
import type { ListScope, Route } from './routes';
import type { DeskView, ListEntry } from './view';
import { ago } from './words';

/** The list of conversations of the current scope, with the scope's switch above it. */
export function ConversationList({ desk, route }: { desk: DeskView; route: Route }) {
  const [mineOnly, setMineOnly] = useState(false);
  const inScope = desk.conversations.filter((entry) => fits(entry, route.list));
  const shown = mineOnly ? inScope.filter((entry) => entry.mine) : inScope;
  return (
    <section className="list" aria-label="Conversations">
      <header className="list-header">
        <h1>Conversations</h1>
        <ScopePicker desk={desk} route={route} />
      </header>
      <div className="tabs">
        <Tab
          label="Mine"
          count={inScope.filter((entry) => entry.mine).length}
          active={mineOnly}
          onPick={() => setMineOnly(true)}
        />
        <Tab
          label="All"
          count={inScope.length}
          active={!mineOnly}
          onPick={() => setMineOnly(false)}
        />
      </div>
      <div className="list-rows">
        {shown.map((entry) => (
          <Row
            key={entry.id}
            entry={entry}
            desk={desk}
            to={`${route.base}/conversations/${entry.id}`}
            active={route.conversation === entry.id}
          />
        ))}
      </div>
    </section>
  );
}

function Tab(props: { label: string; count: number; active: boolean; onPick(): void }) {
  return (
    <button type="button" className={props.active ? 'tab is-active' : 'tab'} onClick={props.onPick}>
      {props.label} <span className="tab-count">{props.count}</span>
    </button>
  );
}

function ScopePicker({ desk, route }: { desk: DeskView; route: Route }) {
  const root = `/app/accounts/${desk.accountId}`;
  const current = route.list.kind === 'all' ? `${root}/dashboard` : route.base;
  const paths = [
    { to: `${root}/dashboard`, label: 'All conversations' },
    { to: `${root}/mentions`, label: 'Mentions' },
    { to: `${root}/unattended`, label: 'Unattended' },
    ...desk.inboxes.map(({ id, name }) => ({ to: `${root}/inbox/${id}`, label: name })),
    ...desk.teams.map(({ id, name }) => ({ to: `${root}/team/${id}`, label: name })),
    ...desk.labels.map(({ title }) => ({
      to: `${root}/label/${encodeURIComponent(title)}`,
      label: `# ${title}`,
    })),
  ];
  return (
    <select
      aria-label="List"
      value={current}
      onChange={(event) => navigate(listAddress(event.target.value))}
    >
      {paths.map(({ to, label }) => (
        <option key={to} value={to}>
          {label}
        </option>
      ))}
    </select>
  );
}

function Row(props: { entry: ListEntry; desk: DeskView; to: string; active: boolean }) {
  const { entry, desk } = props;
  return (
    <Link to={props.to} className={props.active ? 'row is-active' : 'row'}>
      <Avatar name={entry.contactName} size={36} />
      <span className="row-body">
        <span className="row-inbox">
          <ChannelIcon channelType={entry.channelType} /> {entry.inboxName}
          <span className="row-assignee">{entry.assignee?.split(' ')[0]}</span>
        </span>
        <span className="row-name">
          <b dir="auto">{entry.contactName}</b>
          <time>{ago(entry.lastActivityAt)}</time>
        </span>
        <span className="row-preview">
          <span dir="auto">
            {entry.previewIsNote && '🔒 '}
            {entry.previewIsOurs && !entry.previewIsNote && '↩ '}
            {entry.preview}
          </span>
          {entry.unread > 0 && <em>{entry.unread > 9 ? '9+' : entry.unread}</em>}
        </span>
        {entry.labels.length > 0 && <Labels titles={entry.labels} desk={desk} />}
      </span>
    </Link>
  );
}

/** Labels with their colours. */
export function Labels({ titles, desk }: { titles: string[]; desk: DeskView }) {
  return (
    <span className="labels">
      {titles.map((title) => (
        <span key={title} className="label">
          <i style={{ background: desk.labels.find((one) => one.title === title)?.color }} />
          {title}
        </span>
      ))}
    </span>
  );
}

function ChannelIcon({ channelType }: { channelType: string }) {
  const size = { size: 12, strokeWidth: 2 };
  if (channelType === 'Channel::Email') return <Mail {...size} />;
  if (channelType === 'Channel::WebWidget') return <Globe {...size} />;
  return channelType === 'Channel::Api' ? <Phone {...size} /> : <MessageSquareMore {...size} />;
}

/** The special lists have `conversations` in their address also when none is open. */
function listAddress(base: string): string {
  return /\/(mentions|unattended|participating)$/.test(base) ? `${base}/conversations` : base;
}

function fits(entry: ListEntry, scope: ListScope): boolean {
  switch (scope.kind) {
    case 'inbox':
      return String(entry.inboxId) === scope.value;
    case 'label':
      return scope.value !== undefined && entry.labels.includes(scope.value);
    case 'team':
      return String(entry.teamId) === scope.value;
    case 'unattended':
      return entry.unread > 0;
    case 'mentions':
    case 'participating':
      return entry.mine;
    default:
      return true;
  }
}
