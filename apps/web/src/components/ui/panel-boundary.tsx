'use client';

import { Component, type ReactNode } from 'react';
import { Failure } from './loaded.tsx';

interface PanelBoundaryProps {
  /** What failed, when it does, such as `The chart failed to draw.` */
  title: string;
  children: ReactNode;
}

/** Keeps a fault in one panel from taking the page down. */
export class PanelBoundary extends Component<PanelBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Failure
        title={this.props.title}
        reason="The rest of the page goes on."
        onRetry={() => this.setState({ failed: false })}
        className="flex-1"
      />
    );
  }
}
