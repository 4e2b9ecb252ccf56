import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ForeignValue } from '../../../lib/replies/borrowed-values';
import type { LengthLimit } from '../../../lib/replies/channel-limit';
import type { Composed } from '../../../lib/replies/compose-reply';
import type { LogicWords } from '../../../lib/replies/logic-words';
import { backslashWords } from '../../../lib/replies/lost-parts';
import { plainText } from '../../../lib/replies/plain-text';
import { formatNumber } from '../../../lib/text/format-number';
import { ComposedTextView } from '../../text/ComposedTextView';

interface PreviewProps {
  composed: Composed;
  /** The person whose values are in it; absent when it contains none. */
  whose: string | undefined;
  /** What its gaps are called, by their names; those that are not in it keep their names. */
  labels?: ReadonlyMap<string, string> | undefined;
  limit: LengthLimit | undefined;
  /** What to say about its logic, if it has any. */
  logic: LogicWords | undefined;
  /** Values in the text that do not come from the record on screen. */
  foreign: readonly ForeignValue[];
  children?: React.ReactNode;
}

/** What would be inserted, with the values of the person on screen, and whose values they are. */
export function Preview(props: PreviewProps) {
  const { composed, whose, labels, limit, logic, foreign, children } = props;
  const gaps = [...composed.missing.map(({ name }) => name), ...logicGaps(composed)];
  return (
    <section
      aria-label={t`Preview`}
      className="flex max-h-[45%] shrink-0 flex-col border-line border-t bg-sunken"
    >
      <div className="flex min-h-9 items-center gap-2 px-3 pt-1.5 text-11 text-ink-faint">
        <span className="line-clamp-2 min-w-0 flex-1 wrap-anywhere">
          {whose !== undefined ? (
            <Trans>
              With the values of <bdi className="font-medium text-ink-soft">{whose}</bdi>
            </Trans>
          ) : (
            t`Preview`
          )}
        </span>
        {children}
      </div>
      <div className="min-h-0 overflow-y-auto px-3 pt-1 pb-2.5">
        <ComposedTextView
          composed={composed.text}
          missing={new Set(gaps)}
          labels={labels}
          isPreview
          className="gap-2"
        />
        <p role="status" className="pt-1 text-11 text-ink-soft empty:hidden">
          {backslashWords(composed.lostBackslashes)}
        </p>
      </div>
      <SourceLines
        label={t`From other records`}
        values={foreign.filter(({ isFromCard }) => isFromCard !== true)}
        className="text-warn"
      />
      <SourceLines
        label={t`From data cards`}
        values={foreign.filter(({ isFromCard }) => isFromCard === true)}
        className="text-ink-soft"
      />
      {logic !== undefined && (
        <p role="status" className="shrink-0 px-3 pb-2 text-12 text-warn wrap-anywhere">
          {logic.what}
        </p>
      )}
      <LengthWarning length={plainText(composed.text).length} limit={limit} />
    </section>
  );
}

interface SourceLinesProps {
  label: string;
  values: readonly ForeignValue[];
  className: string;
}

/** Where values in the text come from; each once. */
function SourceLines({ label, values, className }: SourceLinesProps) {
  if (values.length === 0) return null;
  return (
    <ul aria-label={label} className={`shrink-0 px-3 pb-2 text-12 ${className}`}>
      {[...new Set(values.map(({ value, source }) => `${value}\n${source}`))].map((line) => {
        const value = line.slice(0, line.lastIndexOf('\n'));
        const source = line.slice(line.lastIndexOf('\n') + 1);
        return (
          <li key={line} className="wrap-anywhere">
            <Trans>
              <bdi className="font-medium">{value}</bdi> is from <bdi>{source}</bdi>
            </Trans>
          </li>
        );
      })}
    </ul>
  );
}

/** What the logic says where it is not kept. */
function logicGaps({ logic = [] }: Composed): string[] {
  return logic.map(({ words }) => words);
}

interface LengthWarningProps {
  /** Characters. */
  length: number;
  limit: LengthLimit | undefined;
}

/** Says that a text is longer than the channel allows. */
function LengthWarning({ length, limit }: LengthWarningProps) {
  if (limit === undefined || length <= limit.limit) return null;
  return (
    // Told when it becomes too long, not at each key.
    <p role="status" aria-relevant="additions" className="shrink-0 px-3 pb-2 text-12 text-warn">
      {lengthWords(length, limit)}
    </p>
  );
}

function lengthWords(length: number, { channel, limit, isUnsure = false }: LengthLimit): string {
  const most = formatNumber(limit);
  if (channel === undefined) {
    return isUnsure
      ? plural(length, {
          one: `# character, but this channel may accept only ${most}. Shorten it before you send.`,
          other: `# characters, but this channel may accept only ${most}. Shorten it before you send.`,
        })
      : plural(length, {
          one: `# character, but this channel accepts at most ${most}. Shorten it before you send.`,
          other: `# characters, but this channel accepts at most ${most}. Shorten it before you send.`,
        });
  }
  return isUnsure
    ? plural(length, {
        one: `# character, but ${channel} may accept only ${most}. Shorten it before you send.`,
        other: `# characters, but ${channel} may accept only ${most}. Shorten it before you send.`,
      })
    : plural(length, {
        one: `# character, but ${channel} accepts at most ${most}. Shorten it before you send.`,
        other: `# characters, but ${channel} accepts at most ${most}. Shorten it before you send.`,
      });
}
