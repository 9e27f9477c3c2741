import { Component, type ReactNode } from 'react';

interface FailsAloneProps {
  children: ReactNode;
  /** Stands in for what has failed. */
  renderInstead: (error: unknown, retry: () => void) => ReactNode;
}

/** Whatever throws in it takes nothing else with it. */
export class FailsAlone extends Component<FailsAloneProps, { failed: { error: unknown } | null }> {
  override state: { failed: { error: unknown } | null } = { failed: null };

  static getDerivedStateFromError(error: unknown) {
    return { failed: { error } };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    return failed ? this.props.renderInstead(failed.error, () => this.setState({ failed: null })) : this.props.children;
  }
}
