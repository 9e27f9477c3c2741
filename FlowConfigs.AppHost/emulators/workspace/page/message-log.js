const MOST = 200;

/** Shows messages, newest first. */
export function messageLog(list) {
  return (from, message) => {
    const item = document.createElement('li');
    const sender = document.createElement('b');
    sender.textContent = from === 'app' ? 'App: ' : 'Workspace: ';
    item.append(sender, [message.type, detailOf(message)].filter(Boolean).join(' '));
    list.prepend(item);
    if (list.children.length > MOST) list.lastChild.remove();
  };
}

function detailOf(message) {
  switch (message.type) {
    case 'appLifecycle': return `${message.stage}${message.scope.contactId ? ` (contact ${message.scope.contactId.slice(0, 8)})` : ''}`;
    case 'appLifecycleHandlerCompleted': return message.stage;
    case 'request': return message.command;
    case 'response': return message.isError ? message.reason : '';
    case 'subscribe': return message.topic.key;
    case 'publish': return `${message.topic.key} ${message.data.visualMode}`;
    default: return '';
  }
}
