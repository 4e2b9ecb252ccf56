import { t } from '@lingui/core/macro';

const bar = 'block rounded-sm bg-hover motion-safe:animate-pulse';

/** The shape of a timeline while the first items are on their way. */
export function TimelineSkeleton() {
  return (
    <div
      role="status"
      aria-label={t`Loading the history`}
      className="min-h-0 flex-1 overflow-hidden"
    >
      <span className={`${bar} mx-3 mt-4 mb-3 h-3 w-14`} />
      {[0, 1, 2].map((group) => (
        <div key={group} className="border-hover border-l-[3px] pb-2 pl-3">
          <span className={`${bar} mb-2 h-3.5 w-40`} />
          <span className={`${bar} mr-10 mb-1.5 h-14 rounded-lg`} />
          <span className={`${bar} mr-3 mb-1.5 ml-7 h-10 rounded-lg`} />
          {group === 0 && <span className={`${bar} mr-10 h-20 rounded-lg`} />}
        </div>
      ))}
    </div>
  );
}

/** The shape of a person while it is not yet known who is on screen. */
export function PersonSkeleton({ name }: { name: string | undefined }) {
  return (
    <div className="flex h-full flex-col">
      <div role="status" className="flex items-center gap-2.5 px-3 pt-3">
        <span className={`${bar} size-9 rounded-full`} />
        <div className="min-w-0 flex-1">
          {name === undefined ? (
            <span className={`${bar} h-4 w-32`} />
          ) : (
            <h1 dir="auto" className="truncate font-semibold text-15">
              {name}
            </h1>
          )}
          <p className="text-12 text-ink-faint">{t`Finding out who this is…`}</p>
        </div>
      </div>
      <span className={`${bar} mx-3 mt-2 h-4 w-52`} />
      <div aria-hidden className="grid grid-cols-4 gap-1 px-3 py-2">
        {[0, 1, 2, 3].map((tile) => (
          <span key={tile} className={`${bar} h-10 rounded-md`} />
        ))}
      </div>
      <TimelineSkeleton />
    </div>
  );
}
