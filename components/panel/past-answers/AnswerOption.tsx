import { t } from '@lingui/core/macro';
import { useEffect, useRef } from 'react';
import { labelOfKey } from '../../../lib/identity/attributes';
import type { ConversationStatus } from '../../../lib/model/history';
import { parseTemplate } from '../../../lib/replies/parse-template';
import { formatDate, formatExactTime } from '../../../lib/text/format-time';
import { withoutMarks } from '../../../lib/text/without-marks';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { usePlatformIndex } from '../platform-index';
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
  const option = useRef<HTMLDivElement>(null);
  const { platforms, platformNames, connections } = usePlatformIndex();
  const platform = platforms.get(platformNames.get(answer.connectionId) ?? '');
  const label = connections.get(answer.connectionId)?.label ?? platform?.label ?? '';
  useEffect(() => {
    if (isChosen) option.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
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
        <bdi className="min-w-0 truncate">{label}</bdi>
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
      return part.kind === 'variable'
        ? `‹${labelOfKey(part.name.replace('ask.', ''))}›`
        : part.source;
    })
    .join('');
  return asWritten ? text : withoutMarks(text);
}

/** How the conversation ended, and what the customer thought of it. */
function endingWords({ conversation }: PastAnswer): string {
  const status = statusWords(conversation?.status ?? 'unknown');
  const satisfaction = conversation?.satisfaction;
  return satisfaction === undefined ? status : t`${status}, rated ${satisfaction}`;
}

function statusWords(status: ConversationStatus): string {
  switch (status) {
    case 'open':
      return t({ message: 'Still open', context: 'state of a conversation' });
    case 'pending':
      return t({ message: 'Pending', context: 'state of a conversation' });
    case 'snoozed':
      return t({ message: 'Snoozed', context: 'state of a conversation' });
    case 'resolved':
      return t({ message: 'Resolved', context: 'state of a conversation' });
    case 'unknown':
      return t({ message: 'End not known', context: 'state of a conversation' });
  }
}
