import type { PlatformDescriptor } from '../../lib/model/descriptor';

interface PlatformIconProps {
  /** Absent for a platform this build no longer knows. */
  platform: PlatformDescriptor | undefined;
  /** Edge in pixels. */
  size: number;
  /** Said by screen readers; leave out where the name is shown beside it. */
  label?: string;
}

/** A platform's icon, always from the extension itself. */
export function PlatformIcon({ platform, size, label = '' }: PlatformIconProps) {
  if (platform === undefined) return null;
  return (
    <img
      src={`/${platform.icon.replace(/^\/+/, '')}`}
      alt={label}
      width={size}
      height={size}
      className="shrink-0"
      draggable={false}
    />
  );
}
