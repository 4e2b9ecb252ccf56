import { t } from '@lingui/core/macro';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react';
import { Button } from '../../ui/Button';

interface StepFrameProps {
  title: string;
  text?: ReactNode;
  children: ReactNode;
  /** The button that continues, and what it does; Enter does the same. */
  onward: { label: string; isDisabled?: boolean; act(): void };
  onBack?: (() => void) | undefined;
  /** Beside the button that continues. */
  others?: ReactNode;
  /** Forms of their own, below the step's. */
  below?: ReactNode;
}

/**
 * One step of the set-up. Its heading takes the focus when it appears, so that it is read out first, and
 * Enter continues wherever nothing else uses that key.
 */
export function StepFrame({
  title,
  text,
  children,
  onward,
  onBack,
  others,
  below,
}: StepFrameProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (onward.isDisabled !== true) onward.act();
  };
  const goOnByEnter = (event: KeyboardEvent<HTMLHeadingElement>) => {
    if (event.key === 'Enter') event.currentTarget.closest('form')?.requestSubmit();
  };
  return (
    <>
      <form
        noValidate
        autoComplete="off"
        aria-labelledby={id}
        className="appear flex flex-col gap-5"
        onSubmit={submit}
      >
        <div className="flex flex-col gap-1.5">
          <h2
            ref={heading}
            id={id}
            tabIndex={-1}
            className="text-balance font-semibold text-[19px]/7 focus:outline-none"
            onKeyDown={goOnByEnter}
          >
            {title}
          </h2>
          {text !== undefined && (
            <p className="max-w-[68ch] text-pretty text-13 text-ink-soft">{text}</p>
          )}
        </div>
        {children}
        <div className="flex flex-wrap items-center gap-2 border-line border-t pt-4">
          <Button
            variant="primary"
            type="submit"
            className="min-h-9 px-5 text-13"
            disabled={onward.isDisabled}
          >
            {onward.label}
          </Button>
          {others}
          {onBack !== undefined && (
            <Button className="ml-auto min-h-9 px-3.5 text-13" onClick={onBack}>{t`Back`}</Button>
          )}
        </div>
      </form>
      {below}
    </>
  );
}
