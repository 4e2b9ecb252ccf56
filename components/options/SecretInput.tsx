import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { type InputTies, inputLook } from './FieldFrame';

interface SecretInputProps {
  ties: InputTies;
  /** What the field holds, for the button's name. */
  label: string;
  value: string;
  placeholder: string | undefined;
  onChange(value: string): void;
}

/** An input for a key: hidden until asked to show, and kept out of the browser's memory. */
export function SecretInput({ ties, label, value, placeholder, onChange }: SecretInputProps) {
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <input
        {...ties}
        type={isShown ? 'text' : 'password'}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        className={`${inputLook} pr-9`}
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        aria-pressed={isShown}
        aria-label={`Show ${label}`}
        title={isShown ? 'Hide' : 'Show'}
        className="absolute inset-y-1 right-1 flex w-7 items-center justify-center rounded text-ink-faint hover:bg-hover hover:text-ink"
        onClick={() => setIsShown(!isShown)}
      >
        <Icon size={14} aria-hidden />
      </button>
    </div>
  );
}
