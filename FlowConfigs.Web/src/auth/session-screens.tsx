import './session-screens.css';
import type { ReactNode } from 'react';
import { messages } from '../messages';
import { Panel } from '../plain/layout';
import { SignInPanel } from './sign-in-panel';

export function SignInScreen({ left }: { left: boolean }) {
  return (
    <Screen title={messages.signIn.title}>
      {left && <p>{messages.signIn.left}</p>}
      <SignInPanel intro={messages.signIn.intro} />
    </Screen>
  );
}

export function NoRights({ email }: { email: string }) {
  return <Screen title={messages.signIn.noRights}>{messages.signIn.noRightsDetail(email)}</Screen>;
}

function Screen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="session-screen">
      <title>{messages.app.title(title)}</title>
      <Panel heading={title} isPage>{children}</Panel>
    </div>
  );
}
