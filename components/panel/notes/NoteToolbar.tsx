import { Bold, Italic, Link, List, type LucideIcon } from 'lucide-react';
import type { MarkdownChange } from '../../../lib/notes/markdown-edit';
import { IconButton } from '../../ui/IconButton';

const buttons: readonly [MarkdownChange, LucideIcon, string][] = [
  ['bold', Bold, 'Bold (Ctrl+B)'],
  ['italic', Italic, 'Italic (Ctrl+I)'],
  ['list', List, 'List'],
  ['link', Link, 'Link (Ctrl+K)'],
];

/** The few marks a note can carry. */
export function NoteToolbar({ onChange }: { onChange(change: MarkdownChange): void }) {
  return (
    <div role="toolbar" aria-label="Formatting" className="flex">
      {buttons.map(([change, icon, label]) => (
        <IconButton
          key={change}
          icon={icon}
          label={label}
          // Taking the focus from the text would lose what is selected in it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange(change)}
        />
      ))}
    </div>
  );
}
