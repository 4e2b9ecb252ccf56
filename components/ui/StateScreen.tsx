import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface StateScreenProps {
  icon: LucideIcon;
  title: string;
  text?: ReactNode;
  tone?: 'neutral' | 'bad';
  /** `h2` below a person's name, which is the heading of the page. */
  heading?: 'h1' | 'h2';
  /** What can be done. */
  children?: ReactNode;
}

/** The frame of every state that is not a timeline: what the situation is, and what to do. */
export function StateScreen({
  icon: Icon,
  title,
  text,
  tone = 'neutral',
  heading: Heading = 'h1',
  children,
}: StateScreenProps) {
  const badge = tone === 'bad' ? 'bg-bad-soft text-bad' : 'bg-accent-soft text-accent';
  return (
    <section className="m-auto flex w-full max-w-[380px] flex-col items-center gap-2 px-6 py-8 text-center">
      <span
        aria-hidden
        className={`mb-1 flex size-10 shrink-0 items-center justify-center rounded-full ${badge}`}
      >
        <Icon size={20} />
      </span>
      <Heading className="text-balance font-semibold text-15">{title}</Heading>
      {text !== undefined && <p className="text-pretty text-13 text-ink-soft">{text}</p>}
      {children !== undefined && (
        <div className="mt-2 flex w-full flex-col items-center gap-3">{children}</div>
      )}
    </section>
  );
}
