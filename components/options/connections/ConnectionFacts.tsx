import { t } from '@lingui/core/macro';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import CircleX from 'lucide-react/icons/circle-x';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import type { Connection } from '../../../lib/model/connection';
import { formatList } from '../../../lib/text/format-list';
import { Button } from '../../ui/Button';
import { hostsOf, requestPermission } from '../permissions';
import { healthWords } from './connection-health-words';

export function ConnectionFacts({ connection }: { connection: Connection }) {
  const { accountName, agentName, version, pageOrigin } = connection;
  const facts = [
    [t`Account`, accountName],
    [t`Agent`, agentName],
    [t`Host`, new URL(pageOrigin).host],
    [t`Version`, version],
    [
      t({ message: 'Access', context: 'how a connection is reached' }),
      connection.transport === 'membrane' ? t`through Membrane` : undefined,
    ],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-4 text-12">
      {facts.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name} className="flex min-w-0 gap-1.5">
              <dt className="shrink-0 text-ink-faint">{name}</dt>
              <dd className="min-w-0 text-ink-soft wrap-anywhere">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

const toneStyles = {
  good: { icon: CircleCheck, colour: 'text-good' },
  bad: { icon: CircleX, colour: 'text-bad' },
  neutral: { icon: CircleDashed, colour: 'text-ink-faint' },
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
    const hosts = formatList(hostsOf(missing));
    const { label } = connection;
    return (
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-12 text-ink">
        <p className="flex min-w-0 gap-1.5">
          <ShieldAlert size={14} aria-hidden className="mt-px shrink-0 text-bad" />
          <span className="min-w-0 wrap-anywhere">
            {t`Permission missing: the browser does not let Deskside reach ${hosts}.`}
          </span>
        </p>
        <Button
          aria-label={t`Allow again: ${label}`}
          onClick={() => void requestPermission(missing)}
        >{t`Allow again`}</Button>
      </div>
    );
  }
  const { text, tone } = healthWords(connection, platformLabel);
  const { icon: Icon, colour } = toneStyles[tone];
  return (
    <p className="flex gap-1.5 text-12 text-ink-soft">
      <Icon size={14} aria-hidden className={`mt-px shrink-0 ${colour}`} />
      <span className="min-w-0 text-pretty wrap-anywhere">{text}</span>
    </p>
  );
}
