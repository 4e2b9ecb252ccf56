import type { ReactNode } from 'react';

interface ToggleChipProps {
  isOn: boolean;
  onToggle(): void;
  /** Accessible name, where it says more than the content. */
  label?: string;
  isDisabled?: boolean;
  /** Shows that it is a button even where nothing else looks like one. */
  isOutlined?: boolean;
  children: ReactNode;
}

/** A small switch: pressed or not. */
export function ToggleChip({
  isOn,
  onToggle,
  label,
  isDisabled = false,
  isOutlined = false,
  children,
}: ToggleChipProps) {
  const style = isOn
    ? 'border-accent bg-accent-soft text-accent'
    : `text-ink-soft hover:bg-hover ${isOutlined ? 'border-line-strong' : 'border-transparent'}`;
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onToggle}
      className={`flex h-[26px] items-center gap-1 rounded-md border px-1.5 font-medium text-12 transition-colors disabled:opacity-50 disabled:hover:bg-transparent max-[340px]:px-1 ${style}`}
    >
      {children}
    </button>
  );
}
