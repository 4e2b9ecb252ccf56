import { LoaderCircle } from 'lucide-react';

/** Says that something is under way. */
export function Progress({ text }: { text: string }) {
  return (
    <p className="flex items-center gap-2 text-12 text-ink-soft">
      <LoaderCircle size={14} aria-hidden className="shrink-0 animate-spin text-accent" />
      {text}
    </p>
  );
}
