import DatabaseZap from 'lucide-react/icons/database-zap';
import { Component, type ReactNode } from 'react';
import { Button } from './Button';
import { StateScreen } from './StateScreen';

interface ErrorBoundaryState {
  failure: string | undefined;
}

/** Names of errors in the panel itself: the storage has nothing to do with them. */
const faults = /^(Type|Range|Reference)Error$/;

/** Catches what breaks below, above all a database that does not open, and says what to do. */
export class ErrorBoundary extends Component<{ children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: undefined };

  /** React calls this with whatever was thrown; only its name is shown, never its content. */
  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: error instanceof Error ? error.name : 'Error' };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    const isFault = faults.test(failure);
    return (
      <StateScreen
        icon={DatabaseZap}
        tone="bad"
        title={isFault ? 'The panel ran into a fault' : 'The panel cannot read its data'}
        text={
          isFault
            ? `Something in Deskside broke (${failure}). Nothing in your helpdesks is affected and nothing stored is lost.`
            : `The browser’s storage for Deskside did not open (${failure}). Nothing in your helpdesks is affected. If this returns, free some disk space and restart the browser.`
        }
      >
        <Button variant="primary" onClick={() => window.location.reload()}>
          Reload the panel
        </Button>
      </StateScreen>
    );
  }
}
