import type { Reply } from '../../../lib/model/reply';
import { DeletedReplies } from './DeletedReplies';
import { Duplicates } from './Duplicates';
import { Files } from './Files';
import { ManageList } from './ManageList';
import { TeamFile } from './TeamFile';
import type { ManagedLibrary } from './use-managed-library';
import type { ManageView } from './ViewChoice';

interface ViewOfProps {
  view: ManageView;
  library: ManagedLibrary;
  onEdit(reply: Reply): void;
}

/** The chosen part of the canned responses. */
export function ViewOf({ view, library, onEdit }: ViewOfProps) {
  switch (view) {
    case 'all':
      return <ManageList library={library} onEdit={onEdit} />;
    case 'duplicates':
      return <Duplicates library={library} onEdit={onEdit} />;
    case 'deleted':
      return <DeletedReplies library={library} />;
    case 'files':
      return <Files library={library} />;
    case 'team':
      return <TeamFile library={library} />;
  }
}
