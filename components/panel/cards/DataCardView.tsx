import { t } from '@lingui/core/macro';
import ChevronRight from 'lucide-react/icons/chevron-right';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useId } from 'react';
import { cardVariableWords } from '../../../lib/cards/card-words';
import { shownCardValue } from '../../../lib/cards/format-value';
import { cardVariables } from '../../../lib/model/card-address';
import type { CardAnswerRow, DataCard } from '../../../lib/model/data-card';
import { formatList } from '../../../lib/text/format-list';
import { formatAge, formatExactTime } from '../../../lib/text/format-time';
import { CardContentView } from '../../cards/CardContentView';
import { useNow } from '../../hooks/use-now';
import { IconButton } from '../../ui/IconButton';
import { CardState } from './CardState';

interface DataCardViewProps {
  card: DataCard;
  /** Absent until it was asked. */
  answer: CardAnswerRow | undefined;
  isOpen: boolean;
  onToggle(): void;
  onRefresh(): void;
}

/** One data card: its name and the age of its data, and below them the data, or why there are none. */
export function DataCardView({ card, answer, isOpen, onToggle, onRefresh }: DataCardViewProps) {
  const id = useId();
  const content = answer?.content;
  const title = content?.title ?? card.name;
  const { host } = new URL(card.origin);
  const isAsking = answer === undefined || answer.asking !== undefined;
  return (
    <article className="rounded-md border border-line bg-raised">
      <h2 className="flex min-w-0 items-center gap-1 pr-0.5">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
          className="flex h-7 min-w-0 flex-1 items-center gap-1 rounded-md pl-1 text-left text-12 hover:bg-hover"
        >
          <ChevronRight
            size={13}
            aria-hidden
            className={`shrink-0 text-ink-faint transition-transform ${isOpen ? 'rotate-90' : ''}`}
          />
          <span
            dir="auto"
            title={title}
            className="max-w-[60%] shrink-0 truncate font-medium text-ink"
          >
            {title}
          </span>
          {!isOpen && <Summary answer={answer} />}
        </button>
        <Age answer={answer} />
        <IconButton
          icon={RefreshCw}
          label={t`Ask ${host} again`}
          isDisabled={isAsking}
          className={`size-6! ${isAsking ? '[&_svg]:animate-spin' : ''}`}
          onClick={onRefresh}
        />
      </h2>
      <div id={id} hidden={!isOpen} className="px-2 pt-1 pb-2">
        {isOpen && (
          <div className="flex flex-col gap-1.5">
            <CardState card={card} answer={answer} isAsking={isAsking} onRefresh={onRefresh} />
            {content !== undefined && <CardContentView content={content} />}
          </div>
        )}
      </div>
    </article>
  );
}

/** The first value of a folded card, or that something is wrong with it. */
function Summary({ answer }: { answer: CardAnswerRow | undefined }) {
  if (answer?.failure !== undefined && answer.content === undefined) {
    const isUnknown = answer.failure.kind === 'nobody';
    return (
      <span className={`truncate ${isUnknown ? 'text-ink-faint' : 'text-warn'}`}>
        {isUnknown ? t`Not known there` : t`Not loaded`}
      </span>
    );
  }
  const first = answer?.content?.fields.find(({ value }) => value.kind !== 'link');
  if (first === undefined) return null;
  return (
    <bdi title={first.label} className="truncate text-ink-soft">
      {shownCardValue(first.value)}
    </bdi>
  );
}

function Age({ answer }: { answer: CardAnswerRow | undefined }) {
  const now = useNow(30_000);
  if (answer?.fetchedAt === undefined) return null;
  const { sent, fetchedAt } = answer;
  const used = cardVariables.filter((name) => sent[name] !== undefined);
  const names = cardVariableWords(used);
  const values = formatList(used.flatMap((name) => sent[name] ?? []));
  const time = formatExactTime(fetchedAt);
  return (
    <span
      title={t`Asked on ${time}. Sent (${names}): ${values}`}
      className="shrink-0 text-11 text-ink-faint"
    >
      {formatAge(fetchedAt, now)}
    </span>
  );
}
