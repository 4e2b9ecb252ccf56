import type { Message } from '../../lib/model/history';
import { excerpt } from '../../lib/timeline/excerpt';
import { ItemTime } from './ItemTime';

/** A system line: small and quiet, but there. */
export function ActivityLine({ message, now }: { message: Message; now: number }) {
  const shown = excerpt(message.text, 0);
  return (
    <p className="flex min-w-0 items-baseline gap-1.5 py-[3px] pr-3 text-11 text-ink-faint">
      <span aria-hidden className="size-1 shrink-0 self-center rounded-full bg-line-strong" />
      <span dir="auto" className="line-clamp-3 min-w-0 break-words">
        {shown.text}
        {shown.hidden > 0 && '…'}
      </span>
      <ItemTime message={message} now={now} />
    </p>
  );
}
