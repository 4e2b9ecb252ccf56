import { t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import { matchPatternsOf } from '../../../lib/model/match-patterns';
import { Button } from '../../ui/Button';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { AttemptProgress, OutcomePanel } from '../connections/OutcomePanel';
import { type AttemptOutcome, newDraftId, testOrSave } from '../connections/test-or-save';
import { useTestOutcome } from '../connections/use-test-outcome';
import { hostsOf, requestPermission } from '../permissions';
import type { HealthFacts, HealthLine } from './health-facts';
import { healthLines } from './health-lines';
import { type Repair, repairFor } from './repair';

/** Where on this page a kind of repair is done; `undefined` for one that is done on the spot. */
function placeOf(kind: Repair['kind'], { id }: Connection): string | undefined {
  if (kind === 'unlock') return '#keys';
  if (kind === 'sign-in') return '#membrane';
  return kind === 'form' ? `#edit/${id}` : undefined;
}

const tones: Readonly<Record<HealthLine['tone'], string>> = {
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  neutral: 'text-ink-soft',
};

/** Everything about one connection's health, and the button that repairs what is wrong. */
export function ConnectionState({ facts }: { facts: HealthFacts }) {
  const { connection, platform, missing } = facts;
  const { label } = connection;
  const platformLabel = platform.label;
  const id = useId();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useTestOutcome(connection);
  const repair = repairFor(facts);
  const isAsking = repair?.kind === 'permission' || repair?.kind === 'test';
  const ask = async () => {
    setOutcome(undefined);
    // Nothing may be awaited before this: the browser asks only while a click is being handled.
    const permission = missing.length === 0 ? true : requestPermission(missing);
    setBusy(true);
    const isGranted = await permission;
    setOutcome(isGranted ? await tryConnection(connection) : deniedBy(missing));
    setBusy(false);
  };
  const place = repair && placeOf(repair.kind, connection);
  return (
    <li aria-labelledby={`${id}-name`} className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <div className="flex min-w-0 flex-1 basis-96 flex-col gap-1">
        <h3 id={`${id}-name`} className="flex items-center gap-2 font-semibold text-13">
          <PlatformIcon platform={platform} size={14} />
          <span className="sr-only">{t`${platformLabel}:`} </span>
          <span className="min-w-0 wrap-anywhere">{connection.label}</span>
        </h3>
        <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-12 max-[399px]:grid-cols-1">
          {healthLines(facts).map(({ name, text, tone }) => (
            <div key={`${name} ${text}`} className="contents">
              <dt className="text-ink-faint">{name}</dt>
              <dd className={`text-pretty wrap-anywhere ${tones[tone]}`}>{text}</dd>
            </div>
          ))}
        </dl>
        <div role="status" aria-live="polite" className="empty:hidden">
          {isBusy && <AttemptProgress text={t`Contacting ${platformLabel}…`} />}
          {outcome && <OutcomePanel outcome={outcome} platformLabel={platform.label} />}
        </div>
      </div>
      {repair !== undefined && (
        <div className="flex w-56 flex-col items-start gap-1">
          <Button
            aria-label={t`Repair ${label}`}
            aria-describedby={`${id}-repair`}
            disabled={isBusy}
            onClick={() => {
              if (isAsking) void ask();
              if (place !== undefined) window.location.hash = place;
            }}
          >{t`Repair`}</Button>
          <p id={`${id}-repair`} className="text-pretty text-12 text-ink-faint">
            {repair.words}
          </p>
        </div>
      )}
    </li>
  );
}

function deniedBy(patterns: readonly string[]): AttemptOutcome {
  return { kind: 'denied', hosts: hostsOf(patterns) };
}

/** Tests a connection as it is stored. Never rejects. */
function tryConnection(connection: Connection): Promise<AttemptOutcome> {
  const { platform, fields, id, membrane } = connection;
  return testOrSave('options.test', {
    draft: {
      ...{ draftId: newDraftId(), platform, fields, connectionId: id },
      ...(membrane && { membrane: { connectionId: membrane.connectionId } }),
    },
    permissions: matchPatternsOf(connection),
    secrets: {},
  });
}
