import { type ReactNode, useState } from 'react';
import { Button } from './Button';

interface AttemptButtonProps {
  label: string;
  /** What it does; resolves with a sentence where it did not work. */
  attempt(): Promise<string | undefined>;
  children: ReactNode;
}

/** A button for an action that may fail: it is busy meanwhile, and says why the action did not work. */
export function AttemptButton({ label, attempt, children }: AttemptButtonProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const press = () => {
    setIsBusy(true);
    setProblem(undefined);
    void attempt()
      .then(setProblem)
      .finally(() => setIsBusy(false));
  };
  return (
    <span className="flex max-w-[60%] shrink-0 flex-col items-end gap-0.5">
      <Button aria-label={label} disabled={isBusy} onClick={press}>
        {children}
      </Button>
      <span role="status" className="text-11 text-bad wrap-anywhere empty:hidden">
        {problem}
      </span>
    </span>
  );
}
