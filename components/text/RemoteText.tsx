import { useMemo } from 'react';
import { create } from 'zustand';
import { excerpt, excerptLimits, stepsUntilFound } from '../../lib/text/excerpt';
import { formatNumber } from '../../lib/text/format-number';
import { splitLinks } from '../../lib/text/links';
import { matchRanges, type TextRange } from '../../lib/text/search-terms';
import { Marked } from './Highlighted';
import { useMarks } from './marks';
import { SafeLink } from './SafeLink';

interface Unfolded {
  /** How many times more was asked for of a long text, by row key. */
  unfolded: Readonly<Record<string, number>>;
  unfold(key: string): void;
  fold(key: string): void;
}

/** Outlives the texts: a list takes those out that are out of sight. */
const useUnfolded = create<Unfolded>((set) => ({
  unfolded: {},
  unfold: (key) =>
    set(({ unfolded }) => ({ unfolded: { ...unfolded, [key]: (unfolded[key] ?? 0) + 1 } })),
  fold: (key) => set(({ unfolded }) => ({ unfolded: { ...unfolded, [key]: 0 } })),
}));

interface RemoteTextProps {
  /** Under which name it is remembered how much is shown. */
  rowKey: string;
  text: string;
}

/**
 * Text from outside: shown as text, with safe links, and only its beginning until asked for more or
 * until a search went to what stands further down.
 */
export function RemoteText({ rowKey, text }: RemoteTextProps) {
  const steps = useUnfolded((view) => view.unfolded[rowKey] ?? 0);
  const { unfold, fold } = useUnfolded.getState();
  const { terms, current } = useMarks();
  const isCurrent = current === rowKey;
  const forced = useMemo(
    () => (isCurrent && terms.length > 0 ? stepsUntilFound(text, terms) : 0),
    [isCurrent, text, terms],
  );
  const shown = excerpt(text, Math.max(steps, forced));
  const ranges = useMemo(() => matchRanges(shown.text, terms), [shown.text, terms]);
  const next = Math.min(shown.hidden, excerptLimits.stepCharacters);
  return (
    <>
      <p dir="auto" className="remote-text mt-0.5 text-13">
        {withLinks(shown.text, shown.hidden > 0, ranges)}
        {shown.hidden > 0 && '…'}
      </p>
      {(shown.hidden > 0 || steps > 0) && (
        <p className="mt-0.5 flex gap-3 font-medium text-12">
          {shown.hidden > 0 && (
            <button
              type="button"
              className="rounded-sm text-accent hover:underline"
              onClick={() => unfold(rowKey)}
            >
              Show more
              {next < shown.hidden && (
                <span className="font-normal text-ink-faint">
                  {' '}
                  ({formatNumber(shown.hidden)} characters left)
                </span>
              )}
            </button>
          )}
          {steps > 0 && (
            <button
              type="button"
              className="rounded-sm text-accent hover:underline"
              onClick={() => fold(rowKey)}
            >
              Show less
            </button>
          )}
        </p>
      )}
    </>
  );
}

function withLinks(text: string, isCut: boolean, ranges: readonly TextRange[]) {
  let position = 0;
  return splitLinks(text, isCut).map((part) => {
    const key = position;
    position += part.text.length;
    const marked = <Marked key={key} text={part.text} ranges={ranges} offset={key} />;
    if (part.href === undefined) return marked;
    return (
      <SafeLink key={key} href={part.href}>
        {marked}
      </SafeLink>
    );
  });
}
