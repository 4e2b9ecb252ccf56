import { t } from '@lingui/core/macro';
import type { LucideIcon } from 'lucide-react';
import Bold from 'lucide-react/icons/bold';
import Italic from 'lucide-react/icons/italic';
import Link from 'lucide-react/icons/link';
import List from 'lucide-react/icons/list';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { changeMarkdown, type MarkdownChange } from '../../../lib/notes/markdown-edit';
import { pressedKey } from '../../hooks/pressed-key';
import { IconButton } from '../../ui/IconButton';

const keys: Readonly<Record<string, MarkdownChange>> = { b: 'bold', i: 'italic', k: 'link' };

interface NoteTextFieldProps {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  text: string;
  /** Whether it shows more than one line from the start. */
  isOpen: boolean;
  /** While it is being saved. */
  isLocked: boolean;
  onType(text: string): void;
  onLeave(): void;
}

/** The text of a note with its toolbar: grows with the text, up to a third of the panel. */
export function NoteTextField({
  field,
  label,
  text,
  isOpen,
  isLocked,
  onType,
  onLeave,
}: NoteTextFieldProps) {
  const selection = useRef<{ start: number; end: number }>(undefined);
  useLayoutEffect(() => {
    const wanted = selection.current;
    selection.current = undefined;
    if (wanted !== undefined) field.current?.setSelectionRange(wanted.start, wanted.end);
  });
  const change = (what: MarkdownChange) => {
    const area = field.current;
    if (area === null || isLocked) return;
    const { selectionStart: start, selectionEnd: end } = area;
    const changed = changeMarkdown({ text, start, end }, what);
    selection.current = changed;
    area.focus();
    onType(changed.text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const what = keys[pressedKey(event)];
    if (what === undefined || event.shiftKey || event.altKey) return;
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    change(what);
  };
  return (
    <>
      <textarea
        ref={field}
        dir="auto"
        aria-label={label}
        placeholder={t`Write a note about this person (n)`}
        rows={isOpen ? 3 : 1}
        maxLength={40_000}
        value={text}
        readOnly={isLocked}
        onChange={(event) => onType(event.target.value)}
        onBlur={onLeave}
        onKeyDown={onKeyDown}
        className="block max-h-[34vh] w-full resize-none bg-transparent px-2 py-1.5 text-13 outline-none [field-sizing:content] placeholder:text-ink-faint"
      />
      {isOpen && <NoteToolbar isLocked={isLocked} onChange={change} />}
    </>
  );
}

const buttons = (): readonly [MarkdownChange, LucideIcon, string][] => [
  ['bold', Bold, t`Bold (Ctrl+B)`],
  ['italic', Italic, t`Italic (Ctrl+I)`],
  ['list', List, t({ message: 'List', context: 'formatting of a text' })],
  ['link', Link, t`Link (Ctrl+K)`],
];

interface NoteToolbarProps {
  isLocked: boolean;
  onChange(change: MarkdownChange): void;
}

/** The few formats a note can have. */
function NoteToolbar({ isLocked, onChange }: NoteToolbarProps) {
  return (
    <div role="toolbar" aria-label={t`Formatting`} className="flex">
      {buttons().map(([change, icon, label]) => (
        <IconButton
          key={change}
          icon={icon}
          label={label}
          isDisabled={isLocked}
          // Taking the focus from the text would lose what is selected in it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange(change)}
        />
      ))}
    </div>
  );
}
