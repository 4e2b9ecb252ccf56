import { t } from '@lingui/core/macro';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useMemo } from 'react';
import type { QuotedPart } from '../../lib/model/history';
import { matchRanges } from '../../lib/text/search-terms';
import { useMarks } from './marks';
import { RemoteText } from './RemoteText';
import { stepsShown, useUnfolded } from './TextExcerpt';

/** What the rest of a mail's text is called. */
export function quotedWords(kind: QuotedPart['kind']): string {
  switch (kind) {
    case 'quoted':
      return t`Quoted text`;
    case 'forwarded':
      return t`Forwarded message`;
    case 'rest':
      return t`Rest of the e-mail`;
  }
}

interface QuotedTextProps {
  /** Row key of the mail. */
  rowKey: string;
  quoted: QuotedPart;
}

/** Says that a mail has more text than is shown, and unfolds it. */
export function QuotedText({ rowKey, quoted }: QuotedTextProps) {
  const key = `${rowKey} quoted`;
  const chosen = useUnfolded((view) => view.unfolded[key]);
  const { show } = useUnfolded.getState();
  const { terms, current } = useMarks();
  const isCurrent = current === rowKey;
  const isFound = useMemo(
    () => isCurrent && matchRanges(quoted.text, terms).length > 0,
    [isCurrent, quoted.text, terms],
  );
  const isOpen = stepsShown(chosen, isFound ? 1 : 0) > 0;
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        className="mt-1 flex items-center gap-0.5 rounded-sm font-medium text-12 text-accent hover:underline"
        onClick={() => show(key, isOpen ? 0 : 1)}
      >
        <ChevronRight size={12} aria-hidden className={isOpen ? 'rotate-90' : ''} />
        {quotedWords(quoted.kind)}
      </button>
      {isOpen && (
        <div className="border-line-strong border-s-2 ps-2 text-ink-soft">
          <RemoteText rowKey={rowKey} part="quoted text" text={quoted.text} />
        </div>
      )}
    </>
  );
}
