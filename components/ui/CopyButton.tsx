import { t } from '@lingui/core/macro';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { Button } from './Button';

const shownFor = 2_000;

interface CopyButtonProps {
  /** What the button says. */
  label: string;
  /** Called at the click. */
  text(): string | Promise<string>;
}

/** Copies a text and says for a moment whether that worked. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [said, setSaid] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => setSaid(undefined), shownFor);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await text());
      setSaid('copied');
    } catch {
      setSaid('failed');
    }
  };
  const Icon = said === 'copied' ? Check : Copy;
  return (
    <>
      <Button onClick={() => void copy()}>
        <Icon size={12} aria-hidden /> {label}
      </Button>
      <span role="status" className="text-12 text-ink-soft">
        {said && (said === 'copied' ? t`Copied` : t`Copying failed`)}
      </span>
    </>
  );
}
