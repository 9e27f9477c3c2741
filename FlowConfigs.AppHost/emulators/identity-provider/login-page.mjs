/** The log-in form. It must stay readable on a phone and inside a small popup. */
export function loginPage(account, problem = '') {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Sign in (local)</title>
  <style>
    body { font: 16px system-ui, sans-serif; max-width: 22rem; margin: 3rem auto; padding: 0 1rem; }
    label { display: block; margin: 1rem 0 0.25rem; }
    input { width: 100%; box-sizing: border-box; padding: 0.5rem; font: inherit; }
    button { margin-top: 1.5rem; padding: 0.5rem 1.5rem; font: inherit; }
    [role=alert] { color: #b00020; }
  </style>
</head>
<body>
  <main>
    <h1>Sign in</h1>
    <p>The identity provider on this machine. docs/local-development.md lists the accounts and their password.</p>
    ${problem && `<p role="alert">${escaped(problem)}</p>`}
    <form method="post">
      <label for="account">Account</label>
      <input id="account" name="account" autocomplete="username" required value="${escaped(account)}">
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required>
      <button type="submit">Sign in</button>
    </form>
  </main>
</body>
</html>`;
}

function escaped(text) {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
