import { ArrowUp } from 'lucide-react';

interface NewPillProps {
  /** How many new items are above what is in sight. */
  count: number;
  onGo(): void;
}

/** Says that something new is further up, and goes there. */
export function NewPill({ count, onGo }: NewPillProps) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={onGo}
      className="appear absolute top-2 left-1/2 z-[5] flex h-6 -translate-x-1/2 items-center gap-1 rounded-full bg-accent pr-2 pl-2.5 font-medium text-11 text-on-accent shadow-pop"
    >
      {count.toLocaleString('en')} new
      <ArrowUp size={12} aria-hidden />
    </button>
  );
}
