interface ModeToggleProps {
  version: string;
  note: boolean;
  /** Replies are not allowed: the switch stays on notes. */
  locked: boolean;
  onChange(note: boolean): void;
}

/** Reply or private note: one button without a stable name; before 4.0.0 two buttons. */
export function ModeToggle({ version, note, locked, onChange }: ModeToggleProps) {
  if (Number(version.split('.')[0]) < 4) {
    return (
      <div className="mode-buttons">
        <button
          type="button"
          className={note ? 'button button--reply' : 'button button--reply is-active'}
          disabled={locked}
          onClick={() => onChange(false)}
        >
          Reply
        </button>
        <button
          type="button"
          className={note ? 'button button--note is-active' : 'button button--note'}
          onClick={() => onChange(true)}
        >
          Private Note
        </button>
      </div>
    );
  }
  return (
    <button
      type="button"
      className="flex items-center rounded-full"
      disabled={locked}
      onClick={() => onChange(!note)}
    >
      <div className="cell">Reply</div>
      <div className="cell">Private Note</div>
      <div className={note ? 'chip chip-right' : 'chip'} />
    </button>
  );
}
