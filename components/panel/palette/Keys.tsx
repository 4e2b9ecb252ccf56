/** Keys as they are pressed: `Ctrl+Shift+F`; with Cmd instead of Ctrl on a Mac. */
export function Keys({ keys, className = '' }: { keys: string; className?: string }) {
  const isMac = /mac/i.test(navigator.userAgent);
  const named = isMac ? keys.replace('Ctrl', 'Cmd') : keys;
  return (
    <span className={`flex shrink-0 items-center gap-0.5 whitespace-nowrap ${className}`}>
      {named.split('+').map((key) => (
        <kbd
          key={key}
          className="min-w-5 rounded border border-line-strong px-1 text-center font-sans text-11 text-ink-soft"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
