import { t } from '@lingui/core/macro';
import { useId } from 'react';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { CopyButton } from '../../ui/CopyButton';

interface PlatformGuideProps {
  platform: PlatformDescriptor;
  /** Where the answers lead, once they lead somewhere. */
  target: { page?: string | undefined; keyPage?: string | undefined } | undefined;
}

/** What to know while filling in a platform's form: where the key is, its rights, the limits. */
export function PlatformGuide({ platform, target }: PlatformGuideProps) {
  const { label } = platform;
  return (
    <aside
      aria-label={t`About connecting ${label}`}
      className="flex min-w-0 flex-col gap-4 text-12 text-ink-soft"
    >
      <KeyPlace platform={platform} target={target} />
      <KeyRights platform={platform} />
      <PlatformLimits platform={platform} />
    </aside>
  );
}

/** Where a person finds the key, with a link that leads there. */
export function KeyPlace({ platform, target }: PlatformGuideProps) {
  const id = useId();
  const { label } = platform;
  const link = target?.keyPage ?? target?.page;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-1 font-semibold text-ink">{t`Where to find the key`}</h3>
      <p className="text-pretty wrap-anywhere">{platform.keyHelp}</p>
      {link !== undefined && (
        <a
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          className="mt-1 inline-block text-accent underline"
        >
          {target?.keyPage === undefined ? t`Open ${label}` : t`Open this page in ${label}`}
        </a>
      )}
    </section>
  );
}

/** What the key should be allowed to do. */
export function KeyRights({ platform }: { platform: PlatformDescriptor }) {
  const id = useId();
  if (platform.rights.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-1 font-semibold text-ink">{t`Rights of the key`}</h3>
      <Sentences texts={platform.rights} />
      <div className="mt-2 flex items-center gap-2">
        <CopyButton label={t`Copy this list`} text={() => platform.rights.join('\n')} />
      </div>
    </section>
  );
}

function PlatformLimits({ platform }: { platform: PlatformDescriptor }) {
  const id = useId();
  const { label } = platform;
  const limits = [...(platform.limitsUnless ?? []).map(({ text }) => text), ...platform.limits];
  if (limits.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-1 font-semibold text-ink">
        {t`What Deskside cannot get from ${label}, and why`}
      </h3>
      <Sentences texts={limits} />
    </section>
  );
}

function Sentences({ texts }: { texts: readonly string[] }) {
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4 marker:text-ink-faint">
      {texts.map((text) => (
        <li key={text} className="text-pretty wrap-anywhere">
          {text}
        </li>
      ))}
    </ul>
  );
}
