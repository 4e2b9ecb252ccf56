import { CircleCheck, CircleDashed, CircleX, ShieldAlert } from 'lucide-react';
import type { Connection } from '../../lib/model/connection';
import { Button } from '../ui/Button';
import { healthWords } from './health-words';
import { hostsOf, requestPermission } from './permissions';

const looks = {
  good: { icon: CircleCheck, color: 'text-good' },
  bad: { icon: CircleX, color: 'text-bad' },
  neutral: { icon: CircleDashed, color: 'text-ink-faint' },
} as const;

interface ConnectionHealthProps {
  connection: Connection;
  platformLabel: string;
  /** Patterns of this connection that the browser does not grant. */
  missing: readonly string[];
}

/** Whether a connection works, and if not why and what to do. */
export function ConnectionHealth({ connection, platformLabel, missing }: ConnectionHealthProps) {
  if (missing.length > 0) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-12 text-ink">
        <p className="flex min-w-0 gap-1.5">
          <ShieldAlert size={14} aria-hidden className="mt-px shrink-0 text-bad" />
          <span className="min-w-0 wrap-anywhere">
            Permission missing: the browser does not let Deskside reach{' '}
            {hostsOf(missing).join(' and ')}.
          </span>
        </p>
        <Button
          aria-label={`Allow again: ${connection.label}`}
          onClick={() => void requestPermission(missing)}
        >
          Allow again
        </Button>
      </div>
    );
  }
  const { text, tone } = healthWords(connection, platformLabel);
  const { icon: Icon, color } = looks[tone];
  return (
    <p className="flex gap-1.5 text-12 text-ink-soft">
      <Icon size={14} aria-hidden className={`mt-px shrink-0 ${color}`} />
      <span className="min-w-0 text-pretty wrap-anywhere">{text}</span>
    </p>
  );
}
