import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button';

interface OptionsBoundaryState {
  failure: string | undefined;
}

/** Catches what breaks below, above all a database that does not open, and says what to do. */
export class OptionsBoundary extends Component<{ children: ReactNode }, OptionsBoundaryState> {
  override state: OptionsBoundaryState = { failure: undefined };

  /** React calls this with whatever was thrown; only its name is shown, never its content. */
  static getDerivedStateFromError(error: unknown): OptionsBoundaryState {
    return { failure: error instanceof Error ? error.name : 'Error' };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <div role="alert" className="flex flex-col items-start gap-3 rounded-lg bg-bad-soft p-4">
        <p className="text-13 text-ink">
          The settings cannot be read: the browser’s storage for Deskside did not open ({failure}).
          Nothing in your helpdesks is affected. If this returns, free some disk space and restart
          the browser.
        </p>
        <Button onClick={() => window.location.reload()}>Reload this page</Button>
      </div>
    );
  }
}
