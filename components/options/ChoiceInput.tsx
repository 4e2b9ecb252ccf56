import { ChevronDown } from 'lucide-react';
import type { FormField } from '../../lib/model/descriptor';
import { type InputTies, inputLook } from './FieldFrame';

interface ChoiceInputProps {
  ties: InputTies;
  field: FormField;
  value: string;
  onChange(value: string): void;
}

/** One of a few given answers; an optional one can also be left open. */
export function ChoiceInput({ ties, field, value, onChange }: ChoiceInputProps) {
  return (
    <div className="relative">
      <select
        {...ties}
        value={value}
        className={`${inputLook} appearance-none pr-8`}
        onChange={(event) => onChange(event.target.value)}
      >
        {!field.required && <option value="">–</option>}
        {field.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-[9px] right-2.5 text-ink-faint"
      />
    </div>
  );
}
