import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** What is shown instead; `failure` is the name of what was thrown, never its content. */
  fallback(failure: string): ReactNode;
  children: ReactNode;
}

interface ErrorBoundaryState {
  failure: string | undefined;
}

/** Catches errors thrown below it, above all by a database that does not open. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: undefined };

  /** React calls this with whatever was thrown. */
  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: error instanceof Error ? error.name : 'Error' };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === undefined ? this.props.children : this.props.fallback(failure);
  }
}
