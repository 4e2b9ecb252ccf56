import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { browser } from 'wxt/browser';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { ChosenHelpdesk } from '../../../lib/storage/set-up-progress';
import { Button } from '../../ui/Button';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { StepFrame } from './StepFrame';

interface DoneStepProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
  /** The helpdesks that were chosen and then left out. */
  left: readonly ChosenHelpdesk[];
  onConnect(id: string): void;
  onMore(): void;
  onBack(): void;
}

/** The end of the set-up: what is connected, what is not, and what to do now. */
export function DoneStep({
  platforms,
  connections,
  left,
  onConnect,
  onMore,
  onBack,
}: DoneStepProps) {
  const platformOf = (name: string) => platforms.find((each) => each.name === name);
  const isReady = connections.length > 0;
  return (
    <StepFrame
      title={isReady ? t`Deskside is ready` : t`Nothing is connected yet`}
      text={
        isReady
          ? undefined
          : t`Deskside shows nothing until a helpdesk is connected. Go back, or come back later: what you entered is kept, except keys.`
      }
      onward={
        isReady
          ? { label: t`Close this tab`, act: () => void closeTab() }
          : { label: t`Choose helpdesks`, act: onMore }
      }
      onBack={onBack}
      others={
        isReady && (
          <Button
            className="min-h-9 px-3.5 text-13"
            onClick={onMore}
          >{t`Connect another helpdesk`}</Button>
        )
      }
    >
      {isReady && (
        <ul aria-label={t`Connected`} className="grid gap-2 sm:grid-cols-2">
          {connections.map((connection) => (
            <li
              key={connection.id}
              className="flex items-center gap-3 rounded-lg border border-line bg-sunken px-3.5 py-2.5"
            >
              <PlatformIcon platform={platformOf(connection.platform)} size={22} />
              <span className="flex min-w-0 flex-col">
                <span className="font-semibold text-13 wrap-anywhere">{connection.label}</span>
                <a
                  href={connection.pageOrigin}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="text-12 text-accent underline wrap-anywhere"
                >
                  {new URL(connection.pageOrigin).host}
                </a>
              </span>
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <ul aria-label={t`Not connected yet`} className="flex flex-col gap-2">
          {left.map(({ id, platform, host }) => {
            const label = platformOf(platform)?.label ?? platform;
            return (
              <li key={id} className="flex flex-wrap items-center gap-3 text-13 text-ink-soft">
                <PlatformIcon platform={platformOf(platform)} size={18} />
                <span className="min-w-0 wrap-anywhere">
                  {host === undefined
                    ? t`${label} is not connected yet.`
                    : t`${label}, ${host}, is not connected yet.`}
                </span>
                <Button
                  aria-label={t`Connect now: ${label}`}
                  onClick={() => onConnect(id)}
                >{t`Connect now`}</Button>
              </li>
            );
          })}
        </ul>
      )}
      {isReady && <NextSteps />}
    </StepFrame>
  );
}

function NextSteps() {
  return (
    <ol className="flex list-decimal flex-col gap-1.5 pl-5 text-13 text-ink-soft marker:text-ink-faint">
      <li>{t`Open a conversation in one of your helpdesks.`}</li>
      <li>{t`Open Deskside beside it with its icon in the toolbar, to see the customer’s timeline.`}</li>
      <li>{t`Press “/” in the panel for canned responses, and write notes under “Notes”.`}</li>
      <li>
        <Trans>
          Everything else is in the{' '}
          <a className="text-accent underline" href="#helpdesks">
            settings
          </a>
          , which also lead back here.
        </Trans>
      </li>
    </ol>
  );
}

async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
