import { cls } from './names';

const shades: Record<string, string> = {
  Silver: '#8793a6',
  Teal: '#12938a',
  Crimson: '#c93a55',
  Amber: '#c98312',
  Violet: '#8257d8',
  Indigo: '#4c63d2',
  Copper: '#b4663a',
  Jade: '#2f9461',
};

/** A round picture with initials. */
export function Avatar({ name, colour, size }: { name: string; colour: string; size: string }) {
  const initials = name
    .split(/[\s@.]+/)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
  return (
    <span
      className={cls('avatar', `avatar-${size}`)}
      style={{ background: shades[colour] ?? '#33415c' }}
      aria-hidden="true"
    >
      {initials}
    </span>
  );
}
