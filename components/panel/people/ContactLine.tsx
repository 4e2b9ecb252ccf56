import { t } from '@lingui/core/macro';
import ExternalLinkIcon from 'lucide-react/icons/external-link';
import type { ReactNode } from 'react';
import { contactTitle } from '../../../lib/identity/decision-words';
import type { Contact } from '../../../lib/model/contact';
import { ExternalLink } from '../../ui/ExternalLink';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { usePlatformIndex } from '../platform-index';

interface ContactLineProps {
  contact: Contact;
  /** Why it is, or may be, this person. */
  why: readonly string[];
  /** Beside the name, e.g. that it is the one on screen. */
  mark?: ReactNode;
  /** False where the whole line can be picked. */
  hasLink?: boolean;
  /** Buttons for what can be done with it. */
  children?: ReactNode;
}

/** One platform's record of the person: name, how to reach them, why, and what can be done. */
export function ContactLine({ contact, why, mark, hasLink = true, children }: ContactLineProps) {
  const { platforms, connections } = usePlatformIndex();
  const platform = platforms.get(contact.platform);
  const label = platform?.label ?? contact.platform;
  const account = connections.get(contact.connectionId)?.label;
  const title = contactTitle(contact);
  const reached = [...contact.emails, ...contact.phones, ...contact.externalIds].filter(
    (value) => value !== title,
  );
  return (
    <div className="flex gap-2">
      <span className="pt-0.5" title={account === undefined ? label : `${label} · ${account}`}>
        <PlatformIcon platform={platform} size={14} label={label} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
          <bdi className="max-w-full truncate font-medium text-13" title={title}>
            {title}
          </bdi>
          {mark}
          {hasLink && contact.url !== undefined && (
            <ExternalLink
              href={contact.url}
              label={t`Open ${title} in ${label}`}
              className="ml-auto inline-flex shrink-0 items-center gap-1 rounded-sm text-12 text-accent hover:underline"
            >
              {t({ message: 'Open', context: 'go to a page' })}
              <ExternalLinkIcon size={11} aria-hidden />
            </ExternalLink>
          )}
        </div>
        {reached.length > 0 && (
          <p className="line-clamp-2 text-12 text-ink-soft wrap-anywhere">
            <bdi>{reached.join(' · ')}</bdi>
          </p>
        )}
        {why.length > 0 && (
          <ul className="text-12 text-ink-faint">
            {why.map((phrase) => (
              <li key={phrase} className="wrap-anywhere first-letter:uppercase">
                {phrase}
              </li>
            ))}
          </ul>
        )}
        {children !== undefined && <div className="mt-1 flex flex-wrap gap-1.5">{children}</div>}
      </div>
    </div>
  );
}
