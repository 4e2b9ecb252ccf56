import type { Message } from '../../../lib/model/history';
import { excerpt } from '../../../lib/timeline/excerpt';
import { Highlighted } from './Highlighted';
import { ItemTime } from './ItemTime';
import { useMarks } from './marks';

interface ActivityLineProps {
  rowKey: string;
  message: Message;
  /** Epoch ms. */
  now: number;
}

/** A system line: small and quiet, but there. */
export function ActivityLine({ rowKey, message, now }: ActivityLineProps) {
  const isCurrent = useMarks().current === rowKey;
  const shown = excerpt(message.text, 0);
  return (
    <p
      className={`flex min-w-0 items-baseline gap-1.5 rounded-sm py-[3px] pr-3 text-11 text-ink-faint ${isCurrent ? 'outline-2 outline-accent' : ''}`}
    >
      <span aria-hidden className="size-1 shrink-0 self-center rounded-full bg-line-strong" />
      <span dir="auto" className="line-clamp-3 min-w-0 break-words">
        <Highlighted text={shown.text} />
        {shown.hidden > 0 && '…'}
      </span>
      <ItemTime message={message} now={now} />
    </p>
  );
}
