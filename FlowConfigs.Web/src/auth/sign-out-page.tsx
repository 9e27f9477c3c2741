import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { LoadingPage } from '../common/loading-page';
import { messages } from '../messages';
import { signOut } from './session';

/** Signing out is a page, so that leaving the last one asks about unsaved changes first. */
export function SignOutPage() {
  const navigate = useNavigate();
  useEffect(() => {
    void signOut().then(() => navigate('/configs', { replace: true }));
  }, [navigate]);
  return <LoadingPage text={messages.signIn.signingOut} />;
}
