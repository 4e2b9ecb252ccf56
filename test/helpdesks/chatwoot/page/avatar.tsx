import { hueOf, initials } from './words';

/** A person's initials on a colour of their own. `size` is in pixels. */
export function Avatar({ name, size }: { name: string; size: number }) {
  const hue = hueOf(name);
  return (
    <span
      className="avatar"
      aria-hidden="true"
      style={{
        width: size,
        height: size,
        fontSize: size * 0.38,
        background: `hsl(${hue} 60% 91%)`,
        color: `hsl(${hue} 55% 32%)`,
      }}
    >
      {initials(name)}
    </span>
  );
}
