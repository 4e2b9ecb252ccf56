import BookUser from 'lucide-react/icons/book-user';
import ChartNoAxesColumn from 'lucide-react/icons/chart-no-axes-column';
import Inbox from 'lucide-react/icons/inbox';
import MessageCircle from 'lucide-react/icons/message-circle';
import Settings from 'lucide-react/icons/settings';
import { Avatar } from './avatar';
import { Link } from './link';
import type { Route } from './routes';
import type { DeskView } from './view';

/** The narrow bar of the main places. */
export function Rail({ desk, route }: { desk: DeskView; route: Route }) {
  const root = `/app/accounts/${desk.accountId}`;
  const places = [
    { to: `${root}/inbox-view`, title: 'My inbox', icon: Inbox, screen: 'none' },
    {
      to: `${root}/dashboard`,
      title: 'Conversations',
      icon: MessageCircle,
      screen: 'conversations',
    },
    { to: `${root}/contacts`, title: 'Contacts', icon: BookUser, screen: 'contact' },
    { to: `${root}/reports/overview`, title: 'Reports', icon: ChartNoAxesColumn, screen: 'none' },
    { to: `${root}/settings/general`, title: 'Settings', icon: Settings, screen: 'settings' },
  ];
  return (
    <nav className="rail">
      <span className="rail-mark">A</span>
      {places.map(({ to, title, icon: Icon, screen }) => (
        <Link
          key={to}
          to={to}
          title={title}
          className={route.screen.startsWith(screen) ? 'rail-link is-active' : 'rail-link'}
        >
          <Icon size={18} strokeWidth={1.75} aria-label={title} />
        </Link>
      ))}
      <span className="rail-space" />
      <Avatar name={desk.agentName} size={30} />
    </nav>
  );
}
