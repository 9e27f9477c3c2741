// The workspace's side of @amazon-connect/app 1.0.11, as the types of @amazon-connect/workspace-types and core describe it.

const HEALTH_CHECK_MS = 5_000;

const THEME = {
  theme: {
    tokens: {
      colorBackgroundButtonPrimaryDefault: { light: '#00688f', dark: '#5cc8ff' },
      colorBackgroundButtonPrimaryHover: { light: '#00506e', dark: '#8cd8ff' },
      colorBorderButtonNormalDefault: { light: '#00688f', dark: '#5cc8ff' },
      colorTextButtonNormalDefault: { light: '#00688f', dark: '#5cc8ff' },
      colorTextLinkDefault: { light: '#00688f', dark: '#5cc8ff' },
    },
  },
};

/** Holds the conversation with the app in a frame. `log` is told of every message but health checks and the SDK's own logs. */
export class AppHost {
  #frame;
  #origin;
  #log;
  #port = null;
  #subscriptions = [];
  #instanceId = crypto.randomUUID();
  #contactId = null;
  #running = false;
  #healthChecks = 0;
  #mode = 'auto';

  constructor(frame, url, log) {
    this.#frame = frame;
    this.#origin = new URL(url).origin;
    this.#log = log;
    window.addEventListener('message', event => this.#connect(event));
    frame.src = url;
  }

  /** light, dark, or auto for the system's. */
  setMode(mode) {
    this.#mode = mode;
    this.#subscriptions.filter(isForMode).forEach(subscription => this.#publishMode(subscription));
  }

  /** Starts or ends a contact: the app is stopped and started in its scope. */
  setContact(contactId) {
    if (this.#running) this.#lifecycle('stop');
    this.#contactId = contactId;
    if (this.#running) this.#lifecycle('start');
  }

  #connect({ source, origin, data, ports: [port] }) {
    if (source !== this.#frame.contentWindow || origin !== this.#origin || data?.type !== 'connect-app-host-init') return;
    this.#log('app', data);
    // The frame has loaded anew, and with it everything begins again.
    this.#subscriptions = [];
    this.#running = false;
    this.#port = port;
    port.onmessage = message => this.#take(message.data);
    this.#send({
      type: 'acknowledge',
      connectionId: crypto.randomUUID(),
      status: { initialized: true, startTime: new Date() },
      healthCheckInterval: HEALTH_CHECK_MS,
    });
    this.#lifecycle('create');
  }

  #take(message) {
    if (message.type === 'healthCheck')
      return this.#port.postMessage({ type: 'healthCheckResponse', time: Date.now(), counter: ++this.#healthChecks });
    if (message.type === 'log' || message.type === 'metric') return;
    this.#log('app', message);
    if (message.type === 'appLifecycleHandlerCompleted' && message.stage === 'create') {
      this.#running = true;
      this.#lifecycle('start');
    }
    if (message.type === 'request') this.#respond(message);
    if (message.type === 'subscribe') {
      this.#subscriptions.push(message);
      // Whoever comes when the mode has been chosen has to be told too.
      if (isForMode(message) && this.#mode !== 'auto') this.#publishMode(message);
    }
    if (message.type === 'unsubscribe')
      this.#subscriptions = this.#subscriptions.filter(({ topic }) => topic.key !== message.topic.key);
  }

  #respond({ namespace, command, requestId, data }) {
    const known = namespace === 'aws.connect.workspace' && command === 'getTheme';
    const reply = { type: 'response', namespace, requestId };
    this.#send(known
      ? { ...reply, isError: false, data: THEME }
      : { ...reply, isError: true, errorKey: 'noHandler', reason: 'Not emulated', details: { command, requestData: data } });
  }

  #publishMode({ topic, handlerId }) {
    this.#send({ type: 'publish', topic, handlerId, data: { visualMode: this.#mode } });
  }

  #lifecycle(stage) {
    const scope = this.#contactId ? { type: 'contact', contactId: this.#contactId } : { type: 'idle' };
    const config = {
      _type: 'iframe',
      arn: 'arn:aws:app-integrations:us-east-1:000000000000:application/flow-configs',
      namespace: 'com.example.flow-configs',
      id: 'flow-configs',
      name: 'Flow Configs',
      description: 'Edits what callers hear',
      accessUrl: this.#frame.src,
      contactHandling: { scope: 'CROSS_CONTACTS' },
      permissions: ['User.Details.View'],
    };
    this.#send({
      type: 'appLifecycle',
      stage,
      appInstanceId: this.#instanceId,
      instanceId: this.#instanceId,
      appConfig: config,
      config,
      scope,
      contactScope: this.#contactId ? scope : undefined,
      launchedBy: { type: 'internal' },
      region: 'us-east-1',
    });
  }

  #send(message) {
    this.#log('workspace', message);
    this.#port.postMessage(message);
  }
}

function isForMode({ topic }) {
  return topic.namespace === 'aws.connect.user' && topic.key === 'visualModeChange';
}
