import CopyPlus from 'lucide-react/icons/copy-plus';
import Lock from 'lucide-react/icons/lock';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { OWN_SOURCE, type Reply } from '../../../lib/model/reply';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { sourceLabel } from '../../../lib/replies/source-words';
import { formatNumber } from '../../../lib/text/format-number';
import { LossNotice } from '../../replies/LossNotice';
import { deleteReply, submitReply } from '../../replies/reply-commands';
import { draftCopy, draftOf } from '../../replies/reply-draft';
import { SourceIcon } from '../../replies/SourceIcon';
import { writableSources } from '../../replies/SourceSelect';
import type { ReplyConflict } from '../../replies/use-reply-form';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import { bringBack } from './bring-back';
import type { ManagedLibrary } from './use-managed-library';

/** Opens the form; with what stood in the way when the draft was to be saved without one. */
export type OpenEditor = (draft: ReplyFormDraft, met?: ReplyConflict) => void;

interface ReplyRowProps {
  reply: Reply;
  library: ManagedLibrary;
  onEdit: OpenEditor;
}

/** One response in the list of all, with what can be done to it. */
export function ReplyRow({ reply, library, onEdit }: ReplyRowProps) {
  const name = reply.title || reply.shortcut;
  const isWritable = library.isWritable(reply.source);
  const uses = library.usesOf(reply);
  const marks = [reply.language, ...reply.variants.map((each) => each.language), ...reply.tags];
  const remove = async () => {
    const answer = await deleteReply(reply);
    if (answer.kind !== 'ok') return library.say(answer.message);
    library.say(`“${name}” was deleted.`, {
      label: 'Undo',
      run: async () => library.say(await bringBack(reply, library)),
    });
  };
  return (
    <li className="flex items-center gap-2.5 border-line border-b px-1 py-1.5 last:border-b-0">
      <SourceIcon source={reply.source} names={library} />
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-center gap-1.5">
          <span dir="auto" className="min-w-0 truncate font-medium text-13">
            {name}
          </span>
          {reply.shortcut !== '' && (
            <span className="max-w-[30%] shrink-0 truncate rounded bg-sunken px-1 text-11 text-ink-soft">
              /{reply.shortcut}
            </span>
          )}
          {reply.audience === 'internal' && (
            <Lock size={12} role="img" aria-label="For colleagues only" className="text-warn" />
          )}
        </p>
        <p dir="auto" className="truncate text-12 text-ink-faint">
          {reply.body.slice(0, 300)}
        </p>
      </div>
      <span className="hidden max-w-[180px] truncate text-11 text-ink-faint sm:block">
        {marks.filter((mark) => mark !== undefined).join(' · ')}
      </span>
      <span className="w-14 shrink-0 text-right text-11 text-ink-faint tabular-nums">
        {uses === 1 ? '1 use' : `${formatNumber(uses)} uses`}
      </span>
      <PublishMenu reply={reply} library={library} onEdit={onEdit} />
      <IconButton
        icon={Pencil}
        label={`Edit: ${name}`}
        isDisabled={!isWritable}
        onClick={() => onEdit(draftOf(reply))}
      />
      <ConfirmDialog
        title={`Delete “${name}”?`}
        text={library.deletionText(reply.source)}
        action={{ label: 'Delete', busy: 'Deleting…' }}
        onConfirm={remove}
      >
        <IconButton icon={Trash2} label={`Delete: ${name}`} isDisabled={!isWritable} />
      </ConfirmDialog>
    </li>
  );
}

/** Copies a response to another source, or moves it there. */
function PublishMenu({ reply, library, onEdit }: ReplyRowProps) {
  const name = reply.title || reply.shortcut;
  const targets = writableSources(library.sources).filter((source) => source !== reply.source);
  const canMove = library.isWritable(reply.source);
  const publish = async (target: string, isMove: boolean) => {
    const label = sourceLabel(target, library);
    const copy = draftCopy(reply, target);
    const saved = await submitReply(copy);
    if (saved.kind === 'conflict') return onEdit(copy, saved);
    if (saved.kind !== 'ok') return library.say(saved.message);
    // Only what has safely arrived there is deleted here.
    const removed = isMove ? await deleteReply(reply) : saved;
    if (removed.kind === 'ok') return library.say(`“${name}” is in ${label} now.`);
    library.say(`“${name}” is in ${label} now, and also where it was: ${removed.message}`);
  };
  return (
    <Popover
      label="Copy or move"
      align="end"
      trigger={(opener) => (
        <IconButton
          {...opener}
          icon={CopyPlus}
          label={`Copy or move: ${name}`}
          isDisabled={targets.length === 0}
        />
      )}
    >
      {(close) => (
        <ul className="flex flex-col gap-2">
          {targets.map((target) => {
            const label = sourceLabel(target, library);
            const choose = (isMove: boolean) => {
              close();
              void publish(target, isMove);
            };
            return (
              <li key={target} className="flex flex-col gap-1">
                <div className="flex items-center gap-2">
                  <Button className="min-w-0 flex-1" onClick={() => choose(false)}>
                    <span className="truncate">
                      {target === OWN_SOURCE ? `Copy to ${label}` : `Publish to ${label}`}
                    </span>
                  </Button>
                  <Button
                    disabled={!canMove}
                    aria-label={`Move to ${label}`}
                    onClick={() => choose(true)}
                  >
                    Move
                  </Button>
                </div>
                <LossNotice draft={draftCopy(reply, target)} names={library} />
              </li>
            );
          })}
        </ul>
      )}
    </Popover>
  );
}
