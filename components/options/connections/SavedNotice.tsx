import { t } from '@lingui/core/macro';
import X from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { SavedOutcome } from './SavedOutcome';
import type { Report } from './test-or-save';

interface SavedNoticeProps {
  platform: PlatformDescriptor;
  /** The connection that was saved. */
  connection: Connection;
  report: Report;
  onDismiss(): void;
}

/** After a save: what was found, which account is used, and what to do next. */
export function SavedNotice({ platform, connection, report, onDismiss }: SavedNoticeProps) {
  const element = useRef<HTMLElement>(null);
  const { label } = connection;
  const platformLabel = platform.label;
  useEffect(() => {
    element.current?.focus();
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section
      ref={element}
      tabIndex={-1}
      aria-label={t`${label} saved`}
      className="appear relative flex flex-col gap-2.5 rounded-lg border border-good/60 bg-sunken p-4 pr-12 focus:outline-none"
    >
      <SavedOutcome platform={platform} connection={connection} report={report} />
      <p className="text-13 text-ink">
        {t`Next: open a conversation in ${platformLabel}, then open the side panel. Deskside shows the customer there.`}
      </p>
      <button
        type="button"
        aria-label={t`Dismiss`}
        className="absolute top-2.5 right-2.5 flex size-7 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink"
        onClick={onDismiss}
      >
        <X size={15} aria-hidden />
      </button>
    </section>
  );
}
