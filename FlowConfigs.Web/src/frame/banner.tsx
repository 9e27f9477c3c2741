import { Link } from 'react-router';
import { useMayAnywhere } from '../auth/may';
import { FailsAlone } from '../common/fails-alone';
import { messages } from '../messages';
import { useOpensEarly } from '../offline/use-scenarios-or-last-known';
import { ScenarioBanner } from './scenario-banner';

const bannerLost = () => <Link className="frame-lost" to="/emergency">{messages.app.bannerLost}</Link>;

/** The scenarios that are on, for people who may see them; where they cannot be shown, the way to them. */
export function Banner() {
  const mayView = useMayAnywhere()('view', 'scenarios');
  const opensEarly = useOpensEarly();
  return (mayView || opensEarly) && <FailsAlone renderInstead={bannerLost}><ScenarioBanner /></FailsAlone>;
}
