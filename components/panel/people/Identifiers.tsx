import { plural, t } from '@lingui/core/macro';
import type { LucideIcon } from 'lucide-react';
import AtSign from 'lucide-react/icons/at-sign';
import Check from 'lucide-react/icons/check';
import Hash from 'lucide-react/icons/hash';
import Phone from 'lucide-react/icons/phone';
import { useEffect, useState } from 'react';
import type { PersonIdentifier } from '../../../lib/identity/person-identifiers';
import { formatList } from '../../../lib/text/format-list';
import { withAsciiHost } from '../../../lib/text/link-host';
import { HoverHint } from '../../ui/HoverHint';
import { usePlatformIndex } from '../platform-index';
import { usePanelView } from '../view-store';

const shownAtFirst = 2;

const icons: Readonly<Record<PersonIdentifier['kind'], LucideIcon>> = {
  email: AtSign,
  phone: Phone,
  'external-id': Hash,
};

/** How to reach the person: the first few, the rest on request. */
export function Identifiers({ identifiers }: { identifiers: readonly PersonIdentifier[] }) {
  const [isOpen, setOpen] = useState(false);
  const initial = firstOfEachKind(identifiers);
  const hidden = identifiers.length - initial.length;
  if (identifiers.length === 0) {
    return <p className="text-12 text-ink-faint">{t`No e-mail address or phone number known`}</p>;
  }
  return (
    <ul
      className={`flex items-center gap-x-1 gap-y-0.5 ${isOpen ? 'max-h-[72px] flex-wrap overflow-y-auto' : ''}`}
      aria-label={t`Identifiers`}
    >
      {(isOpen ? identifiers : initial).map((identifier) => (
        <li
          key={`${identifier.kind}:${identifier.key}`}
          className={`min-w-0 max-w-full ${isOpen || identifier.kind === 'email' ? '' : 'shrink-0'}`}
        >
          <CopyChip identifier={identifier} />
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={
              isOpen
                ? t`Show fewer identifiers`
                : plural(hidden, {
                    one: 'Show # more identifier',
                    other: 'Show # more identifiers',
                  })
            }
            onClick={() => setOpen(!isOpen)}
            className="rounded-sm px-1 font-medium text-12 text-ink-faint hover:bg-hover"
          >
            {isOpen ? t`Fewer` : `+${hidden}`}
          </button>
        </li>
      )}
    </ul>
  );
}

/** An e-mail and a phone say more than two e-mails. */
function firstOfEachKind(identifiers: readonly PersonIdentifier[]): PersonIdentifier[] {
  const firsts = identifiers.filter(
    (entry, index) => identifiers.findIndex((other) => other.kind === entry.kind) === index,
  );
  return firsts.slice(0, shownAtFirst);
}

function CopyChip({ identifier }: { identifier: PersonIdentifier }) {
  const [isCopied, setCopied] = useState(false);
  const { platforms } = usePlatformIndex();
  const say = usePanelView((view) => view.say);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 1_600);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(identifier.value);
      setCopied(true);
      say(t`Copied`);
    } catch {
      say(t`The browser did not allow copying.`);
    }
  };
  const value = withAsciiHost(identifier.value);
  const holders = formatList(
    identifier.platforms.map((name) => platforms.get(name)?.label ?? name),
  );
  const Icon = isCopied ? Check : icons[identifier.kind];
  return (
    <HoverHint text={t`Click to copy. Known to ${holders}.`}>
      <button
        type="button"
        onClick={copy}
        aria-label={t`Copy ${value}`}
        className="flex max-w-full items-center gap-1 rounded-sm px-1 text-12 text-ink-soft hover:bg-hover hover:text-ink"
      >
        <Icon
          size={11}
          aria-hidden
          className={`shrink-0 ${isCopied ? 'text-good' : 'text-ink-faint'}`}
        />
        <bdi className="truncate">{value}</bdi>
      </button>
    </HoverHint>
  );
}
