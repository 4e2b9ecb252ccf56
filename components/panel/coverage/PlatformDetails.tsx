import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import ExternalLinkIcon from 'lucide-react/icons/external-link';
import { formatAge } from '../../../lib/text/format-time';
import { joinSentences } from '../../../lib/text/join-sentences';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { CoverageActions } from './CoverageActions';
import { CoverageIcon } from './CoverageIcon';
import { DirectoryProgress } from './DirectoryProgress';
import type { SourceView } from './source-views';
import { WalkPart } from './WalkPart';

interface PlatformDetailsProps {
  view: SourceView;
  now: number;
}

/** All there is to say about one connection and the person on screen. */
export function PlatformDetails({ view, now }: PlatformDetailsProps) {
  const { platform, connection, words, source } = view;
  const account = [connection?.label, connection?.accountName]
    .filter((part) => part !== undefined && part !== platform.label)
    .filter((part, index, all) => all.indexOf(part) === index)
    .join(' · ');
  const limits = limitsOf(view);
  const checkedAt = source?.coverage?.checkedAt;
  const checked = checkedAt === undefined ? undefined : formatAge(checkedAt, now);
  const { label } = platform;
  const state = connection === undefined ? 'not-connected' : source?.coverage?.state;
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex items-center gap-2">
        <PlatformIcon platform={platform} size={18} />
        <div className="min-w-0">
          <div className="font-semibold text-13">{platform.label}</div>
          {account !== '' && (
            <div className="truncate text-11 text-ink-faint" title={account}>
              {account}
            </div>
          )}
        </div>
      </div>
      <div className="flex gap-1.5">
        <span className="pt-[3px]">
          <CoverageIcon state={state} tone={words.tone} size={13} />
        </span>
        <p className="min-w-0">
          {checked !== undefined && connection !== undefined
            ? joinSentences(words.sentence, t`Checked ${checked}.`)
            : words.sentence}
        </p>
      </div>
      {words.tone === 'partial' && limits.length > 0 && (
        <ul className="list-disc pl-4 text-12 text-ink-soft">
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      )}
      {connection !== undefined && platform.capabilities.find === 'directory' && (
        <DirectoryProgress connectionId={connection.id} platformLabel={platform.label} now={now} />
      )}
      {connection !== undefined && platform.capabilities.walk === true && <WalkPart view={view} />}
      {view.contacts.length > 0 && (
        <ul className="flex flex-col gap-1 border-line border-t pt-2">
          {view.contacts.map((contact) => (
            <li key={contact.id} className="flex items-center gap-2">
              <span
                className="min-w-0 flex-1 truncate text-12 text-ink-soft"
                title={contact.name ?? contact.placeholderName}
              >
                <KnownAs name={contact.name ?? contact.placeholderName} />
              </span>
              {contact.url !== undefined && (
                <ExternalLink
                  href={contact.url}
                  className="inline-flex shrink-0 items-center gap-1 rounded-sm font-medium text-12 text-accent hover:underline"
                >
                  {t`Open in ${label}`}
                  <ExternalLinkIcon size={11} aria-hidden />
                </ExternalLink>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="empty:hidden">
        <CoverageActions view={view} />
      </div>
    </div>
  );
}

function KnownAs({ name }: { name: string | undefined }) {
  if (name === undefined) return t`Record without a name`;
  return (
    <Trans>
      Known as <bdi className="text-ink">{name}</bdi>
    </Trans>
  );
}

/** What this platform cannot provide, leaving out what this particular server is known to provide. */
function limitsOf({ platform, connection }: SourceView): string[] {
  const concerning = (platform.limitsUnless ?? []).filter(
    ({ fact, value }) => connection?.facts[fact] !== value,
  );
  return [...concerning.map(({ text }) => text), ...platform.limits];
}
