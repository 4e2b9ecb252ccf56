import { useMemo } from 'react';
import type { NoteScope } from '../../../lib/model/note';
import { contactOfRef } from '../../../lib/storage/panel-queries';
import type { NoteScopeChoice } from '../../../lib/storage/settings';
import { useSettings } from '../../options/use-settings';

/** Where a new note beside this contact (`contactRef`) goes, as the settings say. */
export function useDefaultScope(anchor: string): NoteScope {
  const choice = useSettings()?.noteScope ?? 'everywhere';
  return useMemo(() => scopeFor(choice, anchor), [choice, anchor]);
}

function scopeFor(choice: NoteScopeChoice, anchor: string): NoteScope {
  if (choice === 'here') {
    return { kind: 'connection', connectionId: contactOfRef(anchor).connectionId };
  }
  return { kind: choice };
}
