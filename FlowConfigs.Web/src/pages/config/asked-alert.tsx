import Alert, { type AlertProps } from '@cloudscape-design/components/alert';
import { useEffect, useRef } from 'react';

interface AskedAlertProps extends AlertProps {
  /** Changes with each request of the person's own that this alert answers; 0 when it appeared by itself. */
  askedAt: number;
}

/** An alert that takes the focus when it answers something the person did, and never while they are typing. */
export function AskedAlert({ askedAt, ...props }: AskedAlertProps) {
  const alert = useRef<AlertProps.Ref>(null);
  useEffect(() => {
    if (askedAt > 0) {
      alert.current?.focus();
    }
  }, [askedAt]);
  return <Alert {...props} ref={alert} />;
}
