import type { ComponentProps } from 'react';

const variants = {
  primary: 'border-transparent bg-accent text-on-accent hover:opacity-90',
  plain: 'border-line-strong bg-raised text-ink hover:bg-hover',
} as const;

interface ButtonProps extends ComponentProps<'button'> {
  variant?: keyof typeof variants;
}

/** A button with words on it. */
export function Button({ variant = 'plain', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-7 items-center justify-center gap-1.5 rounded-md border px-2.5 py-0.5 font-medium text-12 transition-colors disabled:opacity-60 ${variants[variant]} ${className}`}
      {...rest}
    />
  );
}
