import { t } from '@lingui/core/macro';
import Plus from 'lucide-react/icons/plus';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { useFocusAfterRemoval } from '../../hooks/use-focus-after-removal';
import { Button } from '../../ui/Button';
import { PlatformIcon } from '../../ui/PlatformIcon';
import {
  forgetRequestedForm,
  formFor,
  type PlatformForm,
  type RequestedForm,
} from '../use-requested-form';
import { ConnectionRow } from './ConnectionRow';
import type { Report } from './test-or-save';

const ConnectionFormCard = lazy(async () => ({
  default: (await import('./ConnectionFormCard')).ConnectionFormCard,
}));
const SavedNotice = lazy(async () => ({ default: (await import('./SavedNotice')).SavedNotice }));

interface PlatformSectionProps {
  platform: PlatformDescriptor;
  /** Those of this platform. */
  connections: readonly Connection[];
  missingPatterns: ReadonlySet<string>;
  requested: RequestedForm | undefined;
}

/** One platform with its connections. */
export function PlatformSection(props: PlatformSectionProps) {
  const { platform, connections, requested } = props;
  const [open, setOpen] = useState<PlatformForm>();
  const [saved, setSaved] = useState<Report>();
  const { label } = platform;
  const id = useId();
  const addButton = useRef<HTMLButtonElement>(null);
  useFocusAfterRemoval(addButton, connections.length);
  useFocusAfterRemoval(addButton, Number(saved !== undefined));
  const isAdding = open?.kind === 'new';
  const edited = connections.find(({ id }) => open?.kind === 'edit' && id === open.id);
  // To open another form would lose what was typed into the one that is open.
  const isFormOpen = isAdding || edited !== undefined;
  /** How often the address asked for a form while this one was open, and whether it was another one. */
  const [calls, setCalls] = useState({ count: 0, isForAnother: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address opens a form, not a change of the connections
  useEffect(() => {
    const asked = formFor(requested, platform.name, connections);
    if (asked === undefined) return;
    if (!isFormOpen) return setOpen(asked);
    const isForAnother = asked.kind === 'new' || asked.id !== edited?.id;
    setCalls(({ count }) => ({ count: count + 1, isForAnother }));
    forgetRequestedForm();
  }, [requested, platform.name]);

  const show = (form: PlatformForm) => {
    setSaved(undefined);
    setOpen(form);
  };
  const close = () => {
    setOpen(undefined);
    setCalls({ count: 0, isForAnother: false });
    forgetRequestedForm();
  };
  const shared = {
    platform,
    calls,
    onCancel: close,
    onSaved: (report: Report) => {
      close();
      setSaved(report);
    },
  };
  const savedConnection = connections.find((each) => each.id === saved?.connectionId);
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 border-line border-t py-4 first:border-t-0"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-2.5">
        <PlatformIcon platform={platform} size={20} />
        <h2 id={id} className="font-semibold text-15">
          {platform.label}
        </h2>
        {connections.length === 0 && !isAdding && (
          <span className="text-12 text-ink-faint">{t`Not connected`}</span>
        )}
        <Button
          ref={addButton}
          className="ml-auto shrink-0"
          aria-label={t`Add connection: ${label}`}
          aria-expanded={isAdding}
          disabled={isFormOpen}
          onClick={() => show({ kind: 'new' })}
        >
          <Plus size={13} aria-hidden /> {t`Add connection`}
        </Button>
      </div>
      {saved !== undefined && savedConnection !== undefined && (
        <Suspense>
          <SavedNotice
            key={savedConnection.id}
            platform={platform}
            connection={savedConnection}
            report={saved}
            onDismiss={() => setSaved(undefined)}
          />
        </Suspense>
      )}
      {isAdding && (
        <Suspense>
          <ConnectionFormCard prepared={open.fields} {...shared} />
        </Suspense>
      )}
      {connections.length > 0 && (
        <ul aria-label={t`${label} connections`} className="flex flex-col gap-4 sm:pl-[30px]">
          {connections.map((connection) => {
            const isEditing = edited === connection;
            return (
              <li key={connection.id} className="flex flex-col gap-3">
                <ConnectionRow
                  platform={platform}
                  connection={connection}
                  missingPatterns={props.missingPatterns}
                  isEditing={isEditing}
                  isFormOpen={isFormOpen}
                  onEdit={() => show({ kind: 'edit', id: connection.id })}
                />
                {isEditing && (
                  <Suspense>
                    <ConnectionFormCard connection={connection} {...shared} />
                  </Suspense>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
