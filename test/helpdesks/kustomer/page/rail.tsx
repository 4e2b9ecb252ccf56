import { Avatar } from './avatar';
import { Icon } from './icons';
import { Link } from './link';
import { cls } from './names';

const places = [
  { icon: 'people', label: 'Customers', to: '/app/customers' },
  { icon: 'search', label: 'Search', to: '/app/search/all' },
  { icon: 'chart', label: 'Reporting', to: '/app/reporting/overview' },
  { icon: 'gear', label: 'Settings', to: '/app/settings/setup' },
];

/** The dark bar on the left. */
export function Rail({ path, agent }: { path: string; agent: string }) {
  const here = (to: string) => path.startsWith(to.split('/').slice(0, 3).join('/'));
  return (
    <nav className={cls('rail')} aria-label="Main">
      <span className={cls('logo')} aria-hidden="true">
        K
      </span>
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          label={place.label}
          current={here(place.to)}
          className={cls('rail-item', here(place.to) ? 'rail-here' : '')}
        >
          <Icon name={place.icon} size={20} />
        </Link>
      ))}
      <span className={cls('rail-end')}>
        <Avatar name={agent} colour="Indigo" size="medium" />
      </span>
    </nav>
  );
}
