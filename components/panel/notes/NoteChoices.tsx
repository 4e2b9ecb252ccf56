import { t } from '@lingui/core/macro';
import Pin from 'lucide-react/icons/pin';
import type { NoteScope, NoteUrgency } from '../../../lib/model/note';
import type { NoteAccount } from '../../../lib/notes/note-scope';
import { urgencyWord } from '../../../lib/notes/note-urgency';
import { ToggleChip } from '../../ui/ToggleChip';

const urgencies: readonly NoteUrgency[] = ['normal', 'important', 'urgent'];

const selectStyle =
  'h-[26px] min-w-0 rounded-md border border-line-strong bg-canvas px-1 text-12 text-ink';

/** What is chosen for a note besides its text. */
export interface NoteChoice {
  pinned: boolean;
  urgency: NoteUrgency;
  scope: NoteScope;
}

interface NoteChoicesProps {
  choice: NoteChoice;
  targets: readonly NoteAccount[];
  /** While it is being saved. */
  isLocked: boolean;
  onChange(choice: NoteChoice): void;
}

/** Whether it is pinned, how urgent it is, and where it goes. */
export function NoteChoices({ choice, targets, isLocked, onChange }: NoteChoicesProps) {
  return (
    <div className="flex flex-wrap items-center gap-1">
      <ToggleChip
        isOutlined
        isDisabled={isLocked}
        isOn={choice.pinned}
        label={t`Pin on top of the panel (Ctrl+Shift+P)`}
        onToggle={() => onChange({ ...choice, pinned: !choice.pinned })}
      >
        <Pin size={12} aria-hidden /> {t`Pin`}
      </ToggleChip>
      <select
        aria-label={t`Urgency`}
        disabled={isLocked}
        className={selectStyle}
        value={choice.urgency}
        onChange={(event) => {
          const urgency = urgencies.find((each) => each === event.target.value);
          if (urgency !== undefined) onChange({ ...choice, urgency });
        }}
      >
        {urgencies.map((urgency) => (
          <option key={urgency} value={urgency}>
            {urgencyWord(urgency)}
          </option>
        ))}
      </select>
      <select
        aria-label={t`Where it goes`}
        disabled={isLocked}
        className={`${selectStyle} flex-1`}
        value={scopeValue(choice.scope)}
        onChange={(event) => onChange({ ...choice, scope: scopeOf(event.target.value) })}
      >
        <option value="everywhere">{t`Everywhere`}</option>
        {targets.map(({ connectionId, label }) => (
          <option key={connectionId} value={scopeValue({ kind: 'connection', connectionId })}>
            {t`${label} only`}
          </option>
        ))}
        <option value="browser">{t`This browser only`}</option>
      </select>
    </div>
  );
}

const connectionPrefix = 'connection:';

/** A scope as the value of an option. */
function scopeValue(scope: NoteScope): string {
  return scope.kind === 'connection' ? connectionPrefix + scope.connectionId : scope.kind;
}

/** The scope of an option's value; an unknown value means everywhere. */
function scopeOf(value: string): NoteScope {
  if (value === 'browser') return { kind: 'browser' };
  if (!value.startsWith(connectionPrefix)) return { kind: 'everywhere' };
  return { kind: 'connection', connectionId: value.slice(connectionPrefix.length) };
}
