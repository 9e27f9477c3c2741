import { Link } from 'react-router';
import { useMayAnywhere } from '../auth/may';
import { FailsAlone } from '../common/fails-alone';
import { messages } from '../messages';
import { useOpensWithKnown } from '../offline/use-scenarios-as-known';
import { ScenarioBanner } from './scenario-banner';

const bannerLost = () => <Link className="frame-lost" to="/emergency">{messages.app.bannerLost}</Link>;

/** The scenarios that are on, for people who may see them; where they cannot be shown, the way to them. */
export function Banner() {
  const mayView = useMayAnywhere()('view', 'scenarios');
  const opensWithKnown = useOpensWithKnown();
  return (mayView || opensWithKnown) && <FailsAlone renderInstead={bannerLost}><ScenarioBanner /></FailsAlone>;
}
