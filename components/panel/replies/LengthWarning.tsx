import type { LengthLimit } from '../../../lib/replies/channel-limit';

interface LengthWarningProps {
  /** Characters. */
  length: number;
  limit: LengthLimit | undefined;
}

/** Says that a text is longer than the channel takes. */
export function LengthWarning({ length, limit }: LengthWarningProps) {
  if (limit === undefined || length <= limit.limit) return null;
  return (
    <p role="status" className="shrink-0 px-3 pb-2 text-12 text-warn">
      {length.toLocaleString('en')} characters, but {limit.channel ?? 'this channel'}{' '}
      {limit.isUnsure === true ? 'may take only' : 'takes'} {limit.limit.toLocaleString('en')}.
      Shorten it before you send.
    </p>
  );
}
