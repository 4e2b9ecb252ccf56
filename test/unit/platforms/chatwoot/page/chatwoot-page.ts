/** The script that only the dashboard has. */
export const config = `<script>
  window.chatwootConfig = { hostURL: 'https://desk.example.com', isEnterprise: 'false' }
  window.globalConfig = {"APP_VERSION":"4.15.1","INSTALLATION_NAME":"Fjäll Support"}
</script>`;

/** A document of its own, because what a document's script says is read only once. */
export function documentWith(head: string, body = ''): Document {
  return new DOMParser().parseFromString(
    `<html><head>${head}</head><body><div id="app">${body}</div></body></html>`,
    'text/html',
  );
}

/** The page’s own address. */
export function at(path: string): Location {
  window.history.replaceState(null, '', path);
  return window.location;
}
