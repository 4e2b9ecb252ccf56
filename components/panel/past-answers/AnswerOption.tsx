import { t } from '@lingui/core/macro';
import { parseTemplate } from '../../../lib/replies/parse-template';
import { formatDate, formatExactTime } from '../../../lib/text/format-time';
import { stripMarkdown } from '../../../lib/text/strip-markdown';
import { useScrolledIntoView } from '../../hooks/use-scrolled-into-view';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { statusWord } from '../conversation-status';
import { usePlatformIndex } from '../platform-index';
import { blankWords } from './blank-words';
import type { PastAnswer } from './find-past-answers';

interface AnswerOptionProps {
  id: string;
  answer: PastAnswer;
  isChosen: boolean;
  onPoint(): void;
  onInsert(): void;
}

/** One old answer: where and when, how it ended, what was asked, and what would be inserted. */
export function AnswerOption({ id, answer, isChosen, onPoint, onInsert }: AnswerOptionProps) {
  const option = useScrolledIntoView<HTMLDivElement>(isChosen);
  const { platforms, platformNames, connections } = usePlatformIndex();
  const platform = platforms.get(platformNames.get(answer.connectionId) ?? '');
  const label = connections.get(answer.connectionId)?.label ?? platform?.label ?? '';
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      id={id}
      ref={option}
      role="option"
      aria-selected={isChosen}
      onClick={onPoint}
      onDoubleClick={onInsert}
      className={`flex cursor-default flex-col gap-0.5 border-l-2 px-3 py-1.5 ${
        isChosen
          ? 'border-line-strong bg-sunken group-focus:border-accent group-focus:bg-accent-soft'
          : 'border-transparent hover:bg-hover'
      }`}
    >
      <p className="flex items-center gap-1.5 text-11 text-ink-faint">
        <PlatformIcon platform={platform} size={13} label={platform?.label ?? ''} />
        <bdi className="min-w-0 truncate" title={label}>
          {label}
        </bdi>
        <span className="ml-auto shrink-0">
          {endingWords(answer)} ·{' '}
          <time dateTime={new Date(answer.at).toISOString()} title={formatExactTime(answer.at)}>
            {formatDate(answer.at)}
          </time>
        </span>
      </p>
      <p dir="auto" className="line-clamp-2 text-12 text-ink-soft italic wrap-anywhere">
        {answer.question}
      </p>
      <p
        dir="auto"
        className={`whitespace-pre-line text-12 wrap-anywhere ${isChosen ? 'line-clamp-6' : 'line-clamp-2'}`}
      >
        {shownBody(answer)}
      </p>
    </div>
  );
}

/** The text with its blanks in words: "Hi ‹First name›". */
function shownBody({ body, asWritten }: PastAnswer): string {
  const text = parseTemplate(body)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      return part.kind === 'variable' ? `‹${blankWords(part.name)}›` : part.source;
    })
    .join('');
  return asWritten ? text : stripMarkdown(text);
}

/** How the conversation ended, and what the customer thought of it. */
function endingWords({ conversation }: PastAnswer): string {
  const status = statusWord(conversation?.status ?? 'unknown');
  const satisfaction = conversation?.satisfaction;
  return satisfaction === undefined ? status : t`${status}, rated ${satisfaction}`;
}
