import Search from 'lucide-react/icons/search';
import type { ComponentProps, ReactNode } from 'react';

interface SearchFieldProps
  extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange' | 'className' | 'children'> {
  /** Accessible name. */
  label: string;
  value: string;
  onValue(value: string): void;
  /** Height and place of the frame. */
  className?: string;
  /** Shown within the frame, after what is typed. */
  children?: ReactNode;
}

/** Where a person types what to look for. */
export function SearchField({
  label,
  value,
  onValue,
  className = 'h-7',
  children,
  ...rest
}: SearchFieldProps) {
  return (
    <div
      className={`flex min-w-0 flex-1 items-center gap-1.5 rounded-md border border-line-strong bg-canvas px-1.5 focus-within:border-accent ${className}`}
    >
      <Search size={12} aria-hidden className="shrink-0 text-ink-faint" />
      <input
        type="search"
        aria-label={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={200}
        onChange={(event) => onValue(event.target.value)}
        className="w-full min-w-0 bg-transparent text-13 outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
        {...rest}
      />
      {children}
    </div>
  );
}
