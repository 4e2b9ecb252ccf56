import type { ChatwootSwitches } from '../switches';
import type { Installation } from '../tables';

/**
 * The dashboard's HTML, for every address under `/app`. The inline script with `chatwootConfig` and
 * `globalConfig` is what identifies a Chatwoot page; the title is always the installation's name.
 */
export function dashboardHtml(installation: Installation, switches: ChatwootSwitches): string {
  const global = {
    LOGO: '/brand-assets/logo.svg',
    INSTALLATION_NAME: 'Chatwoot',
    BRAND_NAME: 'Chatwoot',
    APP_VERSION: switches.version,
    DEPLOYMENT_ENV: installation.host === 'app.chatwoot.com' ? 'cloud' : 'self-hosted',
    GIT_SHA: '97bb8ec',
    IS_ENTERPRISE: 'true',
  };
  return `<!DOCTYPE html>
<html lang="en">
<head>
<title>Chatwoot</title>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf-token" content="emulated-csrf-token">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/emulator/chatwoot.css">
<script>
  window.chatwootConfig = {
    hostURL: '${installation.origin}',
    helpCenterURL: '',
    allowedLoginMethods: ['email'],
    signupEnabled: 'false',
    isEnterprise: 'true',
    enabledLanguages: [{ name: 'English', iso_639_1_code: 'en' }],
    helpUrls: {},
    selectedLocale: 'en',
  }
  window.globalConfig = ${inlineJson(global)}
  window.browserConfig = { browser_name: 'Chrome' }
  window.errorLoggingConfig = ''
</script>
</head>
<body class="text-slate-600">
<div id="app"></div>
<noscript id="noscript">This app works best with JavaScript enabled.</noscript>
<script type="module" src="/emulator/chatwoot.js"></script>
</body>
</html>`;
}

/** The customer's chat window in its frame: same server, not the dashboard. */
export function widgetHtml(): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<title>Chatwoot</title>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<script>
  window.chatwootWebChannel = { avatarUrl: '', locale: 'en', websiteName: 'Acme Outdoor', widgetColor: '#1f93ff' }
  window.chatwootWidgetDefaults = { useInboxAvatarForBot: true }
  window.chatwootPubsubToken = 'visitor-token'
  window.authToken = 'visitor-auth-token'
  window.globalConfig = { "BRAND_NAME": "Chatwoot" }
</script>
</head>
<body><div id="app"><h3>Questions? Chat with us</h3><textarea placeholder="Type your message"></textarea></div></body>
</html>`;
}

/** A customer's own website with the chat widget: it must never be taken for a helpdesk. */
export function customerSiteHtml(installation: Installation): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<title>Acme Outdoor – tents, packs, stoves</title>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<script>
  window.chatwootSettings = { position: 'right', type: 'standard', launcherTitle: 'Chat with us' };
  window.chatwootSDK = { run: (options) => { window.$chatwoot = { baseUrl: options.baseUrl, hasLoaded: true, toggle() {} }; } };
  window.chatwootSDK.run({ websiteToken: 'acme-website-token', baseUrl: '${installation.origin}' });
</script>
</head>
<body>
<h1>Acme Outdoor</h1>
<p>Write us: <a href="mailto:hello@acme-outdoor.example">hello@acme-outdoor.example</a></p>
<form><textarea name="question"></textarea><div contenteditable="true">A page of its own</div></form>
<div class="woot-widget-holder"><iframe id="chatwoot_live_chat_widget" src="/widget?website_token=acme-website-token"></iframe></div>
</body>
</html>`;
}

function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
