import { useId } from 'react';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { CopyButton } from '../../ui/CopyButton';

interface PlatformGuideProps {
  platform: PlatformDescriptor;
  /** Address of the page with the key, once the answers lead to one. */
  keyPage: string | undefined;
}

/** What to know while filling in a platform's form: where the key is, its rights, the limits. */
export function PlatformGuide({ platform, keyPage }: PlatformGuideProps) {
  const id = useId();
  const limits = [...(platform.limitsUnless ?? []).map(({ text }) => text), ...platform.limits];
  return (
    <aside
      aria-label={`About connecting ${platform.label}`}
      className="flex min-w-0 flex-col gap-4 text-12 text-ink-soft"
    >
      <section aria-labelledby={`${id}-key`}>
        <h4 id={`${id}-key`} className="mb-1 font-semibold text-ink">
          Where to find the key
        </h4>
        <p className="text-pretty wrap-anywhere">{platform.keyHelp}</p>
        {keyPage !== undefined && (
          <a
            href={keyPage}
            target="_blank"
            rel="noopener noreferrer"
            className="mt-1 inline-block text-accent underline"
          >
            Open this page in {platform.label}
          </a>
        )}
      </section>
      {platform.rights.length > 0 && (
        <section aria-labelledby={`${id}-rights`}>
          <h4 id={`${id}-rights`} className="mb-1 font-semibold text-ink">
            Rights of the key
          </h4>
          <Sentences texts={platform.rights} />
          <div className="mt-2 flex items-center gap-2">
            <CopyButton label="Copy this list" text={() => platform.rights.join('\n')} />
          </div>
        </section>
      )}
      {limits.length > 0 && (
        <section aria-labelledby={`${id}-limits`}>
          <h4 id={`${id}-limits`} className="mb-1 font-semibold text-ink">
            What Deskside cannot get from {platform.label}, and why
          </h4>
          <Sentences texts={limits} />
        </section>
      )}
    </aside>
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
