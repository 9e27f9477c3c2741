// The token goes to the server in the address, as the printed one has it, and stays in a cookie that scripts cannot read.

const token = document.getElementById('token');

document.getElementById('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  // whole addresses are pasted too
  const typed = token.value.trim();
  const inAddress = /[?&]t=([^&]+)/.exec(typed);
  location.assign(`/login?t=${inAddress ? inAddress[1] : encodeURIComponent(typed)}`);
});
document.getElementById('wrong').hidden = !new URLSearchParams(location.search).has('t');
token.focus();
