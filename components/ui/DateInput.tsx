interface DateInputProps {
  label: string;
  /** As date inputs write it, e.g. "2026-03-09"; empty for none. */
  value: string;
  onChange(value: string): void;
}

/** The browser's own date input, which knows the agent's calendar and language. */
export function DateInput({ label, value, onChange }: DateInputProps) {
  return (
    <input
      type="date"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-7 w-[124px] rounded-md border border-line-strong bg-canvas px-1.5 text-12 text-ink"
    />
  );
}
