import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'children'> {
  icon: LucideIcon;
  /** Accessible name, and the hint for a pointer that rests on it. */
  label: string;
  isDisabled?: boolean;
  /** A number to show at its corner; 0 shows none. */
  badge?: number;
}

/** A small button without words on it. */
export function IconButton({
  icon: Icon,
  label,
  isDisabled = false,
  badge = 0,
  className = '',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      className={`relative flex size-[26px] shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors hover:bg-hover hover:text-ink disabled:opacity-50 disabled:hover:bg-transparent aria-expanded:bg-hover max-[340px]:w-6 ${className}`}
      {...rest}
    >
      <Icon size={14} aria-hidden />
      {badge > 0 && (
        <span
          aria-hidden
          className="absolute top-0 right-0 flex size-3 items-center justify-center rounded-full bg-accent font-semibold text-[9px] text-on-accent leading-none"
        >
          {badge}
        </span>
      )}
    </button>
  );
}
