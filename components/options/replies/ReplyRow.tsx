import { plural, t } from '@lingui/core/macro';
import Lock from 'lucide-react/icons/lock';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import type { ReactNode } from 'react';
import type { Reply } from '../../../lib/model/reply';
import { deleteReply } from '../../replies/reply-actions';
import { draftOf } from '../../replies/reply-form-draft';
import { SourceIcon } from '../../replies/SourceIcon';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { IconButton } from '../../ui/IconButton';
import { bringBack } from './bring-back';
import { PublishMenu } from './PublishMenu';
import type { ManagedLibrary, OpenEditor } from './use-managed-library';

interface ReplyRowProps {
  reply: Reply;
  library: ManagedLibrary;
  onEdit: OpenEditor;
  /** Shown before it. */
  lead?: ReactNode;
}

/** One response in the list of all, with what can be done to it. */
export function ReplyRow({ reply, library, onEdit, lead }: ReplyRowProps) {
  const name = reply.title || reply.shortcut;
  const isWritable = library.isWritable(reply.source);
  const uses = library.usesOf(reply);
  const marks = [reply.language, ...reply.variants.map((each) => each.language), ...reply.tags]
    .filter((mark) => mark !== undefined)
    .join(' · ');
  const remove = async () => {
    const answer = await deleteReply(reply);
    if (answer.kind !== 'ok') return library.say(answer.message);
    library.say(t`“${name}” was deleted.`, {
      label: t`Undo`,
      run: async () => library.say(await bringBack(reply, library)),
    });
  };
  return (
    <li className="flex items-center gap-x-2.5 border-line max-[479px]:flex-wrap border-b px-1 py-1.5 last:border-b-0">
      {lead}
      <SourceIcon source={reply.source} names={library} />
      <div className="min-w-0 flex-1 max-[479px]:basis-[calc(100%-80px)]">
        <p className="flex min-w-0 items-center gap-1.5">
          <span dir="auto" title={name} className="min-w-0 truncate font-medium text-13">
            {name}
          </span>
          {reply.shortcut !== '' && (
            <span className="max-w-[30%] shrink-0 truncate rounded bg-sunken px-1 text-11 text-ink-soft">
              /{reply.shortcut}
            </span>
          )}
          {reply.audience === 'internal' && (
            <Lock size={12} role="img" aria-label={t`For colleagues only`} className="text-warn" />
          )}
        </p>
        <p dir="auto" className="truncate text-12 text-ink-faint">
          {reply.body.slice(0, 300)}
        </p>
      </div>
      <span title={marks} className="hidden max-w-[180px] truncate text-11 text-ink-faint sm:block">
        {marks}
      </span>
      <span className="ml-auto w-14 shrink-0 text-right text-11 text-ink-faint tabular-nums">
        {plural(uses, { one: '# use', other: '# uses' })}
      </span>
      <PublishMenu reply={reply} library={library} onEdit={onEdit} />
      <IconButton
        icon={Pencil}
        label={t`Edit: ${name}`}
        isDisabled={!isWritable}
        onClick={() => onEdit(draftOf(reply))}
      />
      <ConfirmDialog
        title={t`Delete “${name}”?`}
        text={library.deletionText(reply.source)}
        action={{ label: t`Delete`, busy: t`Deleting…` }}
        onConfirm={remove}
      >
        <IconButton icon={Trash2} label={t`Delete: ${name}`} isDisabled={!isWritable} />
      </ConfirmDialog>
    </li>
  );
}
