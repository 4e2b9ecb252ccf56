/** Marks an item that came since the last visit. */
export function NewDot() {
  return (
    <span className="appear size-1.5 shrink-0 rounded-full bg-accent" title="New">
      <span className="sr-only">New</span>
    </span>
  );
}
