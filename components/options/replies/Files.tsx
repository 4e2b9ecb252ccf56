import { ExportButtons } from './ExportButtons';
import { ImportFile } from './ImportFile';
import type { ManagedLibrary } from './use-managed-library';

/** Canned responses from files, and into them. */
export function Files({ library }: { library: ManagedLibrary }) {
  return (
    <div className="flex flex-col gap-5">
      <ImportFile library={library} />
      <ExportButtons replies={library.replies} />
    </div>
  );
}
