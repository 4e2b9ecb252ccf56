import { useMarks } from './marks';

/** The line between what came since the last visit and what was there before. */
export function SeenMark() {
  const { unseen } = useMarks();
  const look = unseen.size > 0 ? 'text-accent' : 'text-ink-faint';
  return (
    <p
      className={`flex items-center gap-2 px-3 py-1 font-semibold text-11 transition-colors ${look}`}
    >
      <span aria-hidden className="h-px flex-1 bg-current opacity-50" />
      <span>New since you last looked</span>
      <span aria-hidden className="h-px flex-1 bg-current opacity-50" />
    </p>
  );
}
