import { I18nProvider, type I18nProviderProps } from '@cloudscape-design/components/i18n';
import { type ReactNode, useEffect, useState } from 'react';
import { locale } from './formats';

/** Gives Cloudscape's components their own texts, mostly labels for screen readers. They follow the first paint. */
export function CloudscapeMessages({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly I18nProviderProps.Messages[]>([]);
  useEffect(() => {
    void import('@cloudscape-design/components/i18n/messages/all.en').then((english) => setMessages([english.default]));
  }, []);
  return (
    <I18nProvider locale={locale} messages={messages}>
      {children}
    </I18nProvider>
  );
}
