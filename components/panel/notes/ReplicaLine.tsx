import { CircleCheck, CircleDashed, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReplicaWords } from '../../../lib/notes/replica-words';

const icons = {
  good: { Icon: CircleCheck, colour: 'text-good' },
  busy: { Icon: LoaderCircle, colour: 'text-ink-faint' },
  wait: { Icon: CircleDashed, colour: 'text-ink-faint' },
  bad: { Icon: TriangleAlert, colour: 'text-bad' },
} as const;

interface ReplicaLineProps {
  tone: ReplicaWords['tone'];
  children: ReactNode;
}

/** One line about a copy of a note; never by its colour alone. */
export function ReplicaLine({ tone, children }: ReplicaLineProps) {
  const { Icon, colour } = icons[tone];
  return (
    <p
      className={`flex items-start gap-1 text-11 ${tone === 'bad' ? 'text-bad' : 'text-note-ink'}`}
    >
      <Icon size={11} aria-hidden className={`mt-[2px] shrink-0 ${colour}`} />
      <span className="min-w-0 text-pretty">{children}</span>
    </p>
  );
}
