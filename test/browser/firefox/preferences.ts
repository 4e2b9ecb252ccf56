/** The extension's id, and its address in this browser, which Firefox otherwise chooses at random. */
export const ADDON_ID = 'deskside@deskside.example';
const ADDRESS_ID = '11111111-2222-4333-8444-555555555555';
export const ADDON_URL = `moz-extension://${ADDRESS_ID}/`;

/** A Firefox that contacts no other server, and accepts an extension that is not signed. */
export function preferences(proxyPort: number): Record<string, string | number | boolean> {
  return {
    'marionette.port': 0,
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.trr.mode': 5,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ADDRESS_ID }),
    'xpinstall.signatures.required': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.update.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutwelcome.enabled': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.newtabpage.enabled': false,
    'browser.discovery.enabled': false,
    'browser.region.network.url': '',
    'browser.search.update': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.contentblocking.database.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.enabled': false,
    'termsofuse.bypassNotification': true,
    'app.normandy.enabled': false,
    'app.update.enabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'signon.rememberSignons': false,
    'dom.push.connection.enabled': false,
    'media.gmp-manager.updateEnabled': false,
    'intl.accept_languages': 'en-GB,en',
    'ui.prefersReducedMotion': 1,
    'toolkit.cosmeticAnimations.enabled': false,
  };
}
