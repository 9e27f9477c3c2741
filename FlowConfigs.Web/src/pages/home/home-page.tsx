import { Navigate } from 'react-router';
import { useMayAnywhere } from '../../auth/may';
import { useNarrowScreen } from '../../common/use-narrow-screen';

/** Where the app begins: on the phone of somebody who may switch scenarios it is there that they are needed in a hurry. */
export function HomePage() {
  const mayActivate = useMayAnywhere()('activate', 'scenarios');
  return <Navigate to={useNarrowScreen() && mayActivate ? '/emergency' : '/configs'} replace />;
}
