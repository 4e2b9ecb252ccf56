import { t } from '@lingui/core/macro';
/**
 * Says why nothing is shown yet, when the database takes its time: after an update a page with the
 * older version can keep it from opening. If it opens at once, these words never appear.
 */
export function StorageWait() {
  return (
    <p
      role="status"
      className="appear-late p-4 text-12 text-ink-faint"
    >{t`Waiting for the browser’s storage. If this takes long, close other windows and tabs of Deskside: one from an older version may be blocking it. Nothing stored is lost.`}</p>
  );
}
