import { plural, t } from '@lingui/core/macro';
import { type ReactNode, useMemo } from 'react';
import { create } from 'zustand';
import {
  type Excerpt,
  excerpt,
  excerptLimits,
  stepsUntilFound,
} from '../../lib/text/long-text-excerpt';
import { matchRanges, type TextRange } from '../../lib/text/search-terms';
import { useMarks } from './marks';

interface Unfolded {
  /** How much of a text the person asked for, by row key; 0 where it was folded. */
  unfolded: Readonly<Record<string, number>>;
  show(key: string, steps: number): void;
  /** Lets the search, which leads elsewhere now, unfold again what was folded. */
  forgetFolded(): void;
}

/** Outlives the components: a list removes those that are out of sight. */
export const useUnfolded = create<Unfolded>((set) => ({
  unfolded: {},
  show: (key, steps) => set(({ unfolded }) => ({ unfolded: { ...unfolded, [key]: steps } })),
  forgetFolded: () =>
    set(({ unfolded }) => ({
      unfolded: Object.fromEntries(Object.entries(unfolded).filter(([, steps]) => steps > 0)),
    })),
}));

/** How much of a text is shown where the search needs that much of it: what the person folded stays folded. */
export function stepsShown(chosen: number | undefined, needed: number): number {
  return chosen === 0 ? 0 : Math.max(chosen ?? 0, needed);
}

const unfoldStyle = 'rounded-sm text-accent hover:underline';

interface TextExcerptProps {
  /** The key under which it is remembered how much is shown. */
  textKey: string;
  /** Row key of what the text belongs to. */
  rowKey: string;
  /** The plain words. */
  text: string;
  /** Draws the beginning of the words, in which these ranges match the search. */
  children(shown: Excerpt, ranges: readonly TextRange[]): ReactNode;
}

/** Only the beginning of a text, until asked for more or until a search leads further down. */
export function TextExcerpt({ textKey, rowKey, text, children }: TextExcerptProps) {
  const chosen = useUnfolded((view) => view.unfolded[textKey]);
  const { show } = useUnfolded.getState();
  const { terms, current } = useMarks();
  const isCurrent = current === rowKey;
  const forced = useMemo(
    () => (isCurrent && terms.length > 0 ? stepsUntilFound(text, terms) : 0),
    [isCurrent, text, terms],
  );
  const steps = stepsShown(chosen, forced);
  const shown = excerpt(text, steps);
  const ranges = useMemo(() => matchRanges(shown.text, terms), [shown.text, terms]);
  const left = shown.hidden;
  const next = Math.min(left, excerptLimits.stepCharacters);
  return (
    <>
      {children(shown, ranges)}
      {(shown.hidden > 0 || steps > 0) && (
        <p className="mt-0.5 flex gap-3 font-medium text-12">
          {shown.hidden > 0 && (
            <button type="button" className={unfoldStyle} onClick={() => show(textKey, steps + 1)}>
              {t`Show more`}
              {next < left && (
                <span className="font-normal text-ink-faint">
                  {' '}
                  ({plural(left, { one: '# character left', other: '# characters left' })})
                </span>
              )}
            </button>
          )}
          {steps > 0 && (
            <button
              type="button"
              className={unfoldStyle}
              onClick={() => show(textKey, 0)}
            >{t`Show less`}</button>
          )}
        </p>
      )}
    </>
  );
}
